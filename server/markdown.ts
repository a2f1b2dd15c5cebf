import type { App } from '../core/app';
import { isExampleEnvFile } from '../core/facts/app-files';
import { rulePage } from '../core/links';
import type { Rule } from '../core/rule';
import pages from '../core/rules/pages.generated';
import { LineIndex } from '../core/text';
import type { EnvName, EnvSetting } from './env-names';
import { uriOf } from './uri';

const MOST_READERS = 5;

/** Where a variable is set, read and documented; never what its value is. */
export function describeEnvName(one: EnvName, app: App, folder: string): string {
  const link = (path: string, line?: number): string => linkTo(path, uriOf(folder, path), line);
  const set = one.settings.map((setting) => {
    return `- Set in ${link(setting.path, lineOf(setting, app))}${masked(setting)}`;
  });
  const given = one.isGiven ? ['- Given to every process by whatever runs it'] : [];
  const unset = set.length + given.length === 0 ? ['- Not set in any file'] : [];
  const readers = one.readers
    .slice(0, MOST_READERS)
    .map(({ path, hasDefault }) => `${link(path)}${hasDefault ? ' (has a default)' : ''}`);
  const more = one.readers.length - readers.length;
  const read =
    readers.length > 0
      ? `- Read in ${readers.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
      : '- Not read in this app';
  return [
    `**${one.name}**, environment variable`,
    '',
    ...given,
    ...set,
    ...unset,
    read,
    ...documented(one, app, link),
  ].join('\n');
}

function documented({ examples, isGiven }: EnvName, app: App, link: (path: string) => string): string[] {
  if (examples.length > 0) return [`- Documented in ${examples.map((path) => link(path)).join(', ')}`];
  const example = [...app.env, ...app.envAbove].find(({ path }) => isExampleEnvFile(path));
  return example && !isGiven ? [`- Not documented in ${link(example.path)}`] : [];
}

function masked({ value }: EnvSetting): string {
  if (value === undefined) return '';
  if (value.length === 0) return ': empty';
  return `: ${value} (${value.shape}, ${value.length} character${value.length === 1 ? '' : 's'})`;
}

function lineOf({ path, range }: EnvSetting, app: App): number {
  return new LineIndex(app.tree.appFiles.get(path)?.text ?? '').positionAt(range.start).line + 1;
}

export function linkTo(label: string, uri: string, line: number | undefined): string {
  const text = label.replace(/[\\`*_[\]<>]/g, '\\$&');
  return `[${text}](${uri}${line === undefined ? '' : `#L${line}`})`;
}

/** A rule's title and why it is one, from its page. */
export function describeRule(id: string, rules: readonly Rule[]): string {
  const found = rules.filter(
    (rule) => rule.id === id || (id.endsWith('/*') && rule.id.startsWith(id.slice(0, -1))),
  );
  if (found.length === 0) return `No rule is called \`${id}\`.`;
  return found
    .map((rule) => `**${rule.title}** (\`${rule.id}\`)\n\n${whyOf(rule.id)}[Read more](${rulePage(rule.id)})`)
    .join('\n\n');
}

/** What stands on a rule's page between its title and its first case. */
function whyOf(id: string): string {
  const page = pages.get(id) ?? '';
  const end = page.indexOf('\n## ');
  const why = page.slice(page.indexOf('\n') + 1, end < 0 ? undefined : end).trim();
  return why === '' ? '' : `${why}\n\n`;
}
