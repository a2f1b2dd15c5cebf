import { parseProcfile } from '../procfile/parse';
import type { Range } from '../text';
import json from './entries/json';
import toml from './entries/toml';
import yaml from './entries/yaml';
import type { ConfigEntry } from './entry';

/** Where a file names a process type. */
export interface ProcessMention {
  readonly name: string;
  readonly range: Range;
  /** Defined in a Procfile · scaled or run by another file of the deploy · a service of its name · in a command. */
  readonly kind: 'definition' | 'deploy' | 'service' | 'command';
}

const PROCFILE = /(?:^|\/)(?:Procfile(?:\.[\w.-]+)?|[\w.-]+\.procfile)$/;
const APP_JSON = /(?:^|\/)app\.json$/;
const HEROKU = /(?:^|\/)heroku\.ya?ml$/;
const FLY = /(?:^|\/)fly\.toml$/;
const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;
/** Texts in which commands are written down for people or for machines. */
const TEXTS =
  /(?:\.(?:md|mdx|rst|txt|adoc|sh|ya?ml)|(?:^|\/)(?:Makefile|Justfile|Rakefile|package\.json)|(?:^|\/)bin\/[\w-]+)$/;

/** Whether a file may name process types. */
export function mayNameProcesses(path: string): boolean {
  return [PROCFILE, APP_JSON, HEROKU, FLY, COMPOSE, TEXTS].some((pattern) => pattern.test(path));
}

/** The places of a file where these process types are named. Never throws. */
export function processMentions(path: string, text: string, names: ReadonlySet<string>): ProcessMention[] {
  const found = [...structured(path, text), ...(TEXTS.test(path) ? inCommands(text) : [])];
  return found.filter(({ name }) => names.has(name));
}

function structured(path: string, text: string): ProcessMention[] {
  if (PROCFILE.test(path))
    return parseProcfile(text).processes.map(({ name, nameRange: range }) => ({
      name,
      range,
      kind: 'definition',
    }));
  if (APP_JSON.test(path)) return keysIn(json.entries(text), isFormation, 'deploy');
  if (HEROKU.test(path))
    return keysIn(yaml.entries(text), (keys) => keys.length === 2 && keys[0] === 'run', 'deploy');
  if (FLY.test(path)) return fly(toml.entries(text));
  if (COMPOSE.test(path))
    return keysIn(yaml.entries(text), (keys) => keys.length === 2 && keys[0] === 'services', 'service');
  return [];
}

function isFormation(keys: readonly string[]): boolean {
  const at = keys[0] === 'environments' ? 2 : 0;
  return keys[at] === 'formation' && keys.length === at + 2;
}

function keysIn(
  entries: readonly ConfigEntry[],
  is: (keys: readonly string[]) => boolean,
  kind: ProcessMention['kind'],
): ProcessMention[] {
  return entries
    .filter(({ keys }) => is(keys))
    .map(({ keys, keyRange: range }) => ({ name: keys.at(-1) ?? '', range, kind }));
}

/** `[processes]` defines them, `processes = ["web"]` of a service asks for them. */
function fly(entries: readonly ConfigEntry[]): ProcessMention[] {
  return entries.flatMap(({ keys, keyRange, value, range, kind }): ProcessMention[] => {
    if (keys.length === 2 && keys[0] === 'processes')
      return [{ name: keys[1] ?? '', range: keyRange, kind: 'deploy' }];
    const isAsked = keys.at(-2) === 'processes' && keys.length > 2 && kind === 'value';
    return isAsked ? [{ name: value, range, kind: 'deploy' }] : [];
  });
}

/** What starts, scales or restarts processes by their types. */
const RUNNER =
  /(?:\b(?:foreman|honcho|overmind|goreman|hivemind|nf|twelve-factor)[ \t]+(?:run[ \t]+)?(?:start|restart|stop|run|s|c|connect)\b|\bheroku[ \t]+(?:local(?::start)?|ps:\w+|logs|run:\w+)\b|\bps:(?:scale|restart|stop|resize|type|exec)\b)/g;
const LONGEST = 300;

function inCommands(text: string): ProcessMention[] {
  const found: ProcessMention[] = [];
  for (const { index, 0: command } of text.matchAll(RUNNER)) {
    const start = index + command.length;
    const rest = /^[^\n`"'|;&#)]{0,300}/.exec(text.slice(start, start + LONGEST))?.[0] ?? '';
    for (const { index: at, 0: lead, 1: name = '' } of rest.matchAll(
      /(?:^|[ \t,=])([A-Za-z0-9][\w-]{0,62})(?=[ \t,=.]|$)/g,
    )) {
      const from = start + at + lead.length - name.length;
      found.push({ name, range: { start: from, end: from + name.length }, kind: 'command' });
    }
  }
  return found;
}
