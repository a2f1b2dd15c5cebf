import { isOwnDefault } from './shell-strings';

/** A variable as a shell text reads it. */
export interface ShellRead {
  readonly name: string;
  readonly start: number;
  /** What follows the name in `${…}`: `:-`, `:?`, `}` …; `''` for `$NAME`. */
  readonly operator: string;
  /** Compared with the empty string by `-z` or `-n`. */
  readonly tested: boolean;
}

export interface ShellScan {
  readonly reads: readonly ShellRead[];
  /** Where each name is first given a value by the script itself. */
  readonly assigned: ReadonlyMap<string, number>;
}

const READ = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(:?[-=?+]|[^\w]))/y;
const ASSIGNMENT = /([A-Za-z_]\w*)(?:\[[^\]\n]*\])?\+?=/y;
const PLAIN = /[^\\"$]+/y;
const WORD = /[^\s;&|()<>'"`$\\]+/y;
const HEREDOC = /<<(-?)[ \t]*(["']?)([A-Za-z_]\w*)\2/y;
/** After these a command still follows. */
const LEADING = /^(?:if|then|else|elif|while|until|do|time|!|\{)$/;
const DECLARING = /^(?:export|declare|local|readonly|typeset)$/;
/** Commands that give variables values: their words up to the command's end name them. */
const WRITING = /^(?:read|getopts|mapfile|readarray|for|select|unset|let)$/;

interface Level {
  readonly kind: 'code' | 'double';
  depth: number;
  /** A command's name or an assignment may come next. */
  command: boolean;
  /** Assignments before a command's name, which hold for that command only. */
  pending: [string, number][];
  /** The word is `export`, `local` or the like: names and assignments follow. */
  declaring: string | undefined;
}

/** Reads of variables and assignments to them, past quotes, comments and heredocs. */
export function scanShell(text: string): ShellScan {
  return new Scanner(text).scan();
}

class Scanner {
  readonly #text: string;
  readonly #reads: ShellRead[] = [];
  readonly #assigned = new Map<string, number>();
  readonly #levels: Level[] = [];
  #heredocs: { readonly end: string; readonly tabs: boolean; readonly plain: boolean }[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): ShellScan {
    const outermost: Level = { kind: 'code', depth: 0, command: true, pending: [], declaring: undefined };
    this.#levels.push(outermost);
    while (this.#at < this.#text.length) {
      const level = this.#levels.at(-1) ?? outermost;
      if (level.kind === 'double') this.#quoted();
      else this.#code(level);
    }
    for (const level of this.#levels) this.#settle(level);
    return { reads: this.#reads, assigned: this.#assigned };
  }

  #quoted(): void {
    const character = this.#text[this.#at];
    if (character === '\\') this.#at += 2;
    else if (character === '"') this.#leave();
    else if (character !== '$') this.#at += matchAt(PLAIN, this.#text, this.#at)?.[0].length ?? 1;
    else if (!this.#dollar()) this.#at++;
  }

  #code(level: Level): void {
    const text = this.#text;
    const character = text.charAt(this.#at);
    switch (character) {
      case '\\':
        this.#at += 2;
        return;
      case "'":
        this.#at = after(text, "'", this.#at + 1);
        return;
      case '"':
        this.#enter('double');
        return;
      case '$':
        if (!this.#dollar()) this.#at++;
        return;
      case '<':
        this.#at += this.#heredoc() || 1;
        return;
      case '\n':
        this.#settle(level);
        level.command = true;
        this.#at++;
        this.#heredocBodies();
        return;
      case ')':
        this.#settle(level);
        if (level.depth > 0) level.depth--;
        else if (this.#levels.length > 1) {
          this.#leave();
          return;
        }
        this.#at++;
        level.command = true;
        return;
      case '(':
        level.depth++;
        break;
      case '#':
        if (/[\s;&|()]/.test(text.charAt(this.#at - 1) || '\n')) {
          this.#at = Math.max(this.#at, (text.indexOf('\n', this.#at) + 1 || text.length + 1) - 1);
          return;
        }
    }
    if (/[;&|()`]/.test(character)) {
      this.#settle(level);
      level.command = true;
      this.#at++;
    } else if (/\s/.test(character) || !this.#word(level)) this.#at++;
  }

  /** A word in code: an assignment, a keyword or a command's name. */
  #word(level: Level): boolean {
    const before = this.#text.charAt(this.#at - 1);
    const starts = before === '' || /[\s;&|(`]/.test(before);
    const assignment = level.command && starts ? matchAt(ASSIGNMENT, this.#text, this.#at) : null;
    if (assignment) {
      const name = assignment[1] ?? '';
      const end = this.#at + assignment[0].length;
      if (!isOwnDefault(this.#text, end, name)) level.pending.push([name, this.#at]);
      this.#at = end;
      return true;
    }
    const word = matchAt(WORD, this.#text, this.#at)?.[0];
    if (word === undefined) return false;
    if (level.command && starts) this.#leading(word, level);
    this.#at += word.length;
    return true;
  }

  #leading(word: string, level: Level): void {
    if (DECLARING.test(word)) level.declaring = word;
    else if (level.declaring !== undefined) {
      if (level.declaring !== 'export' && /^[A-Za-z_]\w*$/.test(word)) this.#assign(word, this.#at);
    } else if (!LEADING.test(word)) {
      level.pending = [];
      level.command = false;
      if (WRITING.test(word)) this.#written(this.#at + word.length);
    }
  }

  #written(from: number): void {
    const rest = /^[^\n;|&<)]*/.exec(this.#text.slice(from, from + 200))?.[0] ?? '';
    for (const match of rest.replace(/\sin\s.*/, '').matchAll(/(?<![\w$"'{-])[A-Za-z_]\w*/g))
      this.#assign(match[0], from);
  }

  /** `$NAME`, `${NAME…` or `$(`; false for a dollar that is none of them. */
  #dollar(): boolean {
    const text = this.#text;
    if (text.startsWith("$'", this.#at) && this.#levels.at(-1)?.kind === 'code') {
      this.#at += 2;
      while (this.#at < text.length && text[this.#at] !== "'") this.#at += text[this.#at] === '\\' ? 2 : 1;
      this.#at++;
      return true;
    }
    if (text.startsWith('$(', this.#at)) {
      this.#at++;
      this.#enter('code');
      return true;
    }
    const read = matchAt(READ, text, this.#at);
    if (!read) return false;
    const name = read[1] ?? read[2] ?? '';
    const tested = /-[zn]\s+"?$/.test(text.slice(Math.max(0, this.#at - 8), this.#at));
    const start = this.#at + (read[1] === undefined ? 2 : 1);
    this.#reads.push({ name, start, operator: read[3] ?? '', tested });
    this.#at = start + name.length;
    return true;
  }

  #heredoc(): number {
    if (this.#text.startsWith('<<<', this.#at)) return 3;
    const match = matchAt(HEREDOC, this.#text, this.#at);
    if (match) this.#heredocs.push({ end: match[3] ?? '', tabs: match[1] === '-', plain: match[2] !== '' });
    return match?.[0].length ?? 0;
  }

  #heredocBodies(): void {
    for (const { end, tabs, plain } of this.#heredocs) {
      while (this.#at < this.#text.length) {
        const lineEnd = (this.#text.indexOf('\n', this.#at) + 1 || this.#text.length + 1) - 1;
        const line = this.#text.slice(this.#at, lineEnd);
        if ((tabs ? line.trimStart() : line).trimEnd() === end) break;
        if (!plain) this.#expansions(lineEnd);
        this.#at = lineEnd + 1;
      }
    }
    this.#heredocs = [];
  }

  #expansions(end: number): void {
    while (this.#at < end) {
      if (this.#text[this.#at] === '\\') this.#at += 2;
      else if (this.#text[this.#at] !== '$' || this.#text[this.#at + 1] === '(' || !this.#dollar())
        this.#at++;
    }
  }

  #enter(kind: Level['kind']): void {
    this.#levels.push({ kind, depth: 0, command: true, pending: [], declaring: undefined });
    this.#at++;
  }

  #leave(): void {
    this.#levels.pop();
    this.#at++;
  }

  #settle(level: Level): void {
    for (const [name, at] of level.pending) this.#assign(name, at);
    level.pending = [];
    level.declaring = undefined;
  }

  #assign(name: string, at: number): void {
    if (!this.#assigned.has(name)) this.#assigned.set(name, at);
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function after(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at + 1;
}
