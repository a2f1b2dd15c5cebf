import assert from 'node:assert/strict';
import { twelveFactor, twelveFactorWhile } from '../harness/command-line';
import { until } from '../harness/formation-lab';
import { type Files, inTempFolder } from '../harness/temp-folder';

/** What was printed, without times and pids. */
function plain(out: string): string[] {
  return out
    .replace(/^\d\d:\d\d:\d\d /gm, '')
    .replace(/pid \d+/g, 'pid')
    .trimEnd()
    .split('\n');
}

async function ran(files: Files, ...words: string[]) {
  return inTempFolder(files, (folder) => twelveFactor('run', '-d', folder, ...words));
}

describe('twelve-factor run', () => {
  it('runs the formation with its ports, and one-shots not at all', async () => {
    const Procfile =
      'web: echo "$PS on $PORT"; sleep 0.2\nrelease: echo migrating\nworker: exec sleep 1000\n';
    const { code, out } = await ran({ Procfile, '.env': 'PORT=7000' }, '-m', 'all=1,web=2');
    assert.equal(code, 0);
    assert.match(out, /^\d\d:\d\d:\d\d web\.1 {4}\| web\.1 on 7000$/m);
    assert.match(out, /web\.2 {4}\| web\.2 on 7001$/m);
    assert.doesNotMatch(out, /migrating/);
  });

  it('stops all when one ends, and gives its exit code', async () => {
    const { code, out } = await ran({ Procfile: 'web: exec sleep 1000\nworker: exit 3\n' });
    assert.equal(code, 3);
    assert.ok(plain(out).includes('worker.1 | exited with code 3; stopping all others'));
    assert.ok(plain(out).includes('web.1    | ended by SIGTERM'));
  });

  it('leaves the others alone where that is wanted', async () => {
    const Procfile = 'web: sleep 0.3; echo still here\nworker: exit 3\n';
    const leaving = await ran({ Procfile }, '--on-end', 'leave');
    assert.deepEqual([leaving.code, /still here/.test(leaving.out)], [3, true]);
    const dying = await ran({ Procfile }, '--can-die', 'worker');
    assert.deepEqual([dying.code, /still here/.test(dying.out)], [3, true]);
  });

  it('runs what is named, also a one-shot', async () => {
    const Procfile = 'web: echo web\nrelease: echo migrating\n';
    const { code, out } = await ran({ Procfile }, '--no-timestamps', 'release');
    assert.equal(code, 0);
    assert.deepEqual(plain(out), [
      'release.1 | started with pid',
      'release.1 | migrating',
      'release.1 | exited with code 0',
    ]);
  });

  it('starts what is ready first, and stops in the other direction', async () => {
    const Procfile = [
      '# after: db, setup',
      "web: trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.01; done",
      '# ready: log "listening"',
      "db: trap 'echo bye; exit 0' TERM; sleep 0.1; echo listening; while :; do sleep 0.01; done",
      '# one-shot: yes',
      'setup: sleep 0.2; echo set up',
    ].join('\n');
    const { code, out } = await inTempFolder({ Procfile }, (folder) =>
      twelveFactorWhile(
        async ({ printed, signal }) => {
          await until(() => /web\.1 +\| up/.test(printed.out));
          signal('SIGINT');
        },
        ...['run', '-d', folder, '-m', 'all=1,setup=1'],
      ),
    );
    assert.equal(code, 130);
    const said = plain(out)
      .filter((line) => /listening|set up|up$|bye/.test(line))
      .map((line) => line.replace(/ +\|/, ''));
    assert.deepEqual(said, ['db.1 listening', 'setup.1 set up', 'web.1 up', 'web.1 bye', 'db.1 bye']);
  });

  it('is killed by the second signal', async () => {
    const Procfile = "web: trap '' TERM; echo up; while :; do sleep 0.01; done";
    const { code, out } = await inTempFolder({ Procfile }, (folder) =>
      twelveFactorWhile(
        async ({ printed, signal }) => {
          await until(() => /\| up/.test(printed.out));
          signal('SIGTERM');
          signal('SIGINT');
        },
        ...['run', '-d', folder],
      ),
    );
    assert.equal(code, 143);
    assert.match(out, /ended by SIGKILL/);
  });

  it('masks secrets unless it is told not to', async () => {
    const secret = ['hunter', 'two', '99'].join('');
    const files = { Procfile: 'web: echo "key $API_KEY"', '.env': `API_KEY=${secret}\n` };
    const masked = await ran(files);
    assert.match(masked.out, /key •••/);
    assert.ok(!masked.out.includes(secret));
    assert.ok((await ran(files, '--no-mask')).out.includes(`key ${secret}`));
  });

  it('reads env files in their order, and lets the shell win where it shall', async () => {
    process.env.TWELVE_FACTOR_LAB = 'shell';
    try {
      const files = {
        Procfile: 'web: echo "$TWELVE_FACTOR_LAB $OTHER"',
        'a.env': 'TWELVE_FACTOR_LAB=a\nOTHER=a\n',
        'b.env': 'TWELVE_FACTOR_LAB=b\n',
      };
      assert.match((await ran(files, '-e', 'a.env,b.env')).out, /\| b a$/m);
      assert.match((await ran(files, '-e', 'a.env,b.env', '--shell-wins')).out, /\| shell a$/m);
    } finally {
      delete process.env.TWELVE_FACTOR_LAB;
    }
  });

  it('reads variables as the loader of the app does', async () => {
    const files = { Procfile: 'web: echo "$URL"', '.env': 'HOST=db\nURL="http://$HOST/"\n' };
    assert.match((await ran(files)).out, /\| http:\/\/\$HOST\/$/m);
    const manifest = { 'package.json': '{"dependencies":{"dotenv-expand":"*"}}' };
    assert.match((await ran({ ...files, ...manifest })).out, /\| http:\/\/db\/$/m);
  });

  it('runs Procfile.dev where there is no other', async () => {
    assert.match((await ran({ 'Procfile.dev': 'web: echo dev' })).out, /\| dev$/m);
    const both = { 'Procfile.dev': 'web: echo dev', Procfile: 'web: echo usual' };
    assert.match((await ran(both)).out, /\| usual$/m);
    assert.match((await ran(both, '-f', 'Procfile.dev')).out, /\| dev$/m);
  });

  it('says what is wrong, and where', async () => {
    const cases: readonly (readonly [Files, readonly string[], RegExp])[] = [
      [{}, [], /Procfile does not exist in/],
      [{ Procfile: '# nothing\n' }, [], /Procfile:1: The Procfile has no process type/],
      [{ Procfile: 'web: a\nweb: b\n' }, [], /Procfile:2: The Procfile has two process types named web/],
      [{ Procfile: 'web: true', '.env': 'A=1\nPORT=many\n' }, [], /\.env:2: PORT is no port number/],
      [{ Procfile: 'web: true' }, ['wrb'], /There is no process type wrb\. The Procfile has web\./],
      [{ Procfile: 'web: true' }, ['web=x'], /`web=x` is no part of a formation/],
      [{ Procfile: 'web: true' }, ['-e', 'gone.env'], /gone\.env does not exist/],
      [{ Procfile: 'web: true' }, ['-p', '0'], /0 is no port number/],
      [{ Procfile: 'web: true' }, ['-t', 'soon'], /Give the timeout in seconds/],
    ];
    for (const [files, words, message] of cases) {
      const { code, err } = await ran(files, ...words);
      assert.equal(code, 2);
      assert.match(err, message);
    }
  });

  it('tells what it passes over', async () => {
    const { code, err } = await ran({ Procfile: '# ready: soon\n# after: nobody\nweb: true\n' });
    assert.equal(code, 0);
    assert.match(err, /Procfile:1: `ready` of web: Write `port`/);
    assert.match(
      err,
      /Procfile:3: web is declared to come after nobody, but there is no such process type\./,
    );
  });
});
