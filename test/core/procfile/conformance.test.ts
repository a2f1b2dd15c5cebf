import assert from 'node:assert/strict';
import foreman from 'foreman/lib/procfile.js';
import { parseProcfile } from '../../../core/procfile/parse';
import answers from '../../conformance/answers.json';
import corpus from '../../conformance/corpus.json';
import { MemoryApp } from '../../harness/app';

interface Answer {
  readonly processes?: readonly (readonly [name: string, command: string])[];
  readonly names?: readonly string[];
  readonly refused?: string;
}

const runners: Readonly<Record<string, { readonly answers: Readonly<Record<string, Answer>> }>> = (() => {
  const { note, ...rest } = answers;
  assert.match(note, /scripts\/conformance\.mjs/);
  return rest as unknown as Record<string, { answers: Record<string, Answer> }>;
})();

/** Where we read otherwise than foreman, on purpose. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  // Not a process whose command is a blank.
  'blanks for a command': ['worker'],
  // Editors and honcho see two lines there.
  'a lone carriage return between entries': ['web', 'worker'],
  // An editor takes the mark away before anyone sees it.
  'a byte order mark': ['web', 'worker'],
  // A block of YAML, not a process that runs `|`; a topic of a command line, not a process type.
  'a YAML block': ['web', 'worker'],
};
/** What cannot be told in the file itself: an empty one has no place for it, and a mark is gone in the editor. */
const UNTOLD = new Set(['an empty file', 'a byte order mark']);

function namesOf(answer: Answer | undefined): string {
  if (!answer || answer.refused !== undefined) return 'refused';
  return (answer.names ?? answer.processes?.map(([name]) => name) ?? []).slice().sort().join(' ');
}

const ourNames = (text: string) => parseProcfile(text).processes.map(({ name }) => name);

describe('Procfiles as runners read them', () => {
  for (const { title, text } of corpus.cases) {
    const said = Object.values(runners).map((runner) => namesOf(runner.answers[title]));
    const agree = new Set(said).size === 1;

    it(`${title}: read as foreman does`, () => {
      const theirs = runners.foreman?.answers[title]?.processes ?? [];
      const expected = OURS[title] ?? theirs.map(([name]) => name);
      assert.deepEqual(ourNames(text), expected);
      if (OURS[title]) return;
      const commands = parseProcfile(text).processes.map(({ command }) => command.text);
      assert.deepEqual(
        commands,
        theirs.map(([, command]) => command.replace(/^[ \t]+|[ \t]+$/g, '')),
      );
    });

    it(`${title}: ${agree ? 'all agree, and nothing is told' : 'runners differ, and it is told'}`, async () => {
      const app = new MemoryApp({ Procfile: text });
      const told = (await app.check('Procfile'))
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('procfile/') && rule !== 'procfile/invalid-name');
      if (agree) assert.deepEqual(told, []);
      else if (!UNTOLD.has(title)) assert.notDeepEqual(told, []);
    });

    it(`${title}: node-foreman says what was recorded`, () => {
      const recorded = runners['node-foreman']?.answers[title];
      assert.deepEqual(askNodeForeman(text), recorded);
    });
  }

  it('are answered by every runner', () => {
    assert.deepEqual(Object.keys(runners), ['foreman', 'honcho', 'node-foreman', 'goreman', 'hivemind']);
    for (const { answers: given } of Object.values(runners))
      assert.deepEqual(
        Object.keys(given),
        corpus.cases.map(({ title }) => title),
      );
  });
});

function askNodeForeman(text: string): Answer {
  try {
    return { processes: Object.entries(foreman.procs(text)) };
  } catch (error) {
    return { refused: error instanceof Error ? error.constructor.name : 'Error' };
  }
}
