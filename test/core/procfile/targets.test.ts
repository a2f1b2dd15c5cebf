import assert from 'node:assert/strict';
import { parseCommand } from '../../../core/procfile/command';
import { joined, targetsOf } from '../../../core/procfile/targets';

/** The words of a command with what they may name. */
function targets(text: string, folder = ''): string[] {
  const found = targetsOf(parseCommand(text), folder).map((target) => {
    const word = text.slice(target.range.start, target.range.end);
    if (target.kind === 'script') return `${word} → ${joined(target.folder, 'package.json')} ${target.name}`;
    return `${word} → ${target.kind === 'file' ? target.path : target.paths.join(' ')}`;
  });
  return [...new Set(found)];
}

function names(text: string, wanted: string, folder?: string): void {
  const found = targets(text, folder);
  assert.ok(
    found.some((one) => one.startsWith(wanted)),
    `${text} names ${found.join(', ')}`,
  );
}

describe('what a command names', () => {
  it('is a script of a package.json', () => {
    names('npm run build', 'build → package.json build');
    names('npm --silent start', 'start → package.json start');
    names('exec yarn serve:prod', 'serve:prod → package.json serve:prod');
    names('pnpm --dir web run start', 'start → web/package.json start');
    names('npm run start --prefix=client', 'start → client/package.json start');
    names('cd web && npm start', 'start → web/package.json start');
    names('npm start', 'start → apps/shop/package.json start', 'apps/shop');
    for (const text of ['npm ci', 'npm run $NAME', 'npm']) {
      assert.ok(!targets(text).some((one) => one.includes('package.json')), text);
    }
  });

  it('is a file', () => {
    names('node web/server.js', 'web/server.js → web/server.js');
    names('node --enable-source-maps web/server', 'web/server → web/server.js');
    names('python manage.py runserver', 'manage.py → manage.py');
    names('bin/start-web --fast', 'bin/start-web → bin/start-web');
    names('./bin/x', './bin/x → bin/x');
    names('gunicorn --config=config/g.py app:app', 'config/g.py → config/g.py');
    names('../run.sh', '../run.sh → apps/run.sh', 'apps/shop');
    for (const text of ['../../x.sh', '/etc/x.sh', '$HOME/x.sh']) {
      assert.ok(!targets(text).some((one) => one.includes('x.sh')), text);
    }
  });

  it('is a Python module', () => {
    names('gunicorn shop.wsgi:app --bind :$PORT', 'shop.wsgi:app → shop/wsgi.py');
    names('uvicorn main:create_app --factory', 'main:create_app → main.py');
    names('celery -A proj worker', 'proj → proj.py');
    names('celery --app=proj.tasks worker', 'proj.tasks → proj/tasks.py');
    names('python3.12 -m worker.main', 'worker.main → worker/main.py');
    names('gunicorn --chdir src wsgi:app', 'wsgi:app → src/wsgi.py');
    names('uvicorn main:app --app-dir=api', 'main:app → api/main.py');
  });
});
