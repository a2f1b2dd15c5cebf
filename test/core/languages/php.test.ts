import assert from 'node:assert/strict';
import { importFact } from '../../../core/facts/at-hit';
import type { Value } from '../../../core/facts/fact';
import php from '../../../core/languages/php';
import { callAt, withParsed } from '../../harness/parsed';

const hole = '\uFFFC';

/** What the marked expression is. */
function read(marked: string): Promise<Value | undefined> {
  return withParsed(php, `<?php\n${marked}\n`, ({ marks: [mark], scope }) => {
    const node = mark && scope.root.descendantForIndex(mark.start, mark.end);
    return node ? scope.valueOf(node) : undefined;
  });
}

async function textOf(marked: string): Promise<string | undefined> {
  const value = await read(marked);
  return value?.kind === 'string' || value?.kind === 'template' ? value.text : value?.kind;
}

const calleeOf = async (marked: string): Promise<string> => (await callAt(php, `<?php\n${marked}\n`)).callee;

describe('php', () => {
  it('reads here documents', async () => {
    assert.equal(
      await textOf('$a = «<<<END\n  one $x {$y->z} \\"\\n\n    two\n  END»;'),
      `one ${hole} ${hole} \\"\n\n  two`,
    );
    assert.equal(await textOf("$a = «<<<'END'\none $x\\n\nEND»;"), 'one $x\\n');
  });

  it('reads strings with holes', async () => {
    assert.equal(await textOf('$a = «"$a {$b->c} $e[0]"»;'), `${hole} ${hole} ${hole}`);
    assert.equal(await textOf("$a = «__DIR__ . '/logs/' . $name»;"), `${hole}/logs/${hole}`);
    assert.equal(await textOf("const LOGS = '/var/log'; $a = «LOGS . '/a.log'»;"), '/var/log/a.log');
  });

  it('reads lists and arrays with keys', async () => {
    assert.equal((await read('$a = «[1, 2]»;'))?.kind, 'array');
    const mixed = await read("$a = «['a' => 1, PDO::ATTR => 2, ...$more]»;");
    assert.deepEqual(mixed?.kind === 'object' && [mixed.entries.map(({ key }) => key), mixed.open], [
      ['a'],
      true,
    ]);
  });

  it("takes Laravel's configuration as coming from outside", async () => {
    const found = await read("$a = «config('app.key', 'x')»;");
    assert.deepEqual(found?.kind === 'env' && [found.name, found.fallback?.kind], ['', 'string']);
    assert.equal((await read("$a = «Config::get('app.key')»;"))?.kind, 'env');
    assert.equal((await read("$a = «config(['app.key' => 'x'])»;"))?.kind, 'call');
  });

  it('tells the environment from the request', async () => {
    assert.equal((await read("$a = «$_SERVER['APP_ENV']»;"))?.kind, 'env');
    assert.equal((await read("$a = «$_SERVER['HTTP_HOST']»;"))?.kind, 'reference');
    assert.equal((await read("$_SERVER += $_ENV; $a = «$_ENV['APP_ENV']»;"))?.kind, 'env');
  });

  it('names classes by their namespace', async () => {
    assert.equal(await calleeOf('namespace App;\nuse Monolog\\Logger;\nnew «Logger»();'), 'Monolog.Logger');
    assert.equal(await calleeOf('namespace App\\Log;\nnew «Logger»();'), 'App.Log.Logger');
    assert.equal(await calleeOf('namespace App\\Log;\nWriter\\File::«open»();'), 'App.Log.Writer.File.open');
    assert.equal(await calleeOf('namespace App\\Log { new «\\Redis»(); }'), 'Redis');
    assert.equal(await calleeOf('namespace App\\Log;\nnamespace\\File::«open»();'), 'App.Log.File.open');
    assert.equal(await calleeOf("namespace App;\n«fopen»('x', 'a');"), 'fopen');
  });

  it('does not know what stands for a class by its place', async () => {
    for (const own of ['self', 'static', 'parent'])
      assert.equal(await calleeOf(`${own}::«make»();`), `?${own}.make`);
    assert.equal(await calleeOf('$this->log->«info»();'), '?$this.log.info');
    assert.equal(await calleeOf('$a->$b->«info»();'), '$a.?.info');
    assert.equal(await calleeOf('class Logger {}\nnew «Logger»();'), '?Logger');
  });

  it('knows a parameter by its class, in as many functions as take one', async () => {
    const before = 'use Slim\\App;\nfunction a(App $app) {}\n';
    assert.equal(await calleeOf(`${before}function b(App $app) { $app->«run»(); }`), 'Slim.App().run');
    assert.equal(await calleeOf(`${before}function b(Bus $app) { $app->«run»(); }`), 'Bus().run');
  });

  it('sees attributes, constructions without arguments and exits', async () => {
    assert.equal(
      await calleeOf('use Routing\\Route;\n#[«Route»("/x", methods: ["GET"])]\nfunction f() {}'),
      '@Routing.Route',
    );
    assert.equal((await callAt(php, '<?php\nnew «Foo»;\n')).construct, true);
    assert.equal(await calleeOf('«exit»(1);'), 'exit');
    await assert.rejects(calleeOf('$f = «strlen»(...);'));
  });

  it('does not take a trait for an import where it stands in a class', async () => {
    const text = '<?php\nuse App\\Logs;\n\nfinal class A\n{\n    use Logs;\n}\n';
    assert.deepEqual(
      php.imports(text).map(({ module }) => module),
      ['App\\Logs'],
    );
    await withParsed(php, text, ({ scope }) => {
      for (const one of php.imports(text)) assert.ok(importFact(one, scope, php));
    });
  });

  it('finds included files by the folder they are named from', () => {
    const text = "<?php\nrequire_once __DIR__ . '/../lib/a.php';\nrequire dirname(__FILE__).'/b.php';\n";
    assert.deepEqual(
      php.imports(text).map(({ module }) => module),
      ['./../lib/a.php', './b.php'],
    );
  });
});
