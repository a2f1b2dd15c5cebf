import { importEdit } from '../../../languages/shared/python-edits';
import type { FileEdit, Finding, Fix, Fixer } from '../../../rule';
import type { Range } from '../../../text';
import { iniConsole, log4jConsole, type Piece, yamlConsole } from './config-console';
import { streamHandler } from './dict-config';
import { log4rsConsole, rustBuilt, rustStdout } from './rust-stdout';
import { streamOption } from './stream-option';

const TITLE = 'Log to stdout';

/** Sends the log to stdout with the library's own console sink. */
export const toStdout: Fixer = (finding, text) => {
  const edits = editsFor(finding, text);
  return edits ? [{ title: TITLE, kind: 'suggestion', edits } satisfies Fix] : [];
};

function editsFor({ range, path, breach }: Finding, text: string): FileEdit[] | undefined {
  const repair = breach.repair;
  const inner: Range = { start: Number(repair?.start), end: Number(repair?.end) };
  switch (repair?.to) {
    case 'console': {
      const end = range.start + Number(repair.calleeEnd);
      const callee = text.slice(range.start, end);
      // A name that was imported by itself brings no other one with it.
      if (!/[.:]\s{0,80}\w{1,80}$/.test(callee)) return undefined;
      const rest = repair.args === 'kept' ? text.slice(end, range.end) : '';
      return [
        { path, range, newText: `${callee.replace(/\b\w+$/, '')}${repair.text ?? 'Console()'}${rest}` },
      ];
    }
    case 'options': {
      const edit = streamOption(text, inner, String(repair.keep));
      return [{ path, ...edit }];
    }
    case 'rust':
      return rustStdout(path, text, range);
    case 'rust-built':
      return rustBuilt(path, text, range, asText(repair.text));
    case 'log4rs':
      return log4rsConsole(path, text, range);
    case 'callee':
      return [
        {
          path,
          range,
          newText: `${text.slice(range.start, range.start + Number(repair.calleeEnd))}${repair.text}`,
        },
      ];
    case 'dict-config': {
      const edit = streamHandler(text, range);
      return edit && [{ path, ...edit }];
    }
    case 'python':
      return [
        { path, range, newText: 'logging.StreamHandler(sys.stdout)' },
        ...imports(path, text, ['logging', 'sys']),
      ];
    case 'stream': {
      const keyword = /filename[ \t]*=[ \t]*$/.exec(text.slice(0, range.start).slice(-40))?.[0].length;
      if (keyword === undefined) return undefined;
      const start = range.start - keyword;
      return [
        { path, range: { start, end: range.end }, newText: 'stream=sys.stdout' },
        ...imports(path, text, ['sys']),
      ];
    }
    case 'opened':
      return within(range, inner) ? rustStdout(path, text, inner, String(repair.text)) : undefined;
    case 'inner':
      return within(range, inner) ? [{ path, range: inner, newText: String(repair.text) }] : undefined;
    case 'whole':
      return [{ path, range, newText: String(repair.text) }];
    case 'yaml':
      return piecesOf(path, yamlConsole(text, range, String(repair.text), asText(repair.stream)));
    case 'ini':
      return piecesOf(path, iniConsole(text, range, String(repair.text)));
    case 'log4j':
      return piecesOf(path, log4jConsole(text, range));
    case 'go':
      return goStdout(path, text, range, Number(repair.calleeEnd));
    case 'added':
      // The handler may as well be kept in a variable of its class.
      return /addHandler\(\s{0,20}$/.test(text.slice(Math.max(0, range.start - 40), range.start))
        ? [{ path, range, newText: String(repair.text) }]
        : undefined;
    case 'logback':
      return [{ path, range: appenderFrom(text, range), newText: toConsole(text, range) }];
    case 'quoted':
      return [{ path, range: { start: range.start + 1, end: range.end - 1 }, newText: String(repair.text) }];
    case 'argument': {
      // The same method without the file: it takes the writer alone.
      const callee = text.slice(range.start, range.start + Number(repair.calleeEnd)).replace(/\w+$/, '');
      return [{ path, range, newText: `${callee}${repair.text}(${text.slice(inner.start, inner.end)})` }];
    }
    case 'default': {
      // The logger has a console of its own unless that was taken out.
      const whole = wholeLines(text, inner);
      const beside = text.slice(whole.start, inner.start) + text.slice(inner.end, whole.end);
      const isPlain = /^\s*;?\s*$/.test(beside) && !/\.(?:remove|clear)\(/.test(text);
      return isPlain ? [{ path, range: whole, newText: '' }] : undefined;
    }
    case 'delete':
      return [{ path, range: wholeLines(text, inner), newText: '' }];
    default:
      return undefined;
  }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function piecesOf(path: string, pieces: readonly Piece[] | undefined): FileEdit[] | undefined {
  return pieces?.map((piece) => ({ path, ...piece }));
}

/** `log.SetOutput(f)`: a file that nothing else uses any more would not compile. */
function goStdout(path: string, text: string, range: Range, calleeEnd: number): FileEdit[] | undefined {
  const match = /^\(\s{0,20}([a-zA-Z_]\w{0,60})\s{0,20}[,)]/.exec(
    text.slice(range.start + calleeEnd, range.end),
  );
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const uses = text.split(new RegExp(`\\b${name}\\b`)).length - 1;
  if (uses < 3) return undefined;
  const start = range.start + calleeEnd + match[0].indexOf(name);
  return [{ path, range: { start, end: start + name.length }, newText: 'os.Stdout' }];
}

/** From an appender's class to the end of its element. */
function appenderFrom(text: string, { start }: Range): Range {
  const close = text.indexOf('</appender>', start);
  return { start, end: close < 0 ? start : close };
}

/** Logback's console appender knows nothing of a file and of its rotation. */
function toConsole(text: string, range: Range): string {
  const { start, end } = appenderFrom(text, range);
  const rest = text.slice(range.end, Math.max(end, range.end));
  const kept = rest.replace(
    /[ \t]{0,80}<(file|append|prudent|rollingPolicy|triggeringPolicy)\b[^>]{0,200}>.{0,2000}?<\/\1>[ \t]{0,80}\r?\n?/gs,
    '',
  );
  return `ch.qos.logback.core.ConsoleAppender${text.slice(start, end) === '' ? '' : kept}`;
}

/** The path may be a constant's, written elsewhere. */
function within(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function wholeLines(text: string, { start, end }: Range): Range {
  const after = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: after < 0 ? text.length : after + 1 };
}

function imports(path: string, text: string, modules: readonly string[]): FileEdit[] {
  return modules.flatMap((module) => {
    const edit = importEdit(text, module);
    return edit ? [{ path, ...edit }] : [];
  });
}
