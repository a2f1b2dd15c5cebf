import assert from 'node:assert/strict';
import { MemoryApp } from '../../harness/app';

type Place = (command: string) => Readonly<Record<string, string>>;

const workflow = (command: string): string =>
  `on: push\njobs:\n  deploy:\n    runs-on: ubuntu\n    steps:\n      - name: Deploy\n        run: ${command}\n`;
const inShell = (command: string): string => `/bin/sh -c "${command.replaceAll('"', "'")}"`;
const service = (name: string, command: string): string =>
  `  ${name}:\n    image: shop/web:1\n    command: ${command}\n`;

/** Where the command of a lasting process stands. */
const processes: Readonly<Record<string, Place>> = {
  Procfile: (command) => ({ Procfile: `web: ${command}\n` }),
  Dockerfile: (command) => ({ Dockerfile: `FROM node:20\nCMD ${command}\n` }),
  compose: (command) => ({ 'compose.yml': `services:\n${service('web', command)}` }),
  package: (command) => ({ 'package.json': JSON.stringify({ private: true, scripts: { start: command } }) }),
  entrypoint: (command) => ({
    Dockerfile: 'FROM node:20\nENTRYPOINT ["./entrypoint.sh"]\n',
    'entrypoint.sh': `#!/bin/sh\n${command}\n`,
  }),
  systemd: (command) => ({ 'web.service': `[Service]\nExecStart=${inShell(command)}\n` }),
  supervisord: (command) => ({ 'supervisord.conf': `[program:web]\ncommand=${command}\n` }),
};

/** Where a command stands that runs once. */
const tasks: Readonly<Record<string, Place>> = {
  release: (command) => ({ Procfile: `web: bundle exec puma\nrelease: ${command}\n` }),
  compose: (command) => ({ 'compose.yml': `services:\n${service('migrate', command)}` }),
  'app.json': (command) => ({ 'app.json': JSON.stringify({ scripts: { postdeploy: command } }) }),
  script: (command) => ({ 'bin/deploy': `#!/bin/sh\n${command}\n` }),
  Makefile: (command) => ({ Makefile: `deploy:\n\t${command}\n` }),
  systemd: (command) => ({
    'job.service': `[Service]\nType=oneshot\nExecStart=${inShell(command)}\n`,
    'job.timer': '[Timer]\nOnCalendar=daily\n',
  }),
  crontab: (command) => ({ crontab: `0 4 * * * ${command}\n` }),
  workflow: (command) => ({ '.github/workflows/deploy.yml': workflow(command) }),
};

interface Row {
  readonly rule: string;
  readonly command: string;
  /** Places that cannot show the breach, and why. */
  readonly silent?: Readonly<Record<string, string>>;
}

const notFirst = 'it hands the signal to all of its processes';

const ofProcesses: readonly Row[] = [
  { rule: 'concurrency/daemonize', command: 'gunicorn app:app --daemon' },
  { rule: 'concurrency/pid-file', command: 'gunicorn app:app --pid web.pid' },
  { rule: 'concurrency/self-supervision', command: 'while true; do node server.js; done' },
  {
    rule: 'concurrency/several-processes-one-type',
    command: 'node server.js & celery -A shop worker',
    silent: { package: 'a start script is for a developer’s machine unless a process says otherwise' },
  },
  {
    rule: 'disposability/signal-not-forwarded',
    command: 'npm start',
    silent: {
      package: 'it is npm that runs it',
      systemd: notFirst,
      supervisord: 'its own option says whom it signals',
    },
  },
  { rule: 'disposability/sigterm-ignored', command: "trap '' TERM; node server.js" },
  { rule: 'disposability/slow-start', command: 'sleep 10 && node server.js' },
  { rule: 'disposability/no-sigterm-handler', command: 'uwsgi --http-socket :8000 --module shop.wsgi' },
  { rule: 'admin/migration-at-boot', command: 'python manage.py migrate && gunicorn app:app' },
];

const release = 'what a release runs is in its slug or image';

const ofTasks: readonly Row[] = [
  { rule: 'admin/no-isolation', command: 'rake db:migrate' },
  { rule: 'disposability/abrupt-exit', command: 'docker kill web' },
  {
    rule: 'admin/code-outside-release',
    command: 'kubectl exec db-0 -- psql shop -c "UPDATE orders SET a = 1"',
    silent: { compose: 'a service runs in its image' },
  },
  {
    rule: 'admin/code-outside-release',
    command: '/opt/scripts/fix.py',
    silent: {
      release,
      compose: release,
      'app.json': release,
      script: 'what lies on the machine that a script is for is its own',
      Makefile: 'what lies on a developer’s machine is their own',
      workflow: 'what lies on the machine of a pipeline is its own',
    },
  },
];

const around = {
  Gemfile: "gem 'rails'\ngem 'puma'\n",
  'Gemfile.lock': 'GEM\n',
  'manage.py': 'run()\n',
  'server.js': 'start();\n',
};

describe('a command that breaks a rule', () => {
  const check = (rows: readonly Row[], places: typeof processes, more: Readonly<Record<string, string>>) => {
    for (const { rule, command, silent = {} } of rows)
      it(`is told by ${rule} wherever it stands: ${command}`, async () => {
        const quiet: string[] = [];
        for (const [name, place] of Object.entries(places)) {
          const files = place(command);
          const app = new MemoryApp({ ...around, ...more, ...files });
          const found = await Promise.all(Object.keys(files).map((path) => app.check(path)));
          if (!found.flat().some((one) => one.rule === rule)) quiet.push(name);
        }
        assert.deepEqual(quiet.sort(), Object.keys(silent).sort());
      });
  };
  check(ofProcesses, processes, {});
  check(ofTasks, tasks, { Procfile: 'web: bundle exec puma\n' });
});
