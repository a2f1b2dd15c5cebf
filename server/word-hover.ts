import type { App } from '../core/app';
import { guideOf, optionOf } from '../core/guide-of';
import { parseCommand } from '../core/procfile/command';
import { type Command, everySimple, type SimpleCommand, type Word } from '../core/procfile/procfile';
import { shownCommand } from '../core/procfile/shown';
import { joined, targetsOf } from '../core/procfile/targets';
import type { ProgramGuide, ProgramOption } from '../core/program-guide';
import type { Range } from '../core/text';
import { uriOf } from './uri';

interface Told {
  readonly markdown: string;
  readonly range: Range;
}

/** Where a command stands. */
interface Place {
  readonly app: App;
  /** The URI of the workspace folder. */
  readonly folder: string;
  readonly path: string;
}

/** What the word at an offset of a process command is: an option of its program, a script of package.json. */
export function describeWord(command: Command, offset: number, place: Place): Told | undefined {
  for (const simple of everySimple(command)) {
    const word = simple.words.find(({ range }) => range.start <= offset && offset <= range.end);
    if (word) return option(simple, word) ?? script(command, word, place);
  }
  return undefined;
}

function option(simple: SimpleCommand, word: Word): Told | undefined {
  const started = guideOf(simple);
  const index = simple.words.indexOf(word);
  if (!started || index < started.at + started.words.length) return undefined;
  const { guide } = started;
  const named = optionOf(guide, word.text);
  if (named) return { markdown: describeOption(named, guide), range: word.range };
  // The value of an option tells the same as the option.
  const before = simple.words[index - 1];
  const owner = before && !before.text.includes('=') ? optionOf(guide, before.text) : undefined;
  return owner?.value === undefined
    ? undefined
    : { markdown: describeOption(owner, guide), range: word.range };
}

function describeOption({ names, value, what }: ProgramOption, guide: ProgramGuide): string {
  const ways = names.map((name) => `\`${name}${value === undefined ? '' : ` ${value}`}\``).join(', ');
  return `${ways}, option of ${guide.names[0]}\n\n${what}\n\n[Documentation](${guide.docs})`;
}

/** What a script of package.json runs. */
function script(command: Command, word: Word, { app, folder, path }: Place): Told | undefined {
  const base = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  for (const target of targetsOf(command, base)) {
    if (target.kind !== 'script' || target.range.start !== word.range.start) continue;
    const manifest = joined(target.folder, 'package.json') ?? '';
    const found = app.tree.manifests.get(manifest)?.scripts.find(({ name }) => name === target.name);
    if (!found) return undefined;
    const shown = shownCommand(parseCommand(found.command.text));
    const fence = '`'.repeat(Math.max(3, longestTicks(shown) + 1));
    const markdown = `**${found.name}**, script of [${manifest}](${uriOf(folder, manifest)})\n\n${fence}sh\n${shown}\n${fence}`;
    return { markdown, range: word.range };
  }
  return undefined;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}
