import assert from 'node:assert/strict';
import { MemoryApp } from '../../harness/app';

const python = { 'requirements.txt': 'gunicorn\nuvicorn\nflask\ncelery\n', 'shop.py': 'app = 1\n' };
const node = {
  'package.json':
    '{ "scripts": { "start": "node server.js" }, "dependencies": { "express": "4", "nodemon": "3", "pm2": "5", "forever": "4" } }',
  'server.js': 'require("express")().listen(process.env.PORT);\n',
};
const ruby = { Gemfile: "gem 'rails'\ngem 'puma'\ngem 'sidekiq'\n" };

type Files = Readonly<Record<string, string>>;

/** What a Procfile may hold, and the one rule that says it. */
const ITEMS: readonly (readonly [what: string, procfile: string, rule: string, files?: Files])[] = [
  ['a missing colon', 'web node server.js\n', 'procfile/malformed-line'],
  ['a blank before the colon', 'web : node server.js\n', 'procfile/space-before-colon'],
  ['a bare command', 'gunicorn shop:app\n', 'procfile/malformed-line'],
  ['an HTML comment', '<!-- web -->\nweb: ./run\n', 'procfile/malformed-line'],
  ['a pasted line of code', 'const a = 1;\nweb: ./run\n', 'procfile/malformed-line'],
  ['a YAML block', 'release: |\n  ./migrate\n', 'procfile/malformed-line'],
  ['a command for the terminal', 'ps:scale worker=1\nweb: ./run\n', 'procfile/stray-command'],
  ['a process type that is there twice', 'web: ./a\nweb: ./b\n', 'procfile/duplicate-type'],
  ['a typo of $PORT', 'web: ./run --port $PROT\n', 'procfile/port-typo'],
  ['an unknown variable', 'web: ./run $NOWHERE\n', 'procfile/unknown-variable', { '.env': 'A=1\n' }],
  [
    'a web process that ignores $PORT',
    'web: uvicorn shop:app --host 0.0.0.0\n',
    'procfile/port-ignored',
    python,
  ],
  ['a fixed port', 'web: gunicorn shop:app --bind 0.0.0.0:8000\n', 'port-binding/hardcoded-port', python],
  [
    'a loopback bind',
    'web: gunicorn shop:app --bind 127.0.0.1:$PORT\n',
    'port-binding/loopback-bind',
    python,
  ],
  [
    'a development server',
    'web: flask run --host 0.0.0.0 --port $PORT\n',
    'port-binding/dev-server-in-production',
    python,
  ],
  [
    'a build step at run',
    'web: npm run build && exec node server.js\n',
    'build/step-at-run',
    { ...node, 'package.json': '{ "scripts": { "build": "x" }, "dependencies": { "express": "4" } }' },
  ],
  [
    'static files at run',
    'web: python -u manage.py collectstatic && exec gunicorn shop:app\n',
    'build/step-at-run',
    { ...python, 'manage.py': '' },
  ],
  ['an installation at run', 'web: bundle install && exec bundle exec puma\n', 'build/step-at-run', ruby],
  [
    'a migration in the web process',
    'web: bundle exec rails db:migrate && exec bundle exec puma -p $PORT\n',
    'admin/migration-at-boot',
    ruby,
  ],
  ['a chain without exec', 'web: cd api && ./run\n', 'disposability/signal-not-forwarded'],
  ['npm in between', 'web: npm start\n', 'disposability/signal-not-forwarded', node],
  ['a process sent to the background', 'worker: ./run &\n', 'procfile/background'],
  ['nohup', 'worker: nohup ./run\n', 'procfile/background'],
  [
    'a server that goes to the background',
    'web: gunicorn shop:app --bind 0.0.0.0:$PORT --daemon\n',
    'concurrency/daemonize',
    python,
  ],
  [
    'a PID file',
    'web: gunicorn shop:app --bind 0.0.0.0:$PORT --pid /tmp/web.pid\n',
    'concurrency/pid-file',
    python,
  ],
  ['pm2', 'web: pm2-runtime start server.js\n', 'concurrency/self-supervision', node],
  ['forever', 'web: forever server.js\n', 'concurrency/self-supervision', node],
  ['forever in the background', 'web: forever start server.js\n', 'concurrency/daemonize', node],
  ['supervisord', 'web: supervisord -n -c supervisord.conf\n', 'concurrency/several-processes-one-type'],
  ['output in a file', 'worker: ./run > log/worker.log\n', 'logs/redirected-to-file'],
  ['Ruby without bundle exec', 'worker: sidekiq\n', 'dependencies/no-isolation-in-command', ruby],
  [
    'Python outside its tool',
    'web: gunicorn shop:app\n',
    'dependencies/no-isolation-in-command',
    { ...python, 'poetry.lock': '' },
  ],
  ['the name of a deploy', 'web: NODE_ENV=production node server.js\n', 'procfile/inline-environment', node],
  [
    'a credential',
    `web: API_KEY=${['q8Zr2mXv', '7Lp4Tn9w'].join('')} node server.js\n`,
    'procfile/inline-secret',
    node,
  ],
  [
    'a runner inside a process',
    'web: foreman start -f Procfile.web\n',
    'concurrency/several-processes-one-type',
  ],
  [
    'several processes',
    'web: celery -A shop worker & gunicorn shop:app\n',
    'concurrency/several-processes-one-type',
    python,
  ],
  [
    'a queue without a worker',
    'web: bundle exec puma -p $PORT\n',
    'concurrency/missing-process-type',
    { ...ruby, 'app/workers/mail.rb': "require 'sidekiq'\n" },
  ],
  [
    'a queue in JavaScript without a worker',
    'web: node server.js\n',
    'concurrency/missing-process-type',
    {
      'package.json': '{ "dependencies": { "express": "4", "bullmq": "5" } }',
      'server.js': node['server.js'],
      'worker.js': "const { Worker } = require('bullmq');\nnew Worker('mail', send);\n",
    },
  ],
  ['a script that is not there', 'worker: npm run jobs\n', 'procfile/missing-script', node],
  ['a file that is not there', 'web: node main.js\n', 'procfile/missing-file', node],
  ['a module that is not there', 'web: gunicorn stock:app\n', 'procfile/missing-module', python],
  [
    'a program that nobody declares',
    'web: gunicorn shop:app\n',
    'dependencies/undeclared-program',
    { 'requirements.txt': 'flask\n', 'shop.py': '' },
  ],
];

describe('what a Procfile may hold', () => {
  for (const [what, procfile, rule, files = {}] of ITEMS) {
    it(`${what} is told by ${rule}, once`, async () => {
      const app = new MemoryApp({ ...files, Procfile: procfile });
      const told = (await app.check('Procfile')).map((finding) => finding.rule);
      assert.equal(told.filter((one) => one === rule).length, 1, told.join(', '));
      const twice = ['concurrency/several-processes-one-type', 'procfile/background'];
      assert.ok(told.filter((one) => twice.includes(one)).length < 2, told.join(', '));
    });
  }
});
