import assert from 'node:assert/strict';
import { parseEnv } from '../../../core/env/parse';
import { compared, comparedInWords, runtimeChecks } from '../../../core/env/runtimes';
import {
  ignoreFileFor,
  ignoreFilesFor,
  installCommands,
  missingEntries,
  withValues,
} from '../../../core/env/set-up';

describe('setting up an app', () => {
  it('asks for what the example names and .env does not set', () => {
    const example =
      '# Where the shop is\n# found\nSHOP_URL=\n\nSHOP_MODE=fast\nSESSION_SECRET=changeme\nKEPT=\nSTRIPE_SECRET_KEY=\n';
    const missing = missingEntries(example, 'KEPT=1\nSHOP_URL=\n');
    assert.deepEqual(
      missing.map(({ name, about, proposal, secret }) => [name, about, proposal, secret]),
      [
        ['SHOP_URL', 'Where the shop is found', '', false],
        ['SHOP_MODE', undefined, 'fast', false],
        ['SESSION_SECRET', undefined, '', true],
        ['STRIPE_SECRET_KEY', undefined, '', false],
      ],
    );
  });

  it('writes values so that they are read back, and names what cannot be written', () => {
    const values = new Map([
      ['A', 'two words # and more'],
      ['B', 'it\'s "both"'],
      ['1X', 'no name'],
    ]);
    const { text, failed } = withValues('B=\n', values);
    const read = new Map(parseEnv(text).entries.map(({ name, value }) => [name, value.reveal()]));
    assert.deepEqual([read.get('A'), read.get('B')], ['two words # and more', 'it\'s "both"']);
    assert.deepEqual(failed, ['1X']);
  });

  it('knows the runtimes and installers of each stack', () => {
    const texts = new Map([
      ['.nvmrc', 'v20.1.0\n'],
      ['package.json', '{"engines": {"node": ">=20"}}'],
      ['go.mod', 'module x\n\ngo 1.22\n'],
    ]);
    assert.deepEqual(
      runtimeChecks(texts).map(({ runtime, wanted, file }) => `${runtime} ${wanted} ${file}`),
      ['Node.js 20.1.0 .nvmrc', 'Go 1.22 go.mod'],
    );
    const there = new Set(['package.json', 'package-lock.json', 'requirements.txt', 'Pipfile', 'Gemfile']);
    assert.deepEqual(installCommands(there), ['npm ci', 'pipenv install', 'bundle install']);
    assert.deepEqual(installCommands(new Set()), []);
  });

  it('puts what is installed beside what is asked for', () => {
    const words = (file: string, text: string, told: string | undefined) =>
      runtimeChecks(new Map([[file, text]])).map((check) => comparedInWords(compared(check, told)));
    assert.deepEqual(words('.nvmrc', '20', 'v20.11.1'), ['Node.js 20 (.nvmrc): 20.11.1 is here.']);
    assert.deepEqual(words('.nvmrc', '22', 'v20.11.1'), ['Node.js 22 (.nvmrc): but 20.11.1 is here.']);
    assert.deepEqual(words('go.mod', 'go 1.22', 'go version go1.25.1 linux/amd64'), [
      'Go 1.22 (go.mod): 1.25.1 is here.',
    ]);
    assert.deepEqual(words('go.mod', 'go 1.26', 'go version go1.25.1 linux/amd64'), [
      'Go 1.26 (go.mod): but 1.25.1 is here.',
    ]);
    const java = '<project><properties><java.version>17</java.version></properties></project>';
    assert.deepEqual(words('pom.xml', java, 'openjdk version "21.0.2" 2024-01-16'), [
      'Java 17 (pom.xml): 21.0.2 is here.',
    ]);
    assert.deepEqual(words('.python-version', '3.12', undefined), [
      'Python 3.12 (.python-version): none is installed.',
    ]);
  });

  it('keeps .env out of git, by the ignore file nearest to it', () => {
    assert.deepEqual(ignoreFilesFor(''), ['.gitignore']);
    assert.deepEqual(ignoreFilesFor('shop/api'), ['.gitignore', 'shop/.gitignore', 'shop/api/.gitignore']);
    const ignoring = (folder: string, texts: Record<string, string>) =>
      ignoreFileFor(folder, new Map(Object.entries(texts)));
    assert.equal(ignoring('', { '.gitignore': 'dist/\n.env*\n!.env.example\n' }), undefined);
    assert.equal(ignoring('shop/api', { '.gitignore': '.env\n' }), undefined);
    assert.deepEqual(ignoring('', {}), { path: '.gitignore', text: '/.env\n' });
    assert.deepEqual(ignoring('shop/api', {}), { path: 'shop/api/.gitignore', text: '/.env\n' });
    assert.deepEqual(ignoring('', { '.gitignore': 'dist/' }), { path: '.gitignore', text: 'dist/\n/.env\n' });
    assert.deepEqual(ignoring('shop', { '.gitignore': 'dist/\r\n', 'shop/.gitignore': '!.env\n' }), {
      path: 'shop/.gitignore',
      text: '!.env\n/.env\n',
    });
  });
});
