import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import { isUsed, type Statement } from './statement';

/** What `listen` gives back is the server (`node-app`), or it is called on the server (`node-server`). */
export function stopNode(stop: Stop, statement: Statement, text: string): readonly TextEdit[] | undefined {
  const { call, indent, before, after, range, eol } = statement;
  const on = stop === 'node-worker' ? '' : /^([\w$.]+)\.\w+\(/.exec(call)?.[1];
  if (!/^;?$/.test(after.trim()) || on === undefined) return undefined;
  const semi = after.trim() === ';' || !/[^\s;{}(),]\r?\n\S/.test(text.slice(0, 2_000)) ? ';' : '';
  const quote = (text.match(/"/g) ?? []).length > (text.match(/'/g) ?? []).length ? '"' : "'";
  const lines = (all: readonly string[]): TextEdit => ({
    range: { start: range.end, end: range.end },
    newText: all.map((line) => `${eol}${line === '' ? '' : indent}${line}`).join(''),
  });
  if (stop === 'nest') {
    if (before.trim() !== 'await' && before.trim() !== '') return undefined;
    return [
      {
        range: { start: range.start, end: range.start },
        newText: `${on}.enableShutdownHooks()${semi}${eol}${indent}`,
      },
    ];
  }
  if (stop === 'node-kafka') {
    if (!/^(?:await\s*)?$/.test(before)) return undefined;
    return [lines(handler(quote, semi, `${on}.disconnect().then(() => process.exit(0))${semi}`))];
  }
  if (stop === 'node-worker') return stopWorker(before, quote, semi, lines);
  if (stop === 'node-stop') {
    if (!/^(?:await\s*)?$/.test(before)) return undefined;
    return [
      lines(handler(quote, semi, `${on}.stop({ timeout: 10_000 }).then(() => process.exit(0))${semi}`)),
    ];
  }
  if (stop === 'node-close') {
    if (!/^(?:(?:const|let|var)\s+\w+\s*=\s*)?(?:await\s*)?$/.test(before)) return undefined;
    const body = `${on}.close().then(() => process.exit(0))${semi}`;
    return [lines(handler(quote, semi, body))];
  }
  const given = /^(?:const|let|var)\s+([\w$]+)\s*=\s*$/.exec(before)?.[1];
  if (before.trim() !== '' && given === undefined) return undefined;
  if (stop === 'node-server')
    return [lines(handler(quote, semi, `${given ?? on}.close(() => process.exit(0))${semi}`))];
  if (given !== undefined)
    return [lines(handler(quote, semi, `${given}.close(() => process.exit(0))${semi}`))];
  const name = ['server', 'httpServer', 'listening'].find((one) => !isUsed(one, text));
  if (name === undefined) return undefined;
  const keyword = /\b(?:const|let)\s/.test(text) ? 'const' : 'var';
  return [
    { range: { start: range.start, end: range.start }, newText: `${keyword} ${name} = ` },
    lines(handler(quote, semi, `${name}.close(() => process.exit(0))${semi}`)),
  ];
}

/** Finishes what is open; what hangs is cut off after ten seconds. */
function handler(quote: string, semi: string, body: string): string[] {
  return [
    '',
    `process.once(${quote}SIGTERM${quote}, () => {`,
    `  ${body}`,
    `  setTimeout(() => process.exit(1), 10_000).unref()${semi}`,
    `})${semi}`,
  ];
}

/** `const worker = new Worker(…)`: it takes no new job and waits for those in hand. */
function stopWorker(
  before: string,
  quote: string,
  semi: string,
  lines: (all: readonly string[]) => TextEdit,
): readonly TextEdit[] | undefined {
  const name = /^(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s*=\s*$/.exec(before)?.[1];
  if (name === undefined) return undefined;
  return [lines(handler(quote, semi, `${name}.close().then(() => process.exit(0))${semi}`))];
}
