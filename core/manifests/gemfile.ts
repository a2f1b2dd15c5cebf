import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type LocalPath,
  type Manifest,
} from '../manifest';
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
    const gems = gemsOf(text).filter(({ conditional }) => !conditional);
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
    locals: calls.flatMap((call) => localOf(call, text)),
    includes: calls.flatMap(({ name, strings }) =>
      name === 'eval_gemfile' && strings[0] ? [folder + strings[0].text] : [],
    ),
    traits: new Set(isGem ? (['published'] as const) : []),
  };
}

/** `gem 'x', path: '../x'` and `path '../x' do`. */
function localOf({ name, strings, range, rest }: RubyCall, text: string): LocalPath[] {
  const [first] = strings;
  if (name === 'path' && first) return [{ path: first.text, range: first.range }];
  const found = name === 'gem' ? /(?:\bpath:|:path[ \t]*=>)[ \t]*(["'])([^"'\n#]*)\1/.exec(rest) : null;
  const path = found?.[2];
  if (!found || path === undefined) return [];
  const start = text.indexOf(found[0], range.start) + found[0].length - 1 - path.length;
  return [{ path, range: { start, end: start + path.length } }];
}

function dependencyOf({ strings, rest, groups, conditional }: RubyCall): Dependency[] {
  const [name, version] = strings;
  if (!name) return [];
  return [
    {
      name: name.text,
      nameRange: name.range,
      version: version?.text,
      versionRange: version?.range,
      kind: kindOf([...groups, ...groupOptions(rest)]),
      ...(conditional ? { conditional } : {}),
    },
  ];
}

function kindOf(groups: readonly string[]): DependencyKind {
  if (groups.length === 0 || groups.some((one) => one === 'default' || one === 'production'))
    return 'runtime';
  return groups.every((one) => DEV_GROUPS.has(one)) ? 'dev' : 'optional';
}
