import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completeProcfile } from '../../../core/suggest/complete';
import { MemoryApp } from '../../harness/app';

const files = {
  'requirements.txt': 'django\ngunicorn\ncelery\n',
  'manage.py': '',
  'shop/wsgi.py': '',
  'shop/settings.py': '',
  'shop/celery.py': 'from celery import Celery\n',
  'shop/management/commands/send_mail.py': '',
  'worker/__main__.py': '',
  'bin/start': '',
  'web/server.js': '',
  'package.json': '{ "scripts": { "start": "node web/server.js", "worker": "tsx worker.ts" } }',
  Gemfile: '',
  'lib/tasks/mail.rake':
    'namespace :mail do\n  desc "x"\n  task send: :environment do\n  end\n  task :clean\nend\n',
};

/** What is proposed at the `|` of a text, in order; each as the whole line would read then. */
function at(marked: string, more: Readonly<Record<string, string>> = {}): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const app = new MemoryApp({ ...files, ...more, Procfile: text }).picture.appOf('Procfile');
  return completeProcfile(text, offset, app)
    .sort((a, b) => a.rank - b.rank)
    .map(({ range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end));
}

function proposes(marked: string, ...wanted: readonly string[]): void {
  const found = at(marked);
  for (const one of wanted) assert.ok(found.includes(one), `${marked} proposes ${found.join(' / ')}`);
}

describe('completion in a Procfile', () => {
  it('of a process type is a whole line that the stack suggests', () => {
    const [first] = at('|');
    assert.equal(first, 'web: gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT');
    proposes('wo|', 'worker: celery --app shop worker --loglevel info');
    proposes('web: x\n|', 'web: x\nrelease: python manage.py migrate --noinput', 'web: x\nclock: ');
    assert.ok(!at('web: x\n|').some((line) => /\nweb/.test(line)), 'what is there is not proposed again');
  });

  it('of a process type before its colon is the name alone', () => {
    assert.deepEqual(at('w|: node x.js'), [
      'web: node x.js',
      'worker: node x.js',
      'release: node x.js',
      'clock: node x.js',
    ]);
  });

  it('of a command begins with what fits the process type', () => {
    assert.equal(at('worker: |')[0], 'worker: celery --app shop worker --loglevel info');
    assert.equal(at('web: |')[0], 'web: gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT');
    proposes('x: |', 'x: npm start', 'x: npm run worker', 'x: bin/start', 'x: python manage.py send_mail');
    proposes('x: |', 'x: bundle exec rake mail:send', 'x: bundle exec rake mail:clean');
  });

  it('of a word is what its program asks for', () => {
    proposes('web: npm run |', 'web: npm run worker');
    proposes('web: cd x && npm |', 'web: cd x && npm run worker');
    proposes('web: python manage.py s|', 'web: python manage.py send_mail');
    proposes('job: bundle exec rake |', 'job: bundle exec rake mail:send');
    proposes('web: gunicorn |', 'web: gunicorn shop.wsgi:application');
    proposes('worker: celery -A |', 'worker: celery -A shop');
    proposes('worker: celery -A shop |', 'worker: celery -A shop worker');
    proposes('worker: python -m |', 'worker: python -m worker');
    proposes('web: node web/s|', 'web: node web/server.js');
    proposes('web: exec |', 'web: exec bin/start');
  });

  it('of an option is one of the program, with its usual value', () => {
    proposes('web: gunicorn app:app --b|', 'web: gunicorn app:app --bind 0.0.0.0:$PORT');
    proposes('web: gunicorn app:app -b|', 'web: gunicorn app:app -b 0.0.0.0:$PORT');
    proposes('web: uvicorn main:app --host 0.0.0.0 -|', 'web: uvicorn main:app --host 0.0.0.0 --port $PORT');
    assert.ok(!at('web: uvicorn main:app --host x --|').some((line) => line.includes('--host 0.0.0.0')));
    proposes('web: bundle exec puma -|', 'web: bundle exec puma -p $PORT');
    proposes('web: java -|', 'web: java -Dserver.port=$PORT');
    assert.deepEqual(at('web: unheard-of -|'), []);
  });

  it('is silent in comments, in quotes and at variables', () => {
    for (const text of [
      '# web|',
      'web: a # b |',
      'web: sh -c "a |"',
      "web: echo 'x |",
      'web: a $PO|',
      ' web|',
    ])
      assert.deepEqual(at(text), [], text);
  });

  it('never throws, and stays within the text', () => {
    const part = fc.constantFrom(
      'web',
      ':',
      ' ',
      '\n',
      '\r\n',
      '-',
      '--bind',
      '=',
      '$',
      '{',
      '"',
      "'",
      '\\',
      'npm run',
      'celery -A',
      '&&',
      '/',
      '🙂',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat(60), (parts, place) => {
        const text = parts.join('');
        const offset = Math.min(place, text.length);
        const app = new MemoryApp({ Procfile: text }).picture.appOf('Procfile');
        for (const { range } of completeProcfile(text, offset, app))
          assert.ok(0 <= range.start && range.start <= offset && range.end <= text.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
