import type { Family } from '../language';

/** The commands that a code file adds to its framework's runner, by name: Rake tasks, Artisan and Symfony commands. */
export function tasksOf(text: string, family: Family): string[] {
  if (family === 'ruby') return text.includes('task ') ? rakeTasks(text) : [];
  if (family === 'php') return phpCommands(text);
  return [];
}

const RAKE = /^([ \t]*)(namespace|task|end)\b[ \t(]*(?:(?:["':])([\w-]{1,60})|([\w-]{1,60}):)?/;
const MOST_TASKS = 200;

/** `task :name` within its namespaces, which indentation tells apart. */
function rakeTasks(text: string): string[] {
  const open: { readonly indent: number; readonly name: string }[] = [];
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    const [, blanks = '', word, symbol, key] = RAKE.exec(line.slice(0, 200)) ?? [];
    const name = symbol ?? key;
    if (word === undefined) continue;
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= blanks.length) open.pop();
    if (word === 'end' || name === undefined) continue;
    if (word === 'namespace') open.push({ indent: blanks.length, name });
    else if (found.size < MOST_TASKS) found.add([...open.map((one) => one.name), name].join(':'));
  }
  return [...found];
}

const SIGNATURE = /\$(?:signature|defaultName)\s{0,5}=\s{0,20}["']([\w:.-]{1,60})/;
const ATTRIBUTE = /#\[AsCommand\(\s{0,20}(?:name:\s{0,5})?["']([\w:.-]{1,60})/;

function phpCommands(text: string): string[] {
  if (!text.includes('signature') && !text.includes('AsCommand') && !text.includes('defaultName')) return [];
  const name = (SIGNATURE.exec(text) ?? ATTRIBUTE.exec(text))?.[1];
  return name === undefined ? [] : [name];
}
