import type { Range } from '../../text';

/** One statement of a Gemfile or gemspec as its words tell it; Ruby that is no plain call is passed over. */
export interface RubyCall {
  /** `gem`, `group`, `s.add_dependency`. */
  readonly name: string;
  /** The string arguments in front, each without its quotes. */
  readonly strings: readonly { readonly text: string; readonly range: Range }[];
  /** What follows the name, as written. */
  readonly rest: string;
  /** Whether it counts depends on what is asked around it or behind it. */
  readonly conditional: boolean;
  /** The words of the `group` blocks around it. */
  readonly groups: readonly string[];
  readonly range: Range;
}

const CALL = /^([a-z_][\w.]*[?!]?)(?:[ \t]*\(|[ \t]+|$)/;
const OPENS = /^(?:if|unless|case|begin|def|while|until|for|module|class)\b/;
const OPENS_BLOCK = /\bdo[ \t]*(?:\|[^|]*\|)?$/;
const ITERATES = /\.(?:each|map|times)\b|^install_if\b/;
const STRING = /^\(?[ \t]*(?:"([^"\\]*)"|'([^'\\]*)'|%w\[([^\]]*)\])[ \t]*,?[ \t\r\n]*/;

/** Reads the plain calls of a Ruby text, statement by statement; a statement goes on after a comma. */
export function readRubyCalls(text: string): RubyCall[] {
  const calls: RubyCall[] = [];
  const blocks: { readonly groups: readonly string[]; readonly conditional: boolean }[] = [];
  for (const { start, code } of statements(text)) {
    if (/^end\b/.test(code)) {
      blocks.pop();
      continue;
    }
    const around = {
      groups: blocks.flatMap((one) => one.groups),
      conditional: blocks.some((one) => one.conditional),
    };
    const call = callOf(code, start, around);
    if (call) calls.push(call);
    if (OPENS_BLOCK.test(code))
      blocks.push({
        groups: call?.name === 'group' ? groupNames(call.rest) : [],
        conditional: ITERATES.test(code),
      });
    else if (OPENS.test(code) && !/\bend$/.test(code)) blocks.push({ groups: [], conditional: true });
  }
  return calls;
}

/** `group: :test`, `groups: [:development, :test]` among the options of a call. */
export function groupOptions(rest: string): string[] {
  const at = /(?:\bgroups?:|:groups?[ \t]*=>)[ \t]*(\[[^\]]*\]|[^,]*)/.exec(rest);
  return at ? groupNames(at[1] ?? '') : [];
}

function groupNames(text: string): string[] {
  return [...text.matchAll(/:(\w+)|['"](\w+)['"]/g)].map(([, symbol, string]) => symbol ?? string ?? '');
}

function callOf(
  code: string,
  start: number,
  { groups, conditional }: Pick<RubyCall, 'groups' | 'conditional'>,
): RubyCall | undefined {
  const found = CALL.exec(code);
  const name = found?.[1];
  if (name === undefined) return undefined;
  const strings: { text: string; range: Range }[] = [];
  let at = name.length + (code.slice(name.length).length - code.slice(name.length).trimStart().length);
  const restAt = at;
  for (;;) {
    const string = STRING.exec(code.slice(at));
    if (!string) break;
    const text = string[1] ?? string[2] ?? string[3] ?? '';
    const from = start + at + string[0].search(/["'[]/) + 1;
    strings.push({ text, range: { start: from, end: from + text.length } });
    at += string[0].length;
  }
  const rest = code.slice(restAt);
  return {
    name,
    strings,
    rest,
    groups,
    conditional: conditional || /["'\])}\w][ \t]+(?:if|unless)[ \t]/.test(rest),
    range: { start, end: start + code.length },
  };
}

/** Statements with their first character's place; a comment ends a line, a comma at its end joins the next one. */
function* statements(text: string): Generator<{ start: number; code: string }> {
  let open: number | undefined;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const said = withoutComment(text.slice(start, end)).trimEnd();
    const indent = said.length - said.trimStart().length;
    if (said !== '' || open === undefined) {
      const from = open ?? start + indent;
      if (said.endsWith(',')) open = from;
      else {
        open = undefined;
        const code = text.slice(from, start + said.length);
        if (code !== '') yield { start: from, code };
      }
    }
    start = end + 1;
  }
}

function withoutComment(line: string): string {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '#') return line.slice(0, at);
  }
  return line;
}
