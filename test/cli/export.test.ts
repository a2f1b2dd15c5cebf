import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments, parse as parseYaml } from 'yaml';
import { twelveFactor } from '../harness/command-line';
import { isInstalled, python } from '../harness/parsers';
import { type Files, inTempFolder } from '../harness/temp-folder';

/** With all that a format may take for its own. */
const nasty = String.raw`echo "100%" 'it'"'"'s' $HOME \n ; echo a # b && <x> & true`;

const secret = ['hunter', 'two', '99'].join('');

const files: Files = {
  Procfile: [
    '# ready: http /health',
    '# after: db',
    'web: node web/server.js --port $PORT',
    '# stop-signal: INT',
    '# stop-grace: 20',
    `worker: ${nasty}`,
    'db: exec ./db',
    'release: node migrate.js && echo done',
  ].join('\n'),
  '.env': `API_KEY=${secret}\nPORT=7000\n`,
};

/** The files of an export by their names; none of them holds a secret. */
async function exported(format: string, ...words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return inTempFolder(files, async (folder) => {
    const out = join(folder, 'out');
    const { code, err } = await twelveFactor('export', '-d', folder, '-a', 'My_Shop', ...words, format, out);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const texts = new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
    for (const text of texts.values()) assert.ok(!text.includes(secret));
    return texts;
  });
}

const counts = ['-m', 'all=1,web=2'];

describe('twelve-factor export', () => {
  it('names its formats', async () => {
    const { code, err } = await twelveFactor('export', 'upstart');
    assert.equal(code, 2);
    for (const format of ['systemd', 'compose', 'kubernetes', 'supervisord', 'launchd', 'fly', 'render'])
      assert.match(err, new RegExp(`^ {2}${format} +\\w`, 'm'));
  });

  it('writes to the standard output where no folder is named', async () => {
    const { code, out } = await inTempFolder(files, (folder) =>
      twelveFactor('export', '-d', folder, 'compose'),
    );
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(parseYaml(out).services), ['web', 'worker', 'db', 'release']);
  });

  it('makes a Docker Compose file', async () => {
    const text = (await exported('compose', ...counts)).get('compose.yaml') ?? '';
    const { name, services } = parseYaml(text, { version: '1.1' });
    assert.equal(name, 'my-shop');
    assert.deepEqual(services.web, {
      build: '.',
      command: ['/bin/sh', '-c', 'exec node web/server.js --port $$PORT'],
      env_file: ['.env'],
      environment: { PORT: '7000' },
      ports: ['7000-7001:7000'],
      scale: 2,
      restart: 'unless-stopped',
      init: true,
      stop_signal: 'SIGTERM',
      stop_grace_period: '5s',
      depends_on: { db: { condition: 'service_started' } },
    });
    assert.equal(services.worker.command[2], nasty.replaceAll('$', '$$$$'));
    assert.deepEqual([services.worker.stop_signal, services.worker.stop_grace_period], ['SIGINT', '20s']);
    assert.deepEqual([services.release.profiles, services.release.restart], [['release'], 'no']);
  });

  it('makes Kubernetes manifests', async () => {
    const texts = await exported('kubernetes', '-i', 'shop:1', ...counts);
    const all = [...texts.values()].flatMap((text) => parseAllDocuments(text).map((each) => each.toJS()));
    assert.deepEqual(all.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort(), [
      'Deployment my-shop-db',
      'Deployment my-shop-web',
      'Deployment my-shop-worker',
      'Job my-shop-release',
      'Service my-shop-web',
    ]);
    const web = all.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'my-shop-web');
    assert.equal(web.spec.replicas, 2);
    const [container] = web.spec.template.spec.containers;
    assert.deepEqual(container.readinessProbe, { httpGet: { path: '/health', port: 7000 } });
    assert.deepEqual(container.env[0], { name: 'PORT', value: '7000' });
    const worker = all.find(({ metadata }) => metadata.name === 'my-shop-worker').spec.template.spec;
    assert.deepEqual([worker.containers[0].command[2], worker.terminationGracePeriodSeconds], [nasty, 20]);
  });

  it('makes a fly.toml', async () => {
    const text = (await exported('fly', ...counts)).get('fly.toml') ?? '';
    const config = parseToml(text);
    assert.equal(config.app, 'my-shop');
    assert.deepEqual(
      { ...(config.deploy as object) },
      { release_command: "/bin/sh -c 'node migrate.js && echo done'" },
    );
    assert.deepEqual(Object.keys(config.processes as object), ['web', 'worker', 'db']);
    assert.match(text, /^# fly scale count web=2 worker=1 db=1$/m);
  });

  it('makes a render.yaml', async () => {
    const text = (await exported('render', ...counts)).get('render.yaml') ?? '';
    const { services } = parseYaml(text);
    assert.deepEqual(
      services.map((service: { type: string; name: string }) => `${service.type} ${service.name}`),
      ['web my-shop-web', 'worker my-shop-worker', 'worker my-shop-db'],
    );
    assert.equal(services[0].numInstances, 2);
    assert.deepEqual(services[0].envVars, [
      { key: 'API_KEY', sync: false },
      { key: 'PORT', value: '7000' },
    ]);
  });

  it('makes property lists of launchd', async () => {
    const texts = await exported('launchd', ...counts);
    assert.deepEqual([...texts.keys()].sort(), [
      'my-shop.db.1.plist',
      'my-shop.web.1.plist',
      'my-shop.web.2.plist',
      'my-shop.worker.1.plist',
    ]);
    const read = 'import json,plistlib,sys; print(json.dumps(plistlib.loads(sys.argv[1].encode())))';
    const list = python(read, texts.get('my-shop.worker.1.plist') ?? '') as Record<string, unknown>;
    const [shell, , command] = list.ProgramArguments as string[];
    assert.deepEqual([list.Label, list.ExitTimeOut, shell], ['my-shop.worker.1', 20, '/bin/sh']);
    assert.ok(command?.endsWith(`export PORT PS; ${nasty}`));
    assert.match(command ?? '', /PORT=7100 PS=worker\.1;/);
  });

  it('makes a configuration of Supervisor', async () => {
    const text = (await exported('supervisord', ...counts)).get('my-shop.conf') ?? '';
    // As Supervisor reads it: comments behind a blank, then `%`, then the words of a shell.
    const read = `
import configparser, json, shlex, sys
parser = configparser.RawConfigParser(inline_comment_prefixes=(';', '#'), strict=False)
parser.read_string(sys.argv[1])
sections = {name: dict(parser[name]) for name in parser.sections()}
for section in sections.values():
    if 'command' in section:
        section['words'] = shlex.split(section['command'] % {})
print(json.dumps(sections))`;
    const sections = python(read, text) as Record<string, Record<string, unknown>>;
    assert.deepEqual(sections['group:my-shop'], {
      programs: 'my-shop-web-1,my-shop-web-2,my-shop-worker-1,my-shop-db-1',
    });
    const worker = sections['program:my-shop-worker-1'] ?? {};
    assert.deepEqual([worker.stopsignal, worker.stopwaitsecs], ['INT', '20']);
    const [shell, option, command] = worker.words as string[];
    assert.deepEqual([shell, option], ['/bin/sh', '-c']);
    assert.ok(command?.endsWith(`export PORT PS; ${nasty}`), command);
  });

  it('makes systemd units', async () => {
    const texts = await exported('systemd', ...counts, '-u', 'root');
    const worker = texts.get('my-shop-worker.1.service') ?? '';
    assert.match(worker, /^Environment=PORT=7100$/m);
    assert.match(worker, /^KillSignal=SIGINT$/m);
    assert.match(worker, /^TimeoutStopSec=20$/m);
    assert.match(texts.get('my-shop-web.2.service') ?? '', /^After=my-shop-db\.1\.service$/m);
    assert.match(
      texts.get('my-shop.target') ?? '',
      /^Wants=my-shop-web\.1\.service my-shop-web\.2\.service my-shop-worker\.1\.service my-shop-db\.1\.service$/m,
    );
  });

  if (isInstalled('systemd-analyze', '--version')) {
    it('makes units that systemd has nothing against', async () => {
      const texts = await exported('systemd', ...counts, '-u', 'root');
      await inTempFolder(Object.fromEntries(texts), (folder) => {
        const units = [...texts.keys()].map((name) => join(folder, name));
        execFileSync('systemd-analyze', ['verify', '--recursive-errors=no', ...units], { stdio: 'pipe' });
      });
    });
  }

  if (isInstalled('kubectl', 'version', '--client')) {
    it('makes manifests that Kubernetes can read', async () => {
      const texts = await exported('kubernetes', ...counts);
      await inTempFolder(Object.fromEntries(texts), (folder) => {
        for (const name of texts.keys()) {
          const words = ['label', '--local', '-f', join(folder, name), 'a=b', '-o', 'json'];
          execFileSync('kubectl', words, { stdio: 'pipe' });
        }
      });
    });
  }
});
