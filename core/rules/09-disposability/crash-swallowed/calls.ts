import type { Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Finding, Fix } from '../../../rule';
import { onlySays } from '../shared/handlers';

/** A handler of the last resort that does not end the process. */
function goesOn(handler: Value | undefined): boolean {
  return (
    handler?.kind === 'function' &&
    !handler.leaves &&
    !handler.assigns &&
    (handler.isEmpty || onlySays(handler))
  );
}

const javascript: readonly Api[] = [
  {
    calls: ['process.on', 'process.once', 'process.addListener'],
    global: true,
    bodies: true,
    breach: ({ args, range }) => {
      const event = textOf(args[0]?.value) ?? '';
      const handler = args[1]?.value;
      if (!/^(?:uncaughtException|unhandledRejection)$/.test(event) || !goesOn(handler)) return undefined;
      const body = handler?.kind === 'function' ? handler.body : range;
      return {
        range,
        words: { what: event === 'uncaughtException' ? 'an exception' : 'a rejection' },
        repair: { end: body.end },
      };
    },
  },
];

const java: readonly Api[] = [
  {
    calls: [
      'Thread.setDefaultUncaughtExceptionHandler',
      'java.lang.Thread.setDefaultUncaughtExceptionHandler',
    ],
    global: true,
    bodies: true,
    breach: ({ args, range }) =>
      goesOn(args[0]?.value) ? { range, words: { what: 'an exception' } } : undefined,
  },
];

const rust: readonly Api[] = [
  {
    calls: ['std.panic.catch_unwind'],
    breach: ({ range, enclosure }) => (enclosure.inLoop ? { range, words: { what: 'a panic' } } : undefined),
  },
];

export const calls: Partial<Record<Family, readonly Api[]>> = { javascript, java, rust };

/** Ends the process behind what the handler says. */
export function thenExit({ path, breach }: Finding, text: string): Fix[] {
  const end = breach.repair?.end;
  if (typeof end !== 'number' || text[end - 1] !== '}') return [];
  const close = end - 1;
  const lineStart = text.lastIndexOf('\n', close - 1) + 1;
  const indent = text.slice(lineStart, close);
  if (indent.trim() !== '') return [];
  const newText = `  process.exit(1);\n${indent}`;
  return [
    {
      title: 'Exit after the message',
      kind: 'suggestion',
      edits: [{ path, range: { start: close, end: close }, newText }],
    },
  ];
}
