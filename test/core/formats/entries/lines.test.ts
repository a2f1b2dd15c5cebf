import assert from 'node:assert/strict';
import { shown, written } from '../../../harness/config-entries';

describe('INI', () => {
  it('reads sections, keys and flags', () => {
    const text =
      'top = 1\n[uwsgi]\nmaster\nlogto: /var/log/x.log ; comment\nquoted = "a ; b"\ncolour = #fff\nempty =\n';
    assert.deepEqual(shown('uwsgi.ini', text), [
      'top = 1',
      'uwsgi: map',
      'uwsgi.master = ',
      'uwsgi.logto = /var/log/x.log',
      'uwsgi.quoted = a ; b',
      'uwsgi.colour = #fff',
      'uwsgi.empty = ',
    ]);
  });

  it('reads values of several lines', () => {
    const text = [
      '[handler_file]',
      'args = (',
      "    'x.log',",
      '# between',
      "    'a = b')",
      'class=FileHandler',
      'keys =',
      '  # none',
      '  a',
      '  b',
      '',
      '[program:web]',
      'command=node server.js \\',
      '--port=80',
      'autostart=true',
    ].join('\n');
    assert.deepEqual(written('logging.conf', text), {
      'handler_file.args': "(\n    'x.log',\n# between\n    'a = b')",
      'handler_file.class': 'FileHandler',
      'handler_file.keys': 'a\n  b',
      'program:web.command': 'node server.js \\\n--port=80',
      'program:web.autostart': 'true',
    });
  });

  it('takes php.ini and systemd units as they are', () => {
    const php =
      '[Session]\nsession.save_handler = files\n;session.save_path = "/tmp"\nerror_log = "/var/log/php.log"\n';
    assert.deepEqual(written('php.ini', php), {
      'Session.session.save_handler': 'files',
      'Session.error_log': '/var/log/php.log',
    });
    const unit = "[Service]\nExecStart=/bin/sh -c 'a; b'\nStandardOutput=append:/var/log/x.log\n";
    assert.deepEqual(written('shop.service', unit), {
      'Service.ExecStart': "/bin/sh -c 'a; b'",
      'Service.StandardOutput': 'append:/var/log/x.log',
    });
  });
});

describe('Java properties', () => {
  it('splits keys as YAML nests them', () => {
    const text = 'logging.file.name=x.log\nservers[0].port: 80\nkey\\:a\\ b  value\nempty\n';
    assert.deepEqual(shown('application.properties', text), [
      'logging.file.name = x.log',
      'servers.0.port = 80',
      'key:a b = value',
      'empty = ',
    ]);
  });

  it('joins lines and reads escapes', () => {
    const text = 'a = one\\\n    two\\\\\nb=\\u0041\\t!\n# c = 1\\\nd = C:\\\\logs  \n';
    assert.deepEqual(shown('a.properties', text), ['a = onetwo\\', 'b = A\t!', 'd = C:\\logs']);
    assert.deepEqual(written('a.properties', text).a, 'one\\\n    two\\\\');
  });
});
