import assert from 'node:assert/strict';
import { launchOf } from '../../../client/debug/choose';
import { type AppFiles, interpreterIn } from '../../../client/debug/launch';
import type { ProgramStarted } from '../../../core/protocol';

/** Not put together in one piece: it would read as a template. */
const braced = (name: string) => `$\{${name}}`;
const env = {
  PORT: '5000',
  EMPTY: '',
  JAVA_OPTS: '-Xmx300m -Dspring.profiles.active=dev',
  HOME: '/home/user',
};

function app(
  paths: readonly string[] = [],
  scripts: Record<string, Record<string, string>> = {},
  stubs: Record<string, string> = {},
): AppFiles {
  const all = new Set([
    ...paths,
    ...Object.keys(scripts).map((folder) => `${folder && `${folder}/`}package.json`),
  ]);
  return {
    has: (path) => all.has(path),
    scripts: (folder) => scripts[folder],
    interpreter: (path) => interpreterIn(stubs[path] ?? ''),
  };
}

/** Type and attributes of the first way, without what every way of that runtime has. */
function first(command: string, files = app(), program?: ProgramStarted) {
  const launch = launchOf(command, env, files, program);
  assert.ok('ways' in launch, `${command}: ${'problem' in launch ? launch.problem : ''}`);
  const [way] = launch.ways;
  assert.ok(way);
  const { console: _, outputCapture, autoAttachChildProcesses, skipFiles, ...rest } = way.attributes;
  const { redirectOutput, subProcess, justMyCode, ...attributes } = rest;
  return { type: way.type, ...attributes, ...(launch.folder && { folder: launch.folder }) };
}

function problem(command: string, files = app()): string {
  const launch = launchOf(command, env, files);
  assert.ok('problem' in launch, command);
  return launch.problem;
}

function table(rows: readonly (readonly [command: string, expected: object, files?: AppFiles])[]): void {
  for (const [command, expected, files] of rows) {
    it(command, () => assert.deepEqual(first(command, files), expected));
  }
}

describe('the debugger for a node command', () => {
  const scripts = app(['web/package.json'], {
    '': {
      start: 'node server.js --trace',
      web: 'npm run serve',
      serve: 'next start -p 3000',
      dev: 'concurrently "npm:a" "npm:b"',
      both: 'node build.js && node server.js',
      own: 'NODE_ENV=production node server.js',
      loop: 'npm run loop',
      shell: 'node server.js $MODE',
    },
    web: { start: 'node .' },
  });
  const bin = app(['node_modules/.bin/next', 'node_modules/.bin/nodemon', 'node_modules/.bin/tsx']);
  table([
    ['node web/server.js', { type: 'node', program: 'web/server.js', args: [] }],
    ['node ./server.js --port $PORT', { type: 'node', program: 'server.js', args: ['--port', '5000'] }],
    [
      'node --max-old-space-size=400 -r dotenv/config server.js',
      {
        type: 'node',
        program: 'server.js',
        args: [],
        runtimeArgs: ['--max-old-space-size=400', '-r', 'dotenv/config'],
      },
    ],
    ['node --inspect=9230 server.js', { type: 'node', program: 'server.js', args: [] }],
    ['NODE_ENV=production node server.js', { type: 'node', program: 'server.js', args: [] }],
    ['exec node server.js', { type: 'node', program: 'server.js', args: [] }],
    ['env A=b node server.js', { type: 'node', program: 'server.js', args: [] }],
    ['cross-env NODE_ENV=production node server.js', { type: 'node', program: 'server.js', args: [] }],
    ['bin/start-nginx node server.js', { type: 'node', program: 'server.js', args: [] }],
    ['cd web && node server.js', { type: 'node', program: 'web/server.js', args: [], folder: 'web' }],
    ['export A=b; node server.js', { type: 'node', program: 'server.js', args: [] }],
    ['node server.js 2>&1', { type: 'node', program: 'server.js', args: [] }],
    [
      `node server.js --host "${braced('HOST:-0.0.0.0')}"`,
      { type: 'node', program: 'server.js', args: ['--host', '0.0.0.0'] },
    ],
    ['bin/www.js', { type: 'node', program: 'bin/www.js', args: [] }],
    ['npm start', { type: 'node', program: 'server.js', args: ['--trace'] }, scripts],
    [
      'npm start -- --port $PORT',
      { type: 'node', program: 'server.js', args: ['--trace', '--port', '5000'] },
      scripts,
    ],
    ['yarn start', { type: 'node', program: 'server.js', args: ['--trace'] }, scripts],
    ['npm --prefix web start', { type: 'node', program: 'web', args: [], folder: 'web' }, scripts],
    ['npm run dev', { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['run', 'dev'] }, scripts],
    ['npm run both', { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['run', 'both'] }, scripts],
    ['npm run own', { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['run', 'own'] }, scripts],
    ['npm run shell', { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['run', 'shell'] }, scripts],
    ['npm run loop', { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['run', 'loop'] }, scripts],
    ['npm ci', { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['ci'] }, scripts],
    ['npm start -w api', { type: 'node', program: 'server.js', args: ['--trace', '-w', 'api'] }, scripts],
    [
      'npm -w api start',
      { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['-w', 'api', 'start'] },
      scripts,
    ],
    [
      'pnpm --filter api start',
      { type: 'node', runtimeExecutable: 'pnpm', runtimeArgs: ['--filter', 'api', 'start'] },
      scripts,
    ],
    ['npm start', { type: 'node', program: 'server.js', args: [] }, app(['server.js', 'package.json'])],
    ['npm start', { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['start'] }],
    [
      'npx nodemon app.js',
      {
        type: 'node',
        runtimeExecutable: `${braced('root')}/node_modules/.bin/nodemon`,
        runtimeArgs: ['app.js'],
      },
      bin,
    ],
    [
      'tsx src/main.ts',
      {
        type: 'node',
        runtimeExecutable: `${braced('root')}/node_modules/.bin/tsx`,
        runtimeArgs: ['src/main.ts'],
      },
      bin,
    ],
    [
      'next start -p $PORT',
      {
        type: 'node',
        runtimeExecutable: `${braced('root')}/node_modules/.bin/next`,
        runtimeArgs: ['start', '-p', '5000'],
      },
      bin,
    ],
    ['bun run src/index.ts', { type: 'bun', program: 'src/index.ts', args: [], runtimeArgs: [] }],
    [
      'node build.js && node server.js',
      { type: 'node-terminal', command: 'node build.js && node server.js' },
      scripts,
    ],
    ['./bin/start.sh', { type: 'node-terminal', command: './bin/start.sh' }, scripts],
  ]);
});

describe('the debugger for a Python command', () => {
  table([
    [
      'gunicorn shop.wsgi:app --bind :$PORT',
      { type: 'debugpy', module: 'gunicorn', args: ['shop.wsgi:app', '--bind', ':5000', '--timeout', '0'] },
    ],
    [
      'uvicorn shop:app --port $PORT',
      { type: 'debugpy', module: 'uvicorn', args: ['shop:app', '--port', '5000'] },
    ],
    ['python -m worker', { type: 'debugpy', module: 'worker', args: [] }],
    [
      'python3 -u -m worker --fast',
      { type: 'debugpy', module: 'worker', args: ['--fast'], pythonArgs: ['-u'] },
    ],
    [
      'python -Xfrozen_modules=off -m debugpy --wait-for-client --listen 5678 -m flask run',
      { type: 'debugpy', module: 'flask', args: ['run', '--no-debugger', '--no-reload'], jinja: true },
    ],
    ['python3.12 app.py -v', { type: 'debugpy', program: 'app.py', args: ['-v'] }],
    ['.venv/bin/python app.py', { type: 'debugpy', program: 'app.py', args: [], python: '.venv/bin/python' }],
    [
      'python manage.py runserver 0.0.0.0:$PORT',
      { type: 'debugpy', program: 'manage.py', args: ['runserver', '0.0.0.0:5000'], django: true },
    ],
    ['./manage.py qcluster', { type: 'debugpy', program: 'manage.py', args: ['qcluster'], django: true }],
    [
      'flask run --port $PORT',
      {
        type: 'debugpy',
        module: 'flask',
        args: ['run', '--port', '5000', '--no-debugger', '--no-reload'],
        jinja: true,
      },
    ],
    [
      'celery -A shop worker -l info',
      { type: 'debugpy', module: 'celery', args: ['-A', 'shop', 'worker', '-l', 'info', '--pool=solo'] },
    ],
    [
      'celery -A shop worker -P gevent',
      { type: 'debugpy', module: 'celery', args: ['-A', 'shop', 'worker', '-P', 'gevent'] },
    ],
    ['celery -A shop beat', { type: 'debugpy', module: 'celery', args: ['-A', 'shop', 'beat'] }],
    ['rq worker high', { type: 'debugpy', module: 'rq.cli', args: ['worker', 'high'] }],
    [
      'poetry run gunicorn app:app',
      { type: 'debugpy', module: 'gunicorn', args: ['app:app', '--timeout', '0'] },
    ],
    ['pipenv run python main.py', { type: 'debugpy', program: 'main.py', args: [] }],
    ['uv run -- fastapi run', { type: 'debugpy', module: 'fastapi', args: ['run'] }],
    [
      'procrastinate worker',
      { type: 'debugpy', program: '.venv/bin/procrastinate', args: ['worker'] },
      app(['.venv/bin/procrastinate']),
    ],
    ['cd api && uvicorn main:app', { type: 'debugpy', module: 'uvicorn', args: ['main:app'], folder: 'api' }],
  ]);
});

describe('the debugger for a Ruby command', () => {
  const rdbg = (command: string, script: string, useBundler: boolean) => ({
    type: 'rdbg',
    command,
    script,
    args: [],
    askParameters: false,
    useBundler,
  });
  table([
    ['bundle exec rails server -p $PORT', rdbg('bundle exec rails server -p', '5000', true)],
    ['bundle exec puma -C config/puma.rb', rdbg('bundle exec puma -C', 'config/puma.rb', true)],
    ['bin/rails server', rdbg('bin/rails', 'server', false)],
    ['bundle exec sidekiq', rdbg('bundle exec', 'sidekiq', true)],
    ['rackup', rdbg('ruby -S', 'rackup', false)],
    ['ruby worker.rb', rdbg('ruby', 'worker.rb', false)],
    ['./clock.rb', rdbg('ruby', './clock.rb', false)],
  ]);

  it('can be that of Ruby LSP too', () => {
    const launch = launchOf('bundle exec rails server', env, app());
    assert.ok('ways' in launch);
    assert.deepEqual(launch.ways[1], {
      type: 'ruby_lsp',
      attributes: { program: 'bundle exec rails server' },
    });
  });
});

describe('the debugger for a command of another language', () => {
  const xdebug = [
    '-dxdebug.mode=debug',
    '-dxdebug.start_with_request=yes',
    `-dxdebug.client_port=${braced('port')}`,
  ];
  const phpEnv = { XDEBUG_MODE: 'debug', XDEBUG_CONFIG: `client_port=${braced('port')}` };
  table([
    ['go run ./cmd/web -v', { type: 'go', mode: 'debug', program: 'cmd/web', args: ['-v'] }],
    ['go run .', { type: 'go', mode: 'debug', program: '.', args: [] }],
    [
      'go run -tags dev main.go',
      { type: 'go', mode: 'debug', program: 'main.go', args: [], buildFlags: '-tags dev' },
    ],
    [
      'bin/web -p $PORT',
      { type: 'go', mode: 'debug', program: 'cmd/web', args: ['-p', '5000'] },
      app(['go.mod', 'cmd', 'cmd/web']),
    ],
    ['bin/shop', { type: 'go', mode: 'debug', program: '.', args: [] }, app(['go.mod', 'main.go'])],
    [
      'php -S 0.0.0.0:$PORT -t public',
      {
        type: 'php',
        program: '',
        args: [],
        runtimeArgs: [...xdebug, '-S', '0.0.0.0:5000', '-t', 'public'],
        port: 0,
        env: phpEnv,
      },
    ],
    [
      'php artisan serve --port=$PORT',
      {
        type: 'php',
        program: 'artisan',
        args: ['serve', '--port=5000'],
        runtimeArgs: xdebug,
        port: 0,
        env: phpEnv,
      },
    ],
    [
      'java $JAVA_OPTS -Dserver.port=$PORT -jar target/shop.jar --debug',
      {
        type: 'java',
        args: ['--debug'],
        vmArgs: ['-Xmx300m', '-Dspring.profiles.active=dev', '-Dserver.port=5000'],
      },
    ],
    [
      'java -cp target/classes:lib/* com.example.Main a',
      { type: 'java', mainClass: 'com.example.Main', args: ['a'] },
    ],
    ['./mvnw spring-boot:run', { type: 'java' }],
    ['./gradlew :web:bootRun', { type: 'java' }],
    [
      'dotnet out/Web.dll --urls http://*:$PORT',
      { type: 'coreclr', program: 'out/Web.dll', args: ['--urls', 'http://*:5000'] },
    ],
    [
      'cargo run --release --bin web -- -v',
      { type: 'lldb', cargo: { args: ['build', '--bin', 'web'] }, args: ['-v'], terminal: 'console' },
    ],
    [
      './target/release/web',
      { type: 'lldb', cargo: { args: ['build', '--bin=web'] }, args: [], terminal: 'console' },
      app(['Cargo.toml']),
    ],
  ]);
});

describe('the debugger for what a command leads to', () => {
  const scripts = app([], { '': { start: 'python app.py', both: 'node build.js && node server.js' } });
  const rows: readonly (readonly [string, ProgramStarted, object, AppFiles?])[] = [
    [
      'npm start',
      { text: 'python app.py', folder: '', file: 'app.py', family: 'python' },
      { type: 'debugpy', program: 'app.py', args: [] },
      scripts,
    ],
    [
      'npm run both',
      { text: 'node server.js', folder: '', file: 'server.js', family: 'javascript' },
      { type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['run', 'both'] },
      scripts,
    ],
    [
      './start.sh',
      { text: 'export A=b && exec gunicorn app:app', folder: 'web', file: 'web/app.py', family: 'python' },
      { type: 'debugpy', module: 'gunicorn', args: ['app:app', '--timeout', '0'], folder: 'web' },
    ],
    [
      '/usr/local/bin/shop serve',
      { text: '/usr/local/bin/shop serve', folder: '', file: 'cmd/shop/main.go', family: 'go' },
      { type: 'go', mode: 'debug', program: 'cmd/shop', args: ['serve'] },
    ],
    [
      'shop --port 1',
      { text: 'shop --port 1', folder: '', file: 'src/bin/shop.rs', family: 'rust' },
      {
        type: 'lldb',
        cargo: { args: ['build', '--bin', 'shop'] },
        args: ['--port', '1'],
        terminal: 'console',
      },
    ],
    [
      'rake db:migrate && bundle exec puma',
      { text: 'bundle exec puma', folder: '', file: 'config.ru' },
      {
        type: 'rdbg',
        command: 'bundle exec',
        script: 'puma',
        args: [],
        askParameters: false,
        useBundler: true,
      },
    ],
  ];
  for (const [command, program, expected, files] of rows) {
    it(`${command}: ${program.text}`, () => assert.deepEqual(first(command, files, program), expected));
  }

  const stubs = app(
    [],
    {},
    {
      'bin/web': '#!/usr/bin/env ruby\nrun\n',
      'bin/work': '#!/usr/bin/env -S python3 -u\n',
      'web/bin/api': '#! /usr/local/bin/node\n',
      'bin/site': '#!/usr/bin/perl\n',
    },
  );
  const rdbg = { type: 'rdbg', args: [], askParameters: false, useBundler: false };
  table([
    ['bin/web --quiet', { ...rdbg, command: 'ruby bin/web', script: '--quiet' }, stubs],
    ['./bin/work', { type: 'debugpy', program: 'bin/work', args: [] }, stubs],
    ['cd web && ./bin/api', { type: 'node', program: 'web/bin/api', args: [], folder: 'web' }, stubs],
  ]);

  it('is none where its first line names what nobody debugs', () =>
    assert.match(problem('bin/site', stubs), /No debugger is known for site/));

  it('is that of the command itself where it says enough', () => {
    const program = { text: 'python other.py', folder: '', file: 'other.py', family: 'python' };
    assert.deepEqual(first('node server.js', app(), program), {
      type: 'node',
      program: 'server.js',
      args: [],
    });
  });
});

describe('a command that no debugger can be chosen for', () => {
  it('says so where it starts several programs', () => {
    for (const command of ['gunicorn a:a & celery worker', 'rake db:migrate && puma', 'puma | tee log']) {
      assert.match(problem(command), /several programs/, command);
    }
  });

  it('is not run in a terminal for node where the app is of another language', () => {
    const rails = app(['package.json', 'Gemfile']);
    assert.match(problem('bundle exec rake db:migrate && bundle exec puma', rails), /several programs/);
    assert.match(problem('./bin/start.sh', rails), /start\.sh/);
  });

  it('says so where only the shell knows what it is', () => {
    assert.match(problem('gunicorn $(cat app.txt)'), /made by the shell/);
    assert.match(problem('gunicorn `cat app.txt`'), /made by the shell/);
  });

  it('says so where a tool fetches the env vars', () => {
    for (const command of [
      'doppler run -- gunicorn a:a',
      'chamber exec shop -- puma',
      'dotenv -e .env.x puma',
    ])
      assert.match(problem(command), /fetches env vars/, command);
  });

  it('names a program that it does not know', () => {
    assert.match(problem('/usr/sbin/nginx -c nginx.conf'), /nginx/);
    for (const command of [
      'mvn package',
      'dotnet run',
      'bin/web',
      'java',
      'php',
      'go build',
      './target/release/web',
    ]) {
      assert.match(problem(command), /No debugger is known/, command);
    }
  });

  it('is never a reason to fail, whatever it holds', () => {
    for (const command of [
      '',
      '   ',
      '&&',
      '"',
      '$',
      '${',
      '((',
      'exec',
      'env A=b',
      'bundle exec',
      'npm',
      'yarn run',
      'python',
      'go run',
      'cd',
    ]) {
      const launch = launchOf(command, env, app());
      assert.ok('problem' in launch || launch.ways.length > 0, command);
    }
  });
});
