// Fills the table of runners in docs/procfile.md from what test/conformance holds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './_fill.mjs';
import { load } from './_load.mjs';

export async function generate({ root }) {
  const { parseProcfile } = await load(root, 'core/procfile/parse.ts');
  const read = (name) => JSON.parse(readFileSync(join(root, 'test/conformance', name), 'utf8'));
  const { cases } = read('corpus.json');
  const { note, ...runners } = read('answers.json');
  const path = 'docs/procfile.md';
  const text = readFileSync(join(root, path), 'utf8');
  const ours = (source) => parseProcfile(source).processes.map(({ name }) => name);
  return [{ path, text: fill(text, 'runners', table(cases, runners, ours)) }];
}

function table(cases, runners, ours) {
  const heads = Object.entries(runners).map(([id, { version }]) => `${id} ${version}`);
  const rows = cases.map(({ title, text }) => {
    const answers = Object.values(runners).map(({ answers }) => cell(answers[title]));
    return [title, shown(text), ...answers, list(ours(text))];
  });
  const head = ['Procfile with …', 'text', ...heads, 'this extension'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(answer) {
  if (answer === undefined || answer.refused !== undefined) return 'refuses';
  return list(answer.names ?? answer.processes.map(([name]) => name));
}

function list(names) {
  if (names.length === 0) return 'nothing';
  return [...names]
    .sort()
    .map((name) => code(name.length > 12 ? `${name.slice(0, 12)}…` : name))
    .join(', ');
}

function shown(text) {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\\\\', '\\')
    .replace(/[\u00a0\ufeff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return escaped === '' ? '' : code(escaped.length > 70 ? `${escaped.slice(0, 69)}…` : escaped);
}

function code(text) {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
