import assert from 'node:assert/strict';
import { parseProcfile } from '../../core/procfile/parse';
import { formatCounts, parseCounts } from '../../formation/counts';
import { withDependencies } from '../../formation/dependencies';
import { codeOfExit, exitInWords } from '../../formation/exit-words';
import { isolated, isolationOf } from '../../formation/isolation';
import { Mask } from '../../formation/mask';
import { procfilesIn } from '../../formation/procfile-choice';
import { secretNamesOf } from '../../formation/secrets';
import { shownText } from '../../formation/shown-text';
import { specOf } from '../harness/formation-world';

describe('the end of a process', () => {
  it('is told in words', () => {
    const code = (value: number) => exitInWords({ code: value, signal: undefined });
    const signal = (name: string, asked?: boolean) => exitInWords({ code: undefined, signal: name }, asked);
    assert.equal(code(0), 'exited with code 0');
    assert.equal(code(3), 'exited with code 3');
    assert.equal(code(126), 'exited with code 126 (the command cannot be executed)');
    assert.equal(code(127), 'exited with code 127 (the command was not found)');
    assert.equal(code(137), 'exited with code 137 (by SIGKILL, killed, perhaps for lack of memory)');
    assert.equal(signal('SIGTERM'), 'ended by SIGTERM');
    assert.equal(signal('SIGSEGV'), 'ended by SIGSEGV (bad memory access)');
    assert.equal(signal('SIGKILL', true), 'ended by SIGKILL');
  });

  it('has the exit code of a shell', () => {
    assert.equal(codeOfExit({ code: 5, signal: undefined }), 5);
    assert.equal(codeOfExit({ code: undefined, signal: 'SIGINT' }), 130);
    assert.equal(codeOfExit({ code: undefined, signal: 'SIGRTMIN' }), 128);
  });
});

describe('a formation in words', () => {
  it('is read and written', () => {
    const counts = parseCounts(' all=1, web=2,worker ');
    assert.deepEqual({ ...(counts as object) }, { all: 1, web: 2, worker: 1 });
    assert.equal(formatCounts(counts as Record<string, number>), 'all=1,web=2,worker=1');
    assert.deepEqual({ ...(parseCounts('__proto__=3') as object) }, { ['__proto__']: 3 });
    assert.match(String(parseCounts('web=-1')), /^`web=-1` is no part of a formation/);
    assert.match(String(parseCounts('web=101')), /^web can run 100 times at most/);
  });

  it('takes in what it depends on', () => {
    const specs = [
      specOf('web.1', { after: ['api'] }),
      specOf('mail.1'),
      specOf('api.1', { after: ['db'] }),
      specOf('db.1'),
    ];
    const chosen = withDependencies(specs, ({ id }) => id === 'web.1');
    assert.deepEqual(
      chosen.map(({ id }) => id),
      ['web.1', 'api.1', 'db.1'],
    );
  });
});

describe('the Procfiles of a folder', () => {
  it('are listed, the one that is run first', () => {
    assert.deepEqual(procfilesIn(['Procfile.test', 'app.js', 'Procfile.dev', 'Procfile']), [
      'Procfile',
      'Procfile.dev',
      'Procfile.test',
    ]);
    assert.deepEqual(procfilesIn(['Procfile.a', 'Procfile.local']), ['Procfile.local', 'Procfile.a']);
    assert.deepEqual(procfilesIn(['Procfiles', 'Procfile.', 'procfile']), []);
  });
});

describe('the tool an app is isolated with', () => {
  it('is that of its Procfile', () => {
    const of = (text: string) => isolationOf(parseProcfile(text)).join(' ');
    assert.equal(of('web: bundle exec puma\nworker: bundle exec sidekiq\nui: npx vite\n'), 'bundle exec');
    assert.equal(of('web: cd api && poetry run gunicorn app\n'), 'poetry run');
    assert.equal(of('web: node server.js\n'), '');
  });

  it('is put before an admin command, once', () => {
    assert.equal(isolated('rails db:migrate', ['bundle', 'exec']), 'bundle exec rails db:migrate');
    assert.equal(isolated('bundle exec rake', ['bundle', 'exec']), 'bundle exec rake');
    assert.equal(isolated('node cli.js', []), 'node cli.js');
  });
});

describe('secrets', () => {
  it('are known by their names, or by a password in a URL', () => {
    const names = (env: Record<string, string>) => secretNamesOf(Object.entries(env));
    const value = 'x8f2k1qq';
    assert.deepEqual(
      names({
        API_KEY: value,
        DB_PASSWORD: value,
        stripe_secret: value,
        GITHUB_TOKEN: value,
        STRIPE_PUBLIC_KEY: value,
        APP_NAME: 'storefront',
        KEYBOARD: value,
        SHORT_KEY: 'abc',
        ENABLE_SECRET: 'true',
        DATABASE_URL: 'postgres://me:pass123@db/app',
        SITE_URL: 'https://example.com/',
      }),
      ['API_KEY', 'DB_PASSWORD', 'stripe_secret', 'GITHUB_TOKEN', 'DATABASE_URL'],
    );
  });

  it('are masked in all their forms, the longest first', () => {
    const mask = new Mask(['pa"ss wörd', 'postgres://me:s3cr3t%21@db/app', 'line one\nline two!!', 'short']);
    assert.equal(mask.apply('pa"ss wörd pa\\"ss wörd pa%22ss%20w%C3%B6rd'), '••• ••• •••');
    assert.equal(mask.apply('postgres://me:s3cr3t%21@db/app s3cr3t%21 s3cr3t!'), '••• ••• •••');
    assert.equal(mask.apply('at line two!! short'), 'at ••• short');
  });

  it('are found in bytes wherever they stand', () => {
    const secret = ['abcd', 'efgh', 'ijkl', 'mnop'].join('');
    const mask = new Mask([secret, 'another-one']);
    const bytes = (text: string) => new TextEncoder().encode(text);
    for (let before = 0; before < 40; before++) {
      const text = `${'x'.repeat(before)}${secret}${'a'.repeat(20 - (before % 20))}`;
      assert.ok(mask.mayHold(bytes(text)), text);
      assert.ok(!mask.mayHold(bytes(text.replace('efgh', 'efgg'))), text);
    }
    assert.ok(!new Mask([]).mayHold(bytes(secret)));
    assert.equal(mask.overlap(`tail ${secret.slice(0, 7)}`), 7);
    assert.equal(mask.overlap('tail ab'), 0);
  });
});

describe('text as it is shown', () => {
  it('keeps colours and links to pages, and nothing else that controls a terminal', () => {
    const esc = '\u001b';
    const link = `${esc}]8;;https://example.com${esc}\\page${esc}]8;;${esc}\\`;
    assert.equal(
      shownText(`${esc}[38;2;1;2;3mred${esc}[0m ${link}`),
      `${esc}[38;2;1;2;3mred${esc}[0m ${link}`,
    );
    assert.equal(shownText(`${esc}[1mbold`, false), 'bold');
    const hostile = [
      `${esc}]0;title\u0007`,
      `${esc}]52;c;aGk=\u0007`,
      `${esc}[2J`,
      `${esc}[?1049h`,
      `${esc}c`,
    ];
    assert.equal(shownText(`a${hostile.join('')}b`), 'ab');
    assert.equal(shownText(`${esc}]8;;command:x${esc}\\y`), 'y');
    assert.equal(shownText(`${esc}]0;open`), '');
  });
});
