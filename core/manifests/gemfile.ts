import { type Dependency, type DependencyKind, defineManifest, type Manifest } from '../manifest';
import { emptyManifest } from './shared/empty';
import { appendLines, insertLine } from './shared/insert';
import { groupOptions, type RubyCall, readRubyCalls } from './shared/ruby-lines';
import { quotedWord, wordAt } from './shared/typed';

const DEV_GROUPS = new Set(['development', 'test', 'lint', 'ci', 'rubocop', 'debug', 'console', 'docs']);

/** Bundler's Gemfile. https://bundler.io/man/gemfile.5.html */
export default defineManifest({
  id: 'gemfile',
  ecosystem: 'rubygems',
  files: /(?:^|\/)(?:Gemfile|gems\.rb)$/,
  parse,
  placeAt(_path, text, offset) {
    const word = wordAt(text, offset);
    const quoted = word && quotedWord(word);
    const quote = quoted && text[quoted.range.start];
    if (!quoted || !/^\s*gem[ (]+$/.test(quoted.before)) return undefined;
    return {
      range: quoted.range,
      typed: quoted.text,
      kind: 'runtime',
      entry: (name) => `${quote}${name}${quote}`,
    };
  },
  declare(text, name, version, kind) {
    const gems = gemsOf(text);
    const dev = kind === 'dev';
    const beside = gems.filter(({ groups }) =>
      dev ? groups.some((one) => DEV_GROUPS.has(one)) : groups.length === 0,
    );
    const quote = /\bgem[ (]+'/.test(text) ? "'" : '"';
    const quoted = (word: string): string => `${quote}${word}${quote}`;
    const bound =
      version === undefined || version === ''
        ? ''
        : `, ${quoted(/^\d/.test(version) ? `~> ${version}` : version)}`;
    const line = `gem ${quoted(name)}${bound}`;
    const last = beside.at(-1);
    if (!last) return [appendLines(text, dev ? `${line}, groups: [:development, :test]` : line)];
    const indent = ' '.repeat(last.range.start - (text.lastIndexOf('\n', last.range.start - 1) + 1));
    const items = beside.map((gem) => ({ key: gem.strings[0]?.text ?? '', range: gem.range }));
    return insertLine(text, items, name, indent + line);
  },
});

function gemsOf(text: string): RubyCall[] {
  return readRubyCalls(text).filter(({ name, strings }) => name === 'gem' && strings.length > 0);
}

function parse(path: string, text: string): Manifest {
  const calls = readRubyCalls(text);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const gems = calls.filter(({ name, strings }) => name === 'gem' && strings.length > 0);
  const isGem = calls.some(({ name }) => name === 'gemspec');
  return {
    ...emptyManifest(path, 'rubygems', 'gemfile'),
    dependencies: gems.flatMap(dependencyOf),
    includes: calls.flatMap(({ name, strings }) =>
      name === 'eval_gemfile' && strings[0] ? [folder + strings[0].text] : [],
    ),
    traits: new Set(isGem ? (['published'] as const) : []),
  };
}

function dependencyOf({ strings, rest, groups }: RubyCall): Dependency[] {
  const [name, version] = strings;
  if (!name) return [];
  return [
    {
      name: name.text,
      nameRange: name.range,
      version: version?.text,
      versionRange: version?.range,
      kind: kindOf([...groups, ...groupOptions(rest)]),
    },
  ];
}

function kindOf(groups: readonly string[]): DependencyKind {
  if (groups.length === 0 || groups.some((one) => one === 'default' || one === 'production'))
    return 'runtime';
  return groups.every((one) => DEV_GROUPS.has(one)) ? 'dev' : 'optional';
}
