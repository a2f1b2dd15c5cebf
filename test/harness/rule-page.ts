import type { Range } from '../../core/text';
import { withTokens } from './token-samples';

/** One heading of a rule's page with the files shown under it: a case. */
export interface PageCase {
  readonly title: string;
  readonly files: readonly PageFile[];
  readonly messages: readonly string[];
  readonly fixed: readonly PageFile[];
}

export interface PageFile {
  readonly path: string;
  readonly text: string;
  /** What stands between `«` and `»`; the marks are no part of `text`. */
  readonly marks: readonly Range[];
}

const FENCE = /^```(\w+)?(?: (.*))?$/;
const DEFAULT_PATHS: Readonly<Record<string, string>> = {
  js: 'app.js',
  jsx: 'app.jsx',
  ts: 'app.ts',
  tsx: 'app.tsx',
  vue: 'App.vue',
  svelte: 'App.svelte',
  python: 'app.py',
  ruby: 'app.rb',
  php: 'app.php',
  java: 'App.java',
  go: 'main.go',
  csharp: 'Program.cs',
  rust: 'src/main.rs',
  sh: 'start.sh',
  procfile: 'Procfile',
  dotenv: '.env',
  json: 'package.json',
  nginx: 'nginx.conf',
  haproxy: 'haproxy.cfg',
  properties: 'application.properties',
};

/** The cases of a page: fenced blocks are files (`js web/app.js`), quoted lines messages, `fixed` blocks what a fix leaves. */
export function readPage(page: string): PageCase[] {
  const cases: { title: string; files: PageFile[]; messages: string[]; fixed: PageFile[] }[] = [];
  const lines = page.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const heading = /^#{2,} (.*)$/.exec(line);
    if (heading) cases.push({ title: heading[1] ?? '', files: [], messages: [], fixed: [] });
    const current = cases.at(-1);
    if (line.startsWith('> ')) current?.messages.push(line.slice(2));
    const fence = FENCE.exec(line);
    if (!fence) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`A fence is open at line ${at + 1}`);
    const words = (fence[2] ?? '').split(' ').filter((word) => word !== '');
    const isFixed = words[0] === 'fixed';
    const path = (isFixed ? words[1] : words[0]) ?? DEFAULT_PATHS[fence[1] ?? ''];
    if (path === undefined) throw new Error(`The block at line ${at + 1} needs a path`);
    const file = readMarks(path, withTokens(`${lines.slice(at + 1, end).join('\n')}\n`));
    (isFixed ? current?.fixed : current?.files)?.push(file);
    at = end;
  }
  return cases.filter(({ files }) => files.length > 0);
}

/** A text whose `«…»` marks are taken out. */
export function readMarks(path: string, marked: string): PageFile {
  const marks: Range[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') open.push(text.length);
    else if (character === '»') marks.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { path, text, marks: marks.sort((a, b) => a.start - b.start) };
}
