// How each runner is asked what it reads in a Procfile. An answer is the list of its process types, each with the command
// where the runner tells it, or one sentence on why it refuses the file.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { exec, must, which } from '../shared/exec.mjs';
import { cache } from '../shared/paths.mjs';

/** What a terminal's colours begin with. */
const ESCAPE = String.fromCharCode(27);

const require = createRequire(import.meta.url);

/** foreman's own parser, for all texts in one process. */
const RUBY = `
require "json"
require "tmpdir"
require "foreman/procfile"
answers = JSON.parse(File.read(ARGV[0], encoding: "UTF-8")).map do |text|
  Dir.mktmpdir do |folder|
    path = File.join(folder, "Procfile")
    File.binwrite(path, text)
    begin
      found = []
      Foreman::Procfile.new(path).entries { |name, command| found << [name, command] }
      { "processes" => found }
    rescue StandardError => error
      { "refused" => error.class.name }
    end
  end
end
puts JSON.generate(answers)
`;

/** honcho's own parser, likewise. */
const PYTHON = `
import json, sys
from honcho.environ import parse_procfile
answers = []
for text in json.load(open(sys.argv[1], encoding="utf-8")):
    try:
        # As honcho reads a file: in text mode, which makes one line break of all.
        text = text.replace("\\r\\n", "\\n").replace("\\r", "\\n")
        answers.append({"processes": [list(item) for item in parse_procfile(text).processes.items()]})
    except Exception as error:
        answers.append({"refused": type(error).__name__})
print(json.dumps(answers))
`;

export const runners = [
  {
    id: 'foreman',
    version: async () => (await output('foreman', ['version']))?.trim(),
    ask: (texts) => json('ruby', ['-e', RUBY], texts),
  },
  {
    id: 'honcho',
    version: async () =>
      (await output(python(), ['-c', 'import importlib.metadata as m; print(m.version("honcho"))']))?.trim(),
    ask: (texts) => json(python(), ['-c', PYTHON], texts),
  },
  {
    id: 'node-foreman',
    version: async () => require('foreman/package.json').version,
    ask: async (texts) => texts.map(askNodeForeman),
  },
  {
    id: 'goreman',
    version: async () => /([\d.]+)/.exec((await output('goreman', ['version'])) ?? '')?.[1],
    ask: (texts) => each(texts, askGoreman),
  },
  {
    id: 'hivemind',
    version: async () => /([\d.]+)/.exec((await output('hivemind', ['--version'])) ?? '')?.[1],
    ask: (texts) => each(texts, askHivemind),
  },
];

/** The Python that has honcho: that of the tests' own environment, else the machine's. */
function python() {
  const own = join(cache, 'honcho', 'bin', 'python');
  return existsSync(own) ? own : which('python3');
}

function askNodeForeman(text) {
  try {
    return { processes: Object.entries(require('foreman/lib/procfile').procs(text)) };
  } catch (error) {
    return { refused: error.constructor.name };
  }
}

async function askGoreman(path) {
  const { code, output: said } = await exec('goreman', ['-f', path, 'check'], {});
  const names = /\(([^)]*)\)/.exec(said)?.[1];
  if (code !== 0 || names === undefined) return { refused: lastLine(said) };
  return { names: names.split(', ').sort() };
}

/** Runs it: each process prints and ends, and a line behind the name of its process says that it ran. */
async function askHivemind(path) {
  const { code, output: said } = await exec('hivemind', [path], { timeout: 20_000 });
  const names = [...said.replaceAll(ESCAPE, '').matchAll(/m([\w-]+) +\[0m\| \[1mRunning/g)].map(
    ([, name]) => name,
  );
  return names.length > 0 ? { names: names.sort() } : { refused: lastLine(said) || `exit code ${code}` };
}

function lastLine(said) {
  const line = said.trim().split('\n').at(-1) ?? '';
  return line.replace(/^[^:]*: /, '').replace(/\/\S+/g, '…');
}

async function each(texts, ask) {
  const answers = [];
  for (const text of texts) {
    const folder = mkdtempSync(join(tmpdir(), 'procfile-'));
    const path = join(folder, 'Procfile');
    writeFileSync(path, text);
    answers.push(await ask(path, folder));
    rmSync(folder, { recursive: true, force: true });
  }
  return answers;
}

/** What a program prints; undefined where it is not there or fails. */
async function output(program, args) {
  const path = program && (isAbsolute(program) ? program : which(program));
  if (!path) return undefined;
  const { code, output: said } = await exec(path, args, {});
  return code === 0 ? said : undefined;
}

/** Hands all texts to a program in a file. */
async function json(program, args, texts) {
  const folder = mkdtempSync(join(tmpdir(), 'procfiles-'));
  const path = join(folder, 'texts.json');
  writeFileSync(path, JSON.stringify(texts));
  try {
    return JSON.parse(await must(program, [...args, path]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
