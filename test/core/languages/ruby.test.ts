import assert from 'node:assert/strict';
import type { Value } from '../../../core/facts/fact';
import ruby from '../../../core/languages/ruby';
import { callAt, stringAt, stringGivenTo, withParsed } from '../../harness/parsed';

const hole = '\uFFFC';

/** What the marked expression is. */
function read(marked: string): Promise<Value | undefined> {
  return withParsed(ruby, marked, ({ marks: [mark], scope }) => {
    const node = mark && scope.root.descendantForIndex(mark.start, mark.end);
    return node ? scope.valueOf(node) : undefined;
  });
}

async function textOf(marked: string): Promise<string | undefined> {
  const value = await read(marked);
  return value?.kind === 'string' || value?.kind === 'template' ? value.text : value?.kind;
}

describe('ruby', () => {
  it('reads here documents', async () => {
    assert.equal(await textOf('a = «<<~END»\n  one #{x}\n    two\\n\n  END\n'), `one ${hole}\n  two\n\n`);
    assert.equal(await textOf("a = «<<-'END'.strip»\n  one #{x}\\n\n  END\n"), '  one #{x}\\n\n');
    assert.equal(await textOf('use(«<<~A», <<~B)\n  a\nA\n  b\nB\n'), 'unknown');
  });

  it('knows what holds a here document and what a name is given', async () => {
    const within = await stringAt(ruby, 'key = <<~END\n  redis«://»db\nEND\n');
    assert.deepEqual(within.holder, { name: 'key', kind: 'variable', owner: undefined });
    assert.equal((await stringGivenTo(ruby, 'pass«word» = <<~END\n  x\nEND\n')).value.text, 'x\n');
  });

  it('reads strings with holes, symbols and words', async () => {
    assert.equal(await textOf('a = «"log/#{env}.log"»\n'), `log/${hole}.log`);
    assert.equal(await textOf('a = «"a" + b»\n'), `a${hole}`);
    assert.equal(await textOf('a = «:memory_store»\n'), 'memory_store');
    const words = await read('a = «%w[x y]»\n');
    assert.deepEqual(
      words?.kind === 'array' && words.items.map((item) => item.kind === 'string' && item.text),
      ['x', 'y'],
    );
  });

  it('tells references from calls', async () => {
    assert.deepEqual(await read('a = «Rails.root»\n'), {
      kind: 'reference',
      name: 'Rails.root',
      range: { start: 4, end: 14 },
    });
    assert.equal((await read('a = «$stdout»\n'))?.kind, 'reference');
    assert.equal((await read('a = «STDOUT»\n'))?.kind, 'reference');
    const path = await read('a = «Rails.root.join("log", "a.log")»\n');
    assert.equal(path?.kind === 'call' && path.callee, 'Rails.root.join');
  });

  it('takes credentials of Rails as coming from outside', async () => {
    for (const way of ['.aws[:key]', '.secret_key', '.dig(:aws, :key)'])
      assert.equal((await read(`a = «Rails.application.credentials${way}»\n`))?.kind, 'env', way);
  });

  it('sees calls without arguments where no variable can stand', async () => {
    assert.equal((await callAt(ruby, '«exit» if done\n')).callee, 'exit');
    assert.equal((await callAt(ruby, 'pid = «fork»\n')).callee, 'fork');
    assert.equal((await callAt(ruby, 'class A < B\n  «enable_sessions»\nend\n')).callee, 'enable_sessions');
    assert.equal((await callAt(ruby, '«preload_app!»\n')).callee, 'preload_app!');
    assert.equal((await callAt(ruby, 'Process.«daemon»\n')).callee, 'Process.daemon');
    await assert.rejects(callAt(ruby, 'def a\n  b = 1\n  «b»\nend\n'));
  });

  it('covers the receiver with the range of a callee', async () => {
    const { calleeRange, range } = await callAt(ruby, 'x = Rack::Session::«Pool».new(app)\n');
    assert.deepEqual(
      [calleeRange, range],
      [
        { start: 4, end: 27 },
        { start: 4, end: 32 },
      ],
    );
  });

  it('keeps an instance variable apart from a method of its name', async () => {
    assert.equal((await callAt(ruby, '@app = Rack.new\napp.«run»(1)\n')).callee, 'app.run');
    assert.equal(
      (await callAt(ruby, '@@app = 1\n@app = Rack.new\n@app.«run»(1)\n')).callee,
      'Rack.new().run',
    );
  });

  it('passes blocks and the arguments they stand for over', async () => {
    const { args } = await callAt(ruby, 'log.«to»("a", *more, &block) { |x| x }\n');
    assert.deepEqual(
      args.map(({ value }) => value.kind),
      ['string', 'unknown'],
    );
  });
});
