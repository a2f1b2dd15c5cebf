import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Range } from '../text';
import type { Declaration, DeclarationProblem, Declarations, OnEnd } from './declarations';
import { DeclarationError, isDeclarationKey, onEndOf, readDeclared } from './declared-value';
import type { Procfile } from './procfile';

/**
 * What is declared of process types in the comments right above their lines, `# ready: http /health`, and under
 * `formation` in the config file, which wins. Never throws: what cannot be read is a problem, and left out.
 */
export function readDeclarations(procfileText: string, procfile: Procfile, configText = ''): Declarations {
  const reading = new Reading();
  inComments(procfileText, procfile, reading);
  const onEnd = inConfig(configText, procfile, reading);
  return { types: reading.types, onEnd, problems: reading.problems };
}

class Reading {
  readonly types = new Map<string, Declaration>();
  readonly problems: DeclarationProblem[] = [];

  /** Runs `read`, and keeps what it says is wrong. */
  try<T>(source: DeclarationProblem['source'], range: Range, what: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DeclarationError)) throw error;
      this.problems.push({ source, range, message: `${what}: ${error.message}` });
      return undefined;
    }
  }

  add(type: string, declaration: Declaration | undefined): void {
    this.types.set(type, { ...this.types.get(type), ...declaration });
  }
}

const comment = /^#{1,4}[ \t]{0,4}([a-z-]{1,20}):(.*)$/;

function inComments(text: string, procfile: Procfile, reading: Reading): void {
  const comments = [...procfile.comments];
  for (const { name, range } of procfile.processes) {
    // The comments of a type stand in the lines right above its own.
    let below = range.start;
    for (let at = comments.findLastIndex(({ end }) => end <= below); at >= 0; at--) {
      const place = comments[at];
      if (!place || !/^(?:\r\n|\r|\n)$/.test(text.slice(place.end, below).replace(/[ \t]/g, ''))) break;
      const [, key = '', value = ''] = comment.exec(text.slice(place.start, place.end)) ?? [];
      if (isDeclarationKey(key)) {
        const read = () => ({ ...readDeclared(key, value), ...reading.types.get(name) });
        reading.add(name, reading.try('procfile', place, `\`${key}\` of ${name}`, read));
      }
      below = startOfLine(text, place.start);
    }
  }
}

function startOfLine(text: string, from: number): number {
  let at = from;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function inConfig(text: string, procfile: Procfile, reading: Reading): OnEnd | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const root = tree && findNodeAtLocation(tree, ['formation']);
  if (!root) return undefined;
  const types = findNodeAtLocation(root, ['processes']);
  for (const [name, node] of propertiesOf(types)) {
    if (!procfile.processes.some((type) => type.name === name)) continue;
    for (const [key, value] of propertiesOf(node)) {
      const kebab = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const range = rangeOf(value);
      const what = `\`${key}\` of ${name}`;
      const read = (): Declaration => {
        if (!isDeclarationKey(kebab)) throw new DeclarationError('There is no such key.');
        return readDeclared(kebab, textOf(value));
      };
      reading.add(name, reading.try('config', range, what, read));
    }
  }
  const onEnd = findNodeAtLocation(root, ['onEnd']);
  return onEnd && reading.try('config', rangeOf(onEnd), '`onEnd`', () => onEndOf(textOf(onEnd)));
}

function propertiesOf(node: Node | undefined): readonly (readonly [key: string, value: Node])[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), value] as const] : [],
  );
}

function textOf(node: Node): string {
  if (node.type === 'array') return (node.children ?? []).map(textOf).join(' ');
  if (node.type === 'object' || node.type === 'null') throw new DeclarationError('Write a text.');
  return String(node.value);
}

function rangeOf({ offset, length }: Node): Range {
  return { start: offset, end: offset + length };
}
