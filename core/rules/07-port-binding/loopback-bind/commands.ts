import { isDockerfile } from '../../../facts/app-files';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach, Fixer } from '../../../rule';
import { baseName } from '../../shared/commands';

/** The options that name where a server binds. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  uvicorn: ['--host'],
  gunicorn: ['-b', '--bind'],
  hypercorn: ['-b', '--bind'],
  flask: ['-h', '--host'],
  rails: ['-b', '--binding'],
  puma: ['-b', '--bind'],
  thin: ['-a', '--address'],
  rackup: ['-o', '--host'],
  next: ['-H', '--hostname'],
  daphne: ['-b', '--bind'],
  php: ['-S'],
  artisan: ['--host'],
  'waitress-serve': ['--host', '--listen'],
  streamlit: ['--server.address'],
  java: ['--server.address', '-Dserver.address'],
  dotnet: ['--urls'],
};
/** Servers that bind to loopback where nothing is said, what else says it, and the option to add. */
const DEFAULTS: Readonly<Record<string, { readonly or: RegExp; readonly add: string }>> = {
  uvicorn: { or: /^--(?:host|uds|fd)(?:=|$)/, add: '--host 0.0.0.0' },
  hypercorn: { or: /^(?:-b|--bind|-c|--config)(?:=|$)/, add: '--bind 0.0.0.0:$PORT' },
  daphne: { or: /^(?:-b|--bind|-u|--unix-socket|-e|--endpoint|--fd)(?:=|$)/, add: '-b 0.0.0.0' },
};
const HOST_IN_OPTION = /^(?:[a-z]+:\/\/)?(localhost|127\.0\.0\.1)(?=$|:)/;

/** Loopback addresses given to servers where the app's processes are started, and servers that take one by themselves. */
export function loopbackOptions({ command, role, processType, path }: RoleCommand): Breach[] {
  if (role !== 'run' || (processType === undefined && !isDockerfile(path))) return [];
  return command.simple.flatMap((simple) => [...given(simple), ...byDefault(simple)]);
}

function given({ words }: SimpleCommand): Breach[] {
  const at = words.findIndex((word) => Object.hasOwn(OPTIONS, baseName(word.text)));
  const names = OPTIONS[baseName(words[at]?.text ?? '')] ?? [];
  return words.flatMap((word, index) => {
    const name =
      index > at ? names.find((one) => word.text === one || word.text.startsWith(`${one}=`)) : undefined;
    if (name === undefined) return [];
    const inline = word.text !== name;
    const held = inline ? word : words[index + 1];
    const found = held && hostIn(held, inline ? name.length + 1 : 0);
    return found ? [found] : [];
  });
}

/** In exec form a word's quotes are no part of its text. */
function hostIn(word: Word, from: number): Breach | undefined {
  const text = word.text.slice(from);
  const match = HOST_IN_OPTION.exec(text);
  const host = match?.[1];
  if (!match || host === undefined) return undefined;
  const written = word.range.end - word.range.start;
  const isQuoted = written === word.text.length + 2;
  if (!isQuoted && written !== word.text.length) return undefined;
  const start = word.range.end - (isQuoted ? 1 : 0) - text.length + match[0].length - host.length;
  return { range: { start, end: start + host.length }, words: { host }, repair: { quoted: false } };
}

function byDefault({ words }: SimpleCommand): Breach[] {
  const at = words.findIndex((word) => Object.hasOwn(DEFAULTS, baseName(word.text)));
  const program = words[at];
  const known = DEFAULTS[baseName(program?.text ?? '')];
  const last = words.at(-1);
  // A program's name may also be another's argument, such as a worker class.
  if (!program || !known || !last || at > 3 || words[at - 1]?.text.startsWith('-') === true) return [];
  const rest = words.slice(at + 1);
  if (rest.length === 0 || rest.some(({ text }) => known.or.test(text))) return [];
  const isPlain = last.range.end - last.range.start === last.text.length;
  return [
    {
      range: program.range,
      words: { host: 'localhost, its default' },
      ...(isPlain ? { repair: { add: ` ${known.add}`, end: last.range.end } } : {}),
    },
  ];
}

/** Changes who can reach the process, so it is never done unasked. */
export const toAnyAddress: Fixer = ({ breach, path, range }, text) => {
  const { quoted, add, end, method, text: bytes } = breach.repair ?? {};
  const fix = (at: typeof range, newText: string) => [
    { title: 'Bind to 0.0.0.0', kind: 'suggestion' as const, edits: [{ path, range: at, newText }] },
  ];
  if (typeof add === 'string' && typeof end === 'number') return fix({ start: end, end }, add);
  if (typeof bytes === 'string') return fix(range, bytes);
  if (typeof method === 'string') {
    const start = text.indexOf('ListenLocalhost', range.start);
    return start < 0 || start > range.end
      ? []
      : fix({ start, end: start + 'ListenLocalhost'.length }, method);
  }
  if (typeof quoted !== 'boolean') return [];
  const quote = quoted ? text[range.start] : '';
  return fix(range, `${quote}0.0.0.0${quote}`);
};
