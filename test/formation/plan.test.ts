import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProcfile } from '../../core/procfile/parse';
import { isOneShot, type Plan, type PlanInput, plan } from '../../formation/plan';

const shop =
  'web: node web.js --port $PORT\nworker: python worker.py\nrelease: ./migrate\nclock: node clock.js\n';

function planOf(procfile: string, part: Partial<PlanInput> = {}): Plan {
  const input: PlanInput = {
    procfile: parseProcfile(procfile),
    envTexts: [],
    shellEnv: {},
    formation: {},
    cwd: '/app',
    ...part,
  };
  return plan(input);
}

const ids = ({ specs }: Plan) => specs.map(({ id }) => id);
const ports = ({ specs }: Plan) => specs.map(({ port }) => port);

/** The text each problem points at. */
function places({ problems }: Plan, procfile: string, ...envTexts: readonly string[]): string[] {
  return problems.map(({ place: { source, envIndex, range } }) => {
    const text = source === 'procfile' ? procfile : (envTexts[envIndex ?? 0] ?? '');
    return text.slice(range.start, range.end);
  });
}

describe('plan', () => {
  it('runs one process of each type, and no one-shot', () => {
    const planned = planOf(shop);
    assert.deepEqual(ids(planned), ['web.1', 'worker.1', 'clock.1']);
    assert.deepEqual(planned.problems, []);
    assert.equal(isOneShot('release'), true);
    assert.equal(isOneShot('web'), false);
  });

  it('takes the command as it is written', () => {
    const [web] = planOf(shop).specs;
    assert.equal(web?.command, 'node web.js --port $PORT');
    assert.deepEqual([web?.type, web?.instance, web?.cwd, web?.graceMs], ['web', 1, '/app', 5000]);
  });

  it('runs as many as are asked for', () => {
    const formation = { web: 2, worker: 0, release: 1 };
    assert.deepEqual(ids(planOf(shop, { formation })), ['web.1', 'web.2', 'release.1', 'clock.1']);
    assert.deepEqual(ids(planOf(shop, { formation: { all: 0, clock: 2 } })), ['clock.1', 'clock.2']);
    assert.deepEqual(ids(planOf(shop, { formation: { gone: 3 } })), ['web.1', 'worker.1', 'clock.1']);
  });

  it('gives ports by position in the Procfile and by instance', () => {
    assert.deepEqual(ports(planOf(shop, { formation: { web: 2, worker: 0 } })), [5000, 5001, 5300]);
    assert.deepEqual(ports(planOf(shop, { basePort: 7000 })), [7000, 7100, 7300]);
  });

  it('takes PORT as the base port: the setting before .env before the shell', () => {
    const shellEnv = { PORT: '6000' };
    const envTexts = ['PORT=6500\n'];
    assert.equal(ports(planOf(shop, { shellEnv }))[1], 6100);
    assert.equal(ports(planOf(shop, { shellEnv, envTexts }))[1], 6600);
    assert.equal(ports(planOf(shop, { shellEnv, envTexts, basePort: 7000 }))[1], 7100);
    assert.equal(ports(planOf(shop, { envTexts: ['PORT=\n'] }))[0], 5000);
  });

  it('gives each process its PORT and its name', () => {
    const [, second] = planOf(shop, { formation: { web: 2 }, envTexts: ['PORT=6500\nPS=other\n'] }).specs;
    assert.deepEqual([second?.env.PORT, second?.env.PS], ['6501', 'web.2']);
  });

  it('lets a later env file win over an earlier one, and all over the shell', () => {
    const shellEnv = { A: 'shell', B: 'shell', C: 'shell', D: undefined };
    const [web] = planOf(shop, { shellEnv, envTexts: ['A=one\nB=one', 'A=two\n'] }).specs;
    assert.deepEqual([web?.env.A, web?.env.B, web?.env.C], ['two', 'one', 'shell']);
    assert.ok(web && !('D' in web.env));
  });

  it('refuses duplicate process types', () => {
    const text = 'web: a\nworker: b\nweb: c\n';
    const planned = planOf(text);
    assert.deepEqual(ids(planned), []);
    assert.deepEqual(
      planned.problems.map(({ code }) => code),
      ['duplicate'],
    );
    assert.match(planned.problems[0]?.message ?? '', /two process types named web\b/);
    assert.equal(planned.problems[0]?.place.range.start, text.lastIndexOf('web'));
  });

  it('refuses a Procfile without a process type', () => {
    assert.deepEqual(
      planOf('# nothing\n').problems.map(({ code }) => code),
      ['no-processes'],
    );
  });

  it('refuses a PORT that is none, and shows where it stands but not what it is', () => {
    const env = 'A=1\nPORT=http\n';
    const planned = planOf(shop, { envTexts: ['PORT=1\n', env] });
    assert.deepEqual(
      planned.problems.map(({ code }) => code),
      ['port'],
    );
    assert.deepEqual(places(planned, shop, '', env), ['PORT=http']);
    assert.doesNotMatch(JSON.stringify(planned), /http/);
    for (const port of ['0', '65536', '-1', '5000.5', '5e3', ' 80']) {
      assert.equal(planOf(shop, { shellEnv: { PORT: port } }).problems.length, 1, port);
    }
  });

  it('refuses ports above 65535', () => {
    const planned = planOf(shop, { basePort: 65_500 });
    assert.deepEqual(places(planned, shop), ['worker', 'clock']);
  });

  it('refuses counts that are none', () => {
    for (const count of [-1, 1.5, 101, Number.NaN]) {
      const planned = planOf(shop, { formation: { worker: count } });
      assert.deepEqual(places(planned, shop), ['worker'], String(count));
      assert.deepEqual(planned.specs, []);
    }
  });

  it('refuses a value the system cannot hold, without showing it', () => {
    const env = 'A=1\nTOKEN="canary\0value"\n';
    const planned = planOf(shop, { envTexts: [env] });
    assert.deepEqual(
      planned.problems.map(({ code }) => code),
      ['value'],
    );
    assert.equal(places(planned, shop, env)[0]?.startsWith('TOKEN='), true);
    assert.doesNotMatch(JSON.stringify(planned), /canary/);
  });

  it('never throws, and keeps odd names as plain keys', () => {
    const names = fc.constantFrom('__proto__', 'constructor', 'web', 'toString', 'all');
    const line = fc.tuple(names, fc.string()).map(([name, text]) => `${name}: ${text}`);
    fc.assert(
      fc.property(
        fc.array(line),
        fc.array(fc.string()),
        fc.dictionary(names, fc.double()),
        (lines, envTexts, counts) => {
          const { specs, problems } = planOf(lines.join('\n'), { envTexts, formation: counts });
          assert.ok(specs.length === 0 || problems.length === 0);
          assert.equal(
            new Set(specs.map(({ port }) => port)).size,
            specs.length,
            'each has a port of its own',
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
