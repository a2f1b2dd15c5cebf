// Asks process runners what they make of each Procfile in test/conformance/corpus.json, and keeps their answers in
// test/conformance/answers.json. `--check` compares instead of writing, `--install` brings first what can be had. Answers of runners that this machine lacks stay
// as they are: foreman (Debian's ruby-foreman), honcho (a Python package), goreman and hivemind are taken from PATH, npm's foreman from this project's packages.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRunners } from './conformance/install.mjs';
import { runners } from './conformance/runners.mjs';
import { root } from './shared/paths.mjs';

const folder = join(root, 'test', 'conformance');
const path = join(folder, 'answers.json');
const isCheck = process.argv.includes('--check');

if (process.argv.includes('--install')) await installRunners();
const { cases } = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8'));
const texts = cases.map(({ text }) => text);
const recorded = JSON.parse(readFileSync(path, 'utf8'));
const answers = { ...recorded, note: 'Written by scripts/conformance.mjs; do not edit.' };
let passed = 0;
let failed = 0;

for (const { id, version, ask } of runners) {
  const found = await version();
  if (found === undefined) {
    console.log(`${id}: not on this machine; its recorded answers stay.`);
    continue;
  }
  const said = await ask(texts);
  const given = Object.fromEntries(cases.map(({ title }, index) => [title, said[index]]));
  const before = recorded[id]?.answers ?? {};
  for (const [title, answer] of Object.entries(given)) {
    const isSame = JSON.stringify(before[title]) === JSON.stringify(answer);
    if (isSame) passed++;
    else failed++;
    if (!isSame)
      console.log(`${id}, ${title}: ${JSON.stringify(answer)}, not ${JSON.stringify(before[title])}`);
  }
  console.log(`${id} ${found}: ${cases.length} Procfiles`);
  answers[id] = { version: found, answers: given };
}

if (isCheck) {
  console.log(`conformance: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} else {
  writeFileSync(path, `${JSON.stringify(answers, null, 2)}\n`);
}
