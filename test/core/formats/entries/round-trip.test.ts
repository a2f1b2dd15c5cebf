import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entriesOf, shown, written } from '../../../harness/config-entries';
import { type ConfigTree, configSections, configTree, valuesOf } from '../../../harness/config-trees';

type Print = (tree: ConfigTree, indentation?: string) => string;

const lines = (tree: ConfigTree, line: (key: string, child: ConfigTree | string) => string): string =>
  [...tree].map(([key, child]) => line(key, child)).join('');

const yaml: Print = (tree, indentation = '') =>
  lines(tree, (key, child) => {
    if (typeof child === 'string') return `${indentation}${key}: "${child}" # ${key}: not-said-here\n`;
    return `\n${indentation}${key}:\n${yaml(child, `${indentation}  `)}`;
  });
const json: Print = (tree) => {
  const members = [...tree].map(
    ([key, child]) => `"${key}" : ${typeof child === 'string' ? JSON.stringify(child) : json(child)}`,
  );
  return `{ // "not-said-here": 1\n${members.join(' ,\n')}}`;
};
const toml: Print = (tree) => {
  const inline = (child: ConfigTree | string): string =>
    typeof child === 'string'
      ? `'${child}'`
      : `{ ${[...child].map(([key, one]) => `"${key}" = ${inline(one)}`).join(', ')} }`;
  return lines(tree, (key, child) => `${key} = ${inline(child)} # not-said-here = 1\n`);
};
const xml: Print = (tree, indentation = '') =>
  lines(tree, (key, child) => {
    const content = typeof child === 'string' ? ` ${child} ` : `\n${xml(child, `${indentation} `)}`;
    return `${indentation}<!-- <not-said-here/> --><n:${key}\n>${content}</n:${key}>\r\n`;
  });
const braces: Print = (tree, indentation = '') =>
  lines(tree, (key, child) => {
    if (typeof child === 'string') return `${indentation}${key}   ${child} ; # not-said-here 1;\n`;
    return `${indentation}${key} ~ "^/{" {\n${braces(child, `${indentation}  `)}${indentation}}\n`;
  });
const tags: Print = (tree, indentation = '') =>
  lines(tree, (key, child) => {
    if (typeof child === 'string') return `${indentation}${key}\t${child}\n`;
    return `${indentation}<${key} "*:80">\n# not-said-here 1\n${tags(child, `${indentation}  `)}${indentation}</${key}>\n`;
  });
const caddy: Print = (tree, indentation = '') =>
  lines(tree, (key, child) => {
    if (typeof child === 'string') return `${indentation}${key} ${child} # not-said-here\n`;
    return `${indentation}${key} /x {\n${caddy(child, `${indentation}\t`)}${indentation}}\n`;
  });
const ini: Print = (tree) =>
  lines(tree, (section, child) => {
    const own = typeof child === 'string' ? new Map() : child;
    return `\n[${section}]\n; not-said-here = 1\n${lines(own, (key, value) => `${key} = ${value} ; not-said-here\n`)}`;
  });
const properties: Print = (tree) =>
  Object.entries(valuesOf(tree))
    .map(([key, value]) => `! not-said-here=1\n  ${key} : ${value}\r\n`)
    .join('');

const formats: readonly [path: string, trees: fc.Arbitrary<ConfigTree>, print: Print][] = [
  ['a.yml', configTree(4), yaml],
  ['a.json', configTree(4), json],
  ['a.toml', configTree(4), toml],
  ['a.xml', configTree(4), xml],
  ['nginx.conf', configTree(4), braces],
  ['httpd.conf', configTree(4), tags],
  ['Caddyfile', configTree(4), caddy],
  ['a.ini', configSections, ini],
  ['a.properties', configTree(4), properties],
];

describe('the entries of a configuration file', () => {
  for (const [path, trees, print] of formats) {
    it(`are what ${path} says, at their places`, () => {
      fc.assert(
        fc.property(trees, (tree) => {
          const values = valuesOf(tree);
          const text = path === 'a.xml' ? `<root>${print(tree)}</root>` : print(tree);
          const expected = path === 'a.xml' ? valuesOf(new Map([['root', tree]])) : values;
          assert.deepEqual(written(path, text), expected);
          const read = entriesOf(path, text).filter(({ kind }) => kind === 'value');
          assert.deepEqual(
            Object.fromEntries(read.map(({ keys, value }) => [keys.join('.'), value])),
            expected,
          );
          for (const { keys, keyRange, whole } of read) {
            const key = text.slice(keyRange.start, keyRange.end);
            assert.equal(key.slice(key.lastIndexOf('.') + 1).replace('n:', ''), keys.at(-1));
            assert.ok(
              !/not-said-here/.test(text.slice(whole.start, whole.end)),
              'a comment is no part of it',
            );
          }
        }),
      );
    });
  }

  it('give maps and lists before what they hold', () => {
    const yamlText = 'servers:\n  - name: a\n  - name: b\n';
    const expected = ['servers: list', 'servers.0: map', 'servers.0.name = a', 'servers.1: map'];
    assert.deepEqual(shown('a.yml', yamlText).slice(0, 4), expected);
    assert.deepEqual(shown('a.json', '{"servers":[{"name":"a"},{"name":"b"}]}').slice(0, 4), expected);
    assert.deepEqual(shown('a.toml', 'servers = [{ name = "a" }, { name = "b" }]').slice(0, 4), expected);
  });
});
