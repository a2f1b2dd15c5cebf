import assert from 'node:assert/strict';
import type { Value } from '../../../core/facts/fact';
import { languageOf } from '../../../core/linter';
import { withParsed } from '../../harness/parsed';

/** What the marked expression is. */
function meaning(path: string, marked: string): Promise<Value> {
  const language = languageOf(path);
  assert.ok(language);
  return withParsed(language, marked, ({ marks: [mark], scope }) => {
    const node = mark && scope.root.descendantForIndex(mark.start, mark.end);
    assert.ok(node);
    return scope.valueOf(node);
  });
}

const said = (value: Value): unknown =>
  'text' in value ? value.text : 'value' in value ? value.value : value.kind;

describe('scope', () => {
  it('comes to an end with a name that is missing', async () => {
    for (const [path, text] of [
      ['app.js', '«process».on("SIGTERM", );\nuse(a.);\n'],
      ['App.cs', 'class A { void F() { app.Lifetime.ApplicationStopping.Register(a => «b». ); } }\n'],
    ] as const) {
      const language = languageOf(path);
      assert.ok(language);
      await withParsed(language, text, ({ scope }) => {
        assert.equal(scope.placeOf('', 3), undefined);
        const value = scope.inside(() => scope.valueOf(scope.root.namedChildren[0] ?? scope.root));
        assert.ok(value.range);
      });
    }
  });

  it('follows a constant to where it is written', async () => {
    const text = "const A = 'x';\nuse(A);\n";
    const value = await meaning('app.js', text.replace('use(A)', 'use(«A»)'));
    assert.deepEqual(value, { kind: 'string', text: 'x', range: { start: 10, end: 13 } });
  });

  it('does not guess what a name is that is written twice, in a loop, or as a parameter', async () => {
    for (const marked of [
      "let a = 'x';\na = 'y';\nuse(«a»);\n",
      "let a = 'x';\na += 'y';\nuse(«a»);\n",
      "for (const a of list) use(«a»);\nconst b = 'x';\n",
      "const a = 'x';\nfunction f(a) { use(«a»); }\n",
      "const a = 'x';\ntry {} catch (a) { use(«a»); }\n",
      'function a() {}\nuse(«a»);\n',
    ])
      assert.equal((await meaning('app.js', marked)).kind, 'reference', marked);
    for (const marked of [
      'a = "x"\na = "y"\nuse(«a»)\n',
      'a = "x"\nfor a in b: use(«a»)\n',
      'a = "x"\ndef f(a): use(«a»)\n',
      'a = "x"\nwith b as a: use(«a»)\n',
      'a = "x"\nglobal a\nuse(«a»)\n',
    ])
      assert.notEqual((await meaning('app.py', marked)).kind, 'string', marked);
  });

  it('knows a name by the innermost block that has it for its own', async () => {
    for (const [path, marked, expected] of [
      ['app.js', "const a = 'x';\nfunction f() {\n  const a = 'y';\n}\nuse(«a»);\n", 'x'],
      ['app.js', "const a = 'x';\nfunction f() {\n  const a = 'y';\n  use(«a»);\n}\n", 'y'],
      ['app.js', "if (b) {\n  const a = 'x';\n  use(«a»);\n} else {\n  const a = 'y';\n}\n", 'x'],
      ['app.js', "if (b) {\n  var a = 'x';\n}\nfunction f(a) {}\nuse(«a»);\n", 'x'],
      ['app.js', "let a;\nfunction f() {\n  a = 'x';\n}\nfor (const a of b) {}\nuse(«a»);\n", 'x'],
      ['app.py', "a = 'x'\ndef f():\n    a = 'y'\n    use(«a»)\n", 'y'],
      ['app.py', "a = 'x'\ndef f(): return [a for a in b]\nuse(«a»)\n", 'x'],
      ['app.go', 'package a\n\nfunc f() {\n\tif a := "x"; b {\n\t\tuse(«a»)\n\t}\n\ta := 3\n}\n', 'x'],
      ['app.rb', "a = 'x'\ndef f\n  a = 'y'\n  b { use(«a») }\nend\n", 'y'],
    ] as const)
      assert.equal(said(await meaning(path, marked)), expected, marked);
  });

  it('knows a name however often it is used', async () => {
    const uses = 'use(a, a);\n'.repeat(500);
    assert.equal(said(await meaning('app.js', `const a = 'x';\n${uses}use(«a»);\n`)), 'x');
  });

  it('ends where names mean each other', async () => {
    for (const marked of [
      'const a = b;\nconst b = a;\nuse(«a»);\n',
      'const a = a;\nuse(«a»);\n',
      'const a = a.b.c;\nuse(«a»);\n',
      'const { a } = a;\nuse(«a»);\n',
      'const a = { b: a };\nuse(«a.b.b.b»);\n',
      'const a = () => a();\nuse(«a()»);\n',
    ])
      assert.ok(await meaning('app.js', marked));
    for (const marked of [
      'a = b\nb = a\nuse(«a»)\n',
      'a = a\nuse(«a»)\n',
      'a = {"b": a}\nuse(«a["b"]["b"]»)\n',
    ])
      assert.ok(await meaning('app.py', marked));
  });

  it('ends after a few hops and a few levels', async () => {
    const hops = Array.from({ length: 20 }, (_, at) => `const a${at + 1} = a${at};\n`).join('');
    assert.notEqual(said(await meaning('app.js', `const a0 = 'x';\n${hops}use(«a20»);\n`)), 'x');
    assert.equal(said(await meaning('app.js', `const a0 = 'x';\n${hops}use(«a2»);\n`)), 'x');
    const deep = `${'{ a: '.repeat(40)}1${' }'.repeat(40)}`;
    assert.equal((await meaning('app.js', `use(«${deep}»);\n`)).kind, 'object');
  });

  it('reads the members of objects', async () => {
    for (const [marked, expected] of [
      ["const a = { b: { c: 'x' } };\nuse(«a.b.c»);\n", 'x'],
      ["const a = { b: { c: 'x' } };\nuse(«a['b'].c»);\n", 'x'],
      ["const { b } = { b: 'x' };\nuse(«b»);\n", 'x'],
      ["const { b: { c } } = { b: { c: 'x' } };\nuse(«c»);\n", 'x'],
      ["const a = { 'b-c': 'x' };\nuse(«a['b-c']»);\n", 'x'],
      ["const a = { b: 'x' };\nuse(«a.c»);\n", 'reference'],
      ["const a = { b: 'x' };\nuse(«a.constructor»);\n", 'reference'],
      ["const a = { b: 'x' };\nuse(«a.__proto__»);\n", 'reference'],
    ] as const) {
      const value = await meaning('app.js', marked);
      assert.equal(value.kind === 'reference' ? 'reference' : said(value), expected, marked);
    }
  });

  it('keeps a name that is shadowed by an import and a variable unknown', async () => {
    const language = languageOf('app.js');
    assert.ok(language);
    const marked = "import a from 'pg';\nfunction f() {\n  const a = other();\n  a.«b»();\n}\n";
    const callee = await withParsed(language, marked, ({ marks: [mark], scope }) => {
      const member = mark && scope.root.descendantForIndex(mark.start, mark.end)?.parent;
      return member && scope.qualify(member);
    });
    assert.equal(callee, 'other().b');
  });

  it('shows rules no text that is too long to be meant for them', async () => {
    assert.equal((await meaning('app.js', `use(«'${'x'.repeat(4_096)}'»);\n`)).kind, 'string');
    assert.equal((await meaning('app.js', `use(«'${'x'.repeat(4_097)}'»);\n`)).kind, 'unknown');
  });
});
