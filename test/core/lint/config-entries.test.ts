import assert from 'node:assert/strict';
import { defaultSettings } from '../../../core/lint/settings';
import { Linter } from '../../../core/linter';
import { Grammars } from '../../../core/syntax/grammars';
import { MemoryApp } from '../../harness/app';
import { sinkFiles, sinkRule } from '../../harness/config-rule';
import { npmGrammars } from '../../harness/grammars';

const linter = new Linter(new Grammars(npmGrammars()), [sinkRule]);

async function said(path: string, text: string): Promise<string[]> {
  const app = new MemoryApp({ [path]: text });
  const findings = await linter.check(path, text, app.picture.appOf(path), defaultSettings);
  return findings.map(({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`);
}

describe('rules about configuration files', () => {
  it('judge every format', async () => {
    const found: Record<string, string[]> = {};
    for (const [path, text] of Object.entries(sinkFiles)) found[path] = await said(path, text);
    const one = (file: string): string[] => [`${file}: The sink writes to ${file}: write to stdout.`];
    assert.deepEqual(found, {
      'config/sink.yml': one('é😀.log'),
      'config/sink-quiet.yml': [],
      'config/sink.json': one('json.log'),
      'config/sink.toml': one('toml.log'),
      'config/sink.xml': one('xml.log'),
      'config/sink.ini': one('ini.log'),
      'config/sink.properties': one('properties.log'),
      'test/sink.yml': [],
      'nginx.conf': one('nginx.log'),
      'config/other.yml': [],
    });
  });

  it('concern the files that one of them names, but none that shapes an app and no code', () => {
    const everything = { ...sinkRule, entries: [{ files: /./, at: /./, breach: () => undefined }] };
    const all = new Linter(new Grammars(npmGrammars()), [everything]);
    for (const path of ['sink.yml', 'a/nginx.conf'])
      assert.ok(linter.isConfig(path) && all.isConfig(path), path);
    assert.ok(!linter.isConfig('other.yml') && all.isConfig('other.yml'));
    for (const path of [
      'package.json',
      'tsconfig.json',
      'pyproject.toml',
      'setup.cfg',
      'Procfile',
      'Dockerfile',
    ])
      assert.ok(!all.isConfig(path) && all.isChecked(path), path);
    for (const path of ['sink.py', 'sink.ts']) assert.ok(!all.isConfig(path) && all.isChecked(path), path);
    for (const path of ['readme.md', 'sink.png', 'LICENSE']) assert.ok(!all.isChecked(path), path);
  });

  it('are silenced by comments with a reason, in each format', async () => {
    const comment = 'twelve-factor-ignore-next-line logs/sink';
    assert.deepEqual(await said('sink.yml', `sink:\n  # ${comment} -- kept\n  file: a.log\n`), []);
    assert.deepEqual(await said('sink.ini', `[sink]\n; ${comment} -- kept\nfile = a.log\n`), []);
    assert.deepEqual(await said('sink.properties', `! ${comment} -- kept\nsink.file = a.log\n`), []);
    const xml = (line: string): string => `<root>\n${line}\n<sink file="a.log"/>\n</root>`;
    assert.deepEqual(await said('sink.xml', xml(`<!-- ${comment}: kept -->`)), []);
    const [told] = await said('sink.xml', xml(`<!-- ${comment} -->`));
    assert.match(told ?? '', /no effect until it gives a reason/);
  });
});
