import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MOST_CODE_BYTES } from '../../core/limits';
import { sinkFiles, sinkRule } from '../harness/config-rule';
import { MemoryClient, type Settings } from '../harness/memory-client';

const whole: Settings = { diagnostics: { scope: 'workspace' } };
const yml = 'sink:\n  file: a.log\n';

function on<T>(
  files: Readonly<Record<string, string>>,
  use: (client: MemoryClient) => Promise<T>,
  settings?: Settings,
): Promise<T> {
  return MemoryClient.with(files, use, settings, undefined, [sinkRule]);
}

async function reported(client: MemoryClient): Promise<string[]> {
  const { items } = await client.pullWorkspace();
  return items.map(({ uri }) => client.pathOf(uri)).sort();
}

describe('server: configuration files', () => {
  it('judges one that is open, whatever its language, as it is typed', () =>
    on({ 'package.json': '{}' }, async (client) => {
      for (const [path, language] of [
        ['sink.yml', 'yaml'],
        ['deploy/sink.yml', 'plaintext'],
        ['config/sink.yml', 'javascript'],
      ] as const) {
        client.open(path, yml, language);
        const [first] = await client.diagnostics(path);
        assert.deepEqual(first?.range, { start: { line: 1, character: 8 }, end: { line: 1, character: 13 } });
        client.edit(path, 'a.log', '');
        assert.deepEqual(await client.diagnostics(path), []);
        client.edit(path, 'file: ', 'file: "b.log"');
        assert.equal((await client.diagnostics(path)).length, 1);
      }
      assert.deepEqual(client.log, []);
    }));

  it('says nothing of one that no rule looks into, that is ignored or too large', () =>
    on({ '.gitignore': 'local/\n' }, async (client) => {
      client.open('other.yml', yml, 'yaml');
      client.open('local/sink.yml', yml, 'yaml');
      client.open('sink.yml', yml + ' '.repeat(MOST_CODE_BYTES), 'yaml');
      for (const path of ['other.yml', 'local/sink.yml', 'sink.yml'])
        assert.deepEqual(await client.diagnostics(path), [], path);
    }));

  it('reports closed ones with the rest of the workspace, and reads no others', () =>
    on(
      { ...sinkFiles, 'notes.md': yml, 'sink-large.yml': yml + ' '.repeat(MOST_CODE_BYTES) },
      async (client) => {
        assert.deepEqual(await reported(client), [
          'config/sink.ini',
          'config/sink.json',
          'config/sink.properties',
          'config/sink.toml',
          'config/sink.xml',
          'config/sink.yml',
          'nginx.conf',
        ]);
        assert.ok(!client.host.reads.includes('config/other.yml'));
        assert.ok(!client.host.reads.includes('notes.md'));
        await client.pull('notes.md');
        assert.ok(!client.host.reads.includes('notes.md'));
      },
      whole,
    ));

  it('leaves closed ones alone where only open files are reported', () =>
    on({ 'sink.yml': yml, Procfile: 'web: node .\n' }, async (client) => {
      client.open('sink.yml');
      assert.equal((await client.diagnostics('sink.yml')).length, 1);
      client.close('sink.yml');
      const { items } = await client.pullWorkspace();
      assert.deepEqual(
        items.map((item) => (item.kind === 'full' ? [client.pathOf(item.uri), item.items] : item)),
        [['sink.yml', []]],
      );
      assert.deepEqual((await client.diagnostics('sink.yml')).length, 1, 'a tab that is not loaded yet');
    }));

  it('follows them on the disk', () =>
    on(
      { 'sink.yml': yml },
      async (client) => {
        const first = await client.pullWorkspace();
        const held = client.pullWorkspace(first.items);
        client.write({ 'sink.yml': 'sink:\n  file:\n', 'deploy/sink.ini': '[sink]\nfile = b.log\n' });
        const { items } = await held;
        const counts = items.map((item) => [
          client.pathOf(item.uri),
          item.kind === 'full' && item.items.length,
        ]);
        assert.deepEqual(Object.fromEntries(counts), { 'sink.yml': 0, 'deploy/sink.ini': 1 });
        const later = client.pullWorkspace(items);
        client.write({ 'deploy/sink.ini': undefined });
        assert.deepEqual(
          (await later).items.map((item) => [
            client.pathOf(item.uri),
            item.kind === 'full' && item.items.length,
          ]),
          [['deploy/sink.ini', 0]],
        );
      },
      whole,
    ));

  it('is configured by .twelvefactor.json as it changes', () =>
    on({ 'sink.yml': yml }, async (client) => {
      client.open('sink.yml');
      assert.equal((await client.diagnostics('sink.yml'))[0]?.severity, 2);
      client.write({ '.twelvefactor.json': '{ "rules": { "logs/*": "error" } }' });
      await client.idle();
      assert.equal((await client.diagnostics('sink.yml'))[0]?.severity, 1);
    }));

  const ignored: readonly [path: string, text: string, at: string, expected: string | undefined][] = [
    [
      'sink.yml',
      yml,
      'a.log',
      'sink:\n  # twelve-factor-ignore-next-line logs/sink -- reason\n  file: a.log\n',
    ],
    [
      'sink.ini',
      '[sink]\nfile=a.log\n',
      'a.log',
      '[sink]\n; twelve-factor-ignore-next-line logs/sink -- reason\nfile=a.log\n',
    ],
    [
      'sink.xml',
      '<a>\n <sink file="a.log"/>\n</a>\n',
      'a.log',
      '<a>\n <!-- twelve-factor-ignore-next-line logs/sink: reason -->\n <sink file="a.log"/>\n</a>\n',
    ],
    ['sink.xml', '<a>\n <sink\n   file="a.log"/>\n</a>\n', 'a.log', undefined],
    ['sink.json', '{"sink":\n{"file":"a.log"}}\n', 'a.log', undefined],
    ['sink.yml', 'sink:\n  file: |\n    a.log\n', 'a.log', undefined],
    ['sink.toml', '[sink]\nfile = """\na.log"""\n', 'a.log', undefined],
  ];
  for (const [path, text, at, expected] of ignored) {
    it(`puts an ignore comment above, or none: ${JSON.stringify(text)}`, () =>
      on({}, async (client) => {
        client.open(path, text);
        assert.equal((await client.diagnostics(path)).length, 1);
        const action = (await client.actions(path, at)).find(({ title }) => title.startsWith('Ignore'));
        const { edit } = action ? await client.resolve(action) : {};
        assert.equal(edit && client.applied(edit)[path], expected);
        if (expected === undefined) return;
        client.open(path, expected);
        assert.deepEqual(await client.diagnostics(path), []);
      }));
  }
});
