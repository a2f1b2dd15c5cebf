import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProcfile } from '../../../core/procfile/parse';
import { readDeclarations } from '../../../core/procfile/read-declarations';

function read(text: string, config?: string) {
  const { types, onEnd, problems } = readDeclarations(text, parseProcfile(text), config);
  const said = problems.map(({ source, range, message }) => {
    return `${source} ${(source === 'config' ? (config ?? '') : text).slice(range.start, range.end)}: ${message}`;
  });
  return { types: Object.fromEntries(types), onEnd, problems: said };
}

describe('declarations', () => {
  it('stand in the comments right above a process type', () => {
    const { types, problems } = read(`# An app.
# ready: port

# ready: http /health
#after: db,  cache
# Plain words are no declaration: not at all.
web: a
# ready: log "listening on"
# stop-signal: int
# stop-grace: 2.5
# on-end: restart
db: b
cache: c
# one-shot: yes
# terminal: no
# folder: ./ui/
# restart-on: src/** *.json
setup: d
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(types, {
      web: { ready: { kind: 'http', path: '/health' }, after: ['db', 'cache'] },
      db: {
        ready: { kind: 'log', text: 'listening on' },
        stopSignal: 'SIGINT',
        graceMs: 2500,
        onEnd: 'restart',
      },
      setup: { oneShot: true, terminal: false, folder: 'ui', restartOn: ['src/**', '*.json'] },
    });
  });

  it('stand in the config file, which wins', () => {
    const config = `{
      // how it runs here
      "formation": {
        "onEnd": "stop-all",
        "processes": {
          "web": { "ready": "port", "after": ["db"], "stopGrace": 3, "oneShot": false, "onEnd": "leave" },
          "nobody": { "ready": "port" },
        },
      },
    }`;
    const { types, onEnd, problems } = read('# ready: http\n# folder: ui\nweb: a\ndb: b\n', config);
    assert.deepEqual(problems, []);
    assert.equal(onEnd, 'stop-all');
    assert.deepEqual(types, {
      web: {
        ready: { kind: 'port' },
        folder: 'ui',
        after: ['db'],
        graceMs: 3000,
        oneShot: false,
        onEnd: 'leave',
      },
    });
  });

  it('that cannot be read are problems, and the rest counts', () => {
    const config =
      '{"formation":{"onEnd":"explode","processes":{"web":{"reddy":"port","after":{},"terminal":1}}}}';
    const text =
      '# ready: soon\n# folder: ../up\n# stop-grace: 1h\n# stop-signal: KILL\n# on-end: leave\nweb: a\n';
    const { types, onEnd, problems } = read(text, config);
    assert.deepEqual(types, { web: { onEnd: 'leave' } });
    assert.equal(onEnd, undefined);
    assert.deepEqual(problems.sort(), [
      'config "explode": `onEnd`: Write one of `leave`, `restart`, `stop-all`.',
      'config "port": `reddy` of web: There is no such key.',
      'config 1: `terminal` of web: Write `yes` or `no`.',
      'config {}: `after` of web: Write a text.',
      'procfile # folder: ../up: `folder` of web: Write a folder within the app.',
      'procfile # ready: soon: `ready` of web: Write `port`, `http /path` or `log "text"`.',
      'procfile # stop-grace: 1h: `stop-grace` of web: Write seconds, from 0 to 3600.',
      'procfile # stop-signal: KILL: `stop-signal` of web: Write one of `SIGTERM`, `SIGINT`, `SIGQUIT`, `SIGHUP`, `SIGUSR1`, `SIGUSR2`.',
    ]);
  });

  it('are read from any text without an error', () => {
    const words = fc.constantFrom(
      '#',
      ' ',
      '\n',
      '\r\n',
      'ready:',
      'web: a',
      'after:',
      'log "',
      '\t',
      ':',
      '{',
      '"',
    );
    const text = fc
      .array(fc.oneof(words, fc.string({ maxLength: 3 })), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(fc.property(text, text, (procfile, config) => void read(procfile, `{"formation":${config}`)));
  });
});
