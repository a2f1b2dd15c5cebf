import assert from 'node:assert/strict';
import { everySimple } from '../../../../core/procfile/procfile';
import { commandsIn, readSource } from '../../../harness/sources';

/** By path: the text and its commands, their words cut out of the text by their ranges. */
const CASES: Readonly<Record<string, readonly [text: string, commands: readonly string[]]>> = {
  Dockerfile: [
    'FROM node:20 AS web\nSHELL ["/bin/bash", "-c"]\nRUN npm ci\nENTRYPOINT ["sh", "-c", "exec node \\"a.js\\""]\n',
    ['build shell web: npm|ci', 'run shell web: exec|node|\\"a.js\\"'],
  ],
  'k8s/web.yaml': [
    [
      'kind: Deployment',
      'spec:',
      '  template:',
      '    spec:',
      '      initContainers:',
      '        - { name: migrate, image: shop:1, command: [./manage.py, migrate] }',
      '      containers:',
      '        - name: web',
      '          command: ["/bin/sh", "-c"]',
      '          args:',
      '            - |',
      '              cd /app',
      '                && exec node server.js',
      '          livenessProbe: { exec: { command: [pg_isready] } }',
      '---',
      'kind: CronJob',
      'spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: clean, args: [clean, now] }] } } } } }',
    ].join('\n'),
    [
      'release exec migrate: ./manage.py|migrate',
      'run shell web: cd|/app; exec|node|server.js',
      'check exec web: pg_isready',
      'cron exec clean: clean|now',
    ],
  ],
  '.github/workflows/ci.yml': [
    'jobs:\r\n  test:\r\n    steps:\r\n      - uses: actions/checkout@v4\r\n      - run: |\r\n          npm ci\r\n\r\n          npm test -- --reporter "a b"\r\n  deploy:\r\n    steps:\r\n      - run: "ssh host \\"git pull\\""\r\n      - { run: Write-Host, shell: pwsh }\r\n',
    ['ci shell test: npm|ci; npm|test|--|--reporter|"a b"', 'deploy shell deploy: ssh|host|\\"git pull\\"'],
  ],
  '.gitlab-ci.yml': [
    'variables: { A: b }\ntest:\n  script:\n    - npm ci\n    - >-\n      npm\n      test\nprod:\n  stage: deploy\n  script: ./deploy.sh\n',
    ['ci shell test: npm|ci', 'ci shell test: npm|test', 'deploy shell prod: ./deploy.sh'],
  ],
  '.circleci/config.yml': [
    'jobs:\n  build:\n    steps:\n      - checkout\n      - run: npm ci\n      - run: { name: Deploy, command: "git push heroku main" }\n',
    ['ci shell build: npm|ci', 'deploy shell build: git|push|heroku|main'],
  ],
  Makefile: [
    'X := 1\nbuild: a b\n\t@npm run build \\\n\t  --fast\n\ndeploy:\n\t-ssh $(HOST) pull\nrun:\n\tnode a\n',
    [
      'build shell build: npm|run|build|--fast',
      'deploy shell deploy: ssh|$(HOST)|pull',
      'dev shell run: node|a',
    ],
  ],
  'etc/shop.service': [
    "[Unit]\nDescription=x\n[Service]\nExecStartPre=-/bin/mkdir -p /run/x\nExecStart=@/bin/bash -c 'cd /app && node a.js' \\\n  name\nExecStop=/bin/kill $MAINPID\n",
    ['release exec shop: /bin/mkdir|-p|/run/x', 'run shell shop: cd|/app; node|a.js'],
  ],
  'etc/task.service': ['[Service]\nType=oneshot\nExecStart=/app/task\n', ['cron exec task: /app/task']],
  'deploy/crontab': [
    'A=b\n# no\n*/5 * * * * root /app/clean >> /var/log/x.log\n@daily node a.js\n1 2 3\n',
    ['cron shell: /app/clean', 'cron shell: node|a.js'],
  ],
  'docker/supervisord.conf': [
    "[supervisord]\nnodaemon=true\n[program:web]\ncommand=sh -c 'node a.js' ; why\n[program:worker]\ncommand=node\n  b.js\n",
    ['run shell web: node|a.js', 'run exec worker: node|b.js'],
  ],
  'fly.toml': [
    '[processes]\nweb = "bin/rails server"\nworker = \'sidekiq "a b"\'\n[deploy]\nrelease_command = "rake db:migrate"\n',
    ['run exec web: bin/rails|server', 'run exec worker: sidekiq|"a b"', 'release exec: rake|db:migrate'],
  ],
  'render.yaml': [
    'services:\n  - type: web\n    name: shop\n    buildCommand: npm ci\n    startCommand: npm start\n  - { type: cron, name: c, startCommand: x }\n',
    ['build shell shop: npm|ci', 'run shell shop: npm|start', 'cron shell c: x'],
  ],
  'app.json': [
    '{"scripts": {"postdeploy": "rake \\"db:seed\\""}}',
    ['release shell postdeploy: rake|\\"db:seed\\"'],
  ],
  'heroku.yml': [
    'run:\n  web: node a\n  worker: { command: [node, b] }\nrelease:\n  image: web\n  command:\n    - ./migrate\n',
    ['run shell web: node|a', 'run exec worker: node|b', 'release shell release: ./migrate'],
  ],
  'vercel.json': ['{"buildCommand": "npm run build"}', ['build shell: npm|run|build']],
  'fabfile.py': [
    'def deploy(c):\n    # c.run("no")\n    c.run("git pull && ./restart")\n    local(name)\n    with cd("/srv"):\n        sudo(\'systemctl restart x\')\n',
    ['deploy shell run: git|pull; ./restart', 'deploy shell sudo: systemctl|restart|x'],
  ],
  'config/deploy.rb': [
    "task :restart do\n  on roles(:app) do\n    within release_path do\n      execute 'touch tmp/restart.txt'\n      execute :systemctl, :restart\n    end\n  end\nend\n",
    ['deploy shell execute: touch|tmp/restart.txt'],
  ],
  Capfile: ["run 'sudo service shop restart'\n", ['deploy shell run: sudo|service|shop|restart']],
  'deploy.php': [
    "<?php\ntask('reload', function () {\n    run('sudo systemctl reload php-fpm');\n});\n",
    ['deploy shell run: sudo|systemctl|reload|php-fpm'],
  ],
  'netlify.toml': ['[build]\n  command = "npm run build"\n', ['build shell: npm|run|build']],
  'railway.toml': [
    '[build]\nbuildCommand = "npm run build"\n[deploy]\nstartCommand = "node server.js"\n',
    ['run exec: node|server.js', 'build exec: npm|run|build'],
  ],
  'charts/shop/templates/web.yaml': [
    [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: {{ include "shop.fullname" . }}',
      'spec:',
      '  template:',
      '    spec:',
      '      {{- with .Values.pullSecrets }}',
      '      imagePullSecrets:',
      '        {{- toYaml . | nindent 8 }}',
      '      {{- end }}',
      '      containers:',
      '        - name: web',
      '          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"',
      '          command: ["node", "server.js"]',
      '',
    ].join('\n'),
    ['run exec web: node|server.js'],
  ],
  Jenkinsfile: [
    "node {\n  sh 'npm ci'\n  sh '''\n    npm test\n    npm run lint\n  '''\n}\n",
    ['ci shell sh: npm|ci', 'ci shell sh: npm|test; npm|run|lint'],
  ],
  'bin/start': ['#!/usr/bin/env bash\nset -e\nexec node a.js\n', ['script script: set|-e; exec|node|a.js']],
  'bin/tool': ['#!/usr/bin/env node\nconsole.log(1)\n', []],
};

describe('commands in the files around the code', () => {
  for (const [path, [text, commands]] of Object.entries(CASES)) {
    it(path, () => assert.deepEqual(commandsIn(path, text), commands));
  }
});

/** By path: what is run for its output, cut out of the text; what a format writes otherwise is none of it. */
const SUBSTITUTIONS: Readonly<Record<string, readonly [text: string, commands: readonly string[]]>> = {
  Dockerfile: ['FROM a\nRUN b $(c d) \\\n  `e`\n', ['c|d', 'e']],
  Makefile: [
    'a:\n\techo $$(b $(C)) $(D) $(shell e f) $(call g,$(h i)) $@ $< "$$(j)" > $$X\n',
    ['b|$(C)', 'e|f', 'j'],
  ],
  'docker-compose.yml': [
    'services:\n  a:\n    build: .\n    command: sh -c "b --x=$$(c d) $$E"\n    healthcheck: { test: ["CMD-SHELL", "f $$(g)"] }\n',
    ['c|d', 'g'],
  ],
  'k8s/a.yaml': [
    'kind: Deployment\nspec: { template: { spec: { containers: [{ name: a, command: [sh, -c, "b $(C) $(d e)"] }] } } }\n',
    ['d|e'],
  ],
  '.github/workflows/a.yml': [
    'jobs:\n  a:\n    steps:\n      - run: |\n          b "$(c d)"\n          g <(h)\n',
    ['c|d', 'h'],
  ],
};

describe('commands that are run for their output', () => {
  for (const [path, [text, commands]] of Object.entries(SUBSTITUTIONS)) {
    it(`are found in ${path}`, () => {
      const { facts, cut } = readSource(path, text);
      const found = facts.commands.flatMap(({ command }) =>
        command.substitutions
          .flatMap(everySimple)
          .map(({ words }) => words.map(({ range }) => cut(range)).join('|')),
      );
      assert.deepEqual(found, commands);
    });
  }
});
