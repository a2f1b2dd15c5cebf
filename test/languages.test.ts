import assert from 'node:assert/strict';
import { importFact } from '../core/facts/at-hit';
import type { Import, Value } from '../core/facts/fact';
import { argumentAt, property, textOf } from '../core/facts/values';
import { moveToEnv } from '../core/fix/move-to-env';
import type { Cast, Language } from '../core/language';
import languages from '../core/languages/index.generated';
import { codeOf } from '../core/source';
import { applyEdits } from '../core/text';
import { MemoryApp } from './harness/app';
import fixtures from './harness/languages';
import type { LanguageFixture } from './harness/languages/fixture';
import { callAt, comparisonAt, handlingCallAt, stringAt, stringGivenTo, withParsed } from './harness/parsed';

/** One contract for all languages: each says the same things in its own words, in `harness/languages`. */
describe('languages', () => {
  for (const language of languages) {
    const [id] = language.ids;
    describe(id, () => {
      const fixture = fixtures.get(id);
      it('has its row in the table', () =>
        assert.ok(fixture, `test/harness/languages has nothing for ${id}`));
      if (fixture) contract(language, fixture);
    });
  }

  it('have extensions and ids of their own', () => {
    const all = languages.flatMap(({ ids, extensions }) => [...ids, ...extensions]);
    assert.deepEqual(all, [...new Set(all)]);
  });
});

function contract(language: Language, fixture: LanguageFixture): void {
  describe('imports', () => imports(language, fixture));
  describe('names', () => names(language, fixture));
  describe('environment', () => environment(language, fixture));
  describe('strings', () => strings(language, fixture));
  describe('handlers', () => handlers(language, fixture));
  describe('comparisons', () => comparisons(language, fixture));
  describe('edits', () => edits(language, fixture));
}

function imports(language: Language, fixture: LanguageFixture): void {
  for (const { text, module, names: expected } of fixture.imports) {
    it(`reads ${shown(text)}`, async () => {
      const found = language.imports(codeOf(`${text}\n`, language));
      assert.deepEqual(
        found.map((one) => one.module),
        [module],
      );
      const [one] = found;
      assert.ok(one);
      assert.deepEqual(
        Object.fromEntries(one.bindings.map((bound) => [bound.local, bound.qualified])),
        expected,
      );
      assert.equal(text.slice(one.range.start, one.range.end), module);
      assert.ok(await isImport(language, text, one));
    });
  }

  for (const text of fixture.noImports) {
    it(`sees none in ${shown(text)}`, async () => {
      for (const one of language.imports(codeOf(text, language)))
        assert.ok(!(await isImport(language, text, one)), one.module);
    });
  }
}

function isImport(language: Language, text: string, imported: Import): Promise<boolean> {
  return withParsed(language, text, ({ scope }) => importFact(imported, scope, language) !== undefined);
}

function names(language: Language, fixture: LanguageFixture): void {
  for (const [naming, [marked, callee]] of Object.entries(fixture.callees)) {
    it(`names a function: ${naming}`, async () =>
      assert.equal((await callAt(language, marked)).callee, callee));
  }

  for (const marked of fixture.options) {
    it(`reads an option of ${shown(marked)}`, async () => {
      const { args } = await callAt(language, marked);
      const port = argumentAt(args, 99, 'port') ?? property(args[0]?.value, 'port');
      assert.deepEqual(port?.kind === 'number' ? port.value : port, 3000);
    });
  }

  for (const marked of fixture.arguments) {
    it(`reads an argument of ${shown(marked)}`, async () => {
      const { args } = await callAt(language, marked);
      assert.equal(textOf(argumentAt(args, 0)), 'data.log');
    });
  }
}

function environment(language: Language, fixture: LanguageFixture): void {
  for (const { marked, name, fallback, treeOnly = false } of fixture.envReads) {
    it(`sees the read of ${shown(marked)}`, () =>
      withParsed(language, marked, ({ text, marks: [mark], scope }) => {
        const scanned = language.envReads(codeOf(text, language)).filter((read) => read.name === name);
        assert.equal(scanned.length > 0, !treeOnly);
        for (const { range } of scanned) assert.equal(text.slice(range.start, range.end), name);
        const node = mark && scope.root.descendantForIndex(mark.start, mark.end);
        assert.ok(node);
        const read = readOf(scope.valueOf(node));
        assert.equal(read?.name, name);
        assert.equal(read.fallback, fallback);
      }));
  }

  for (const [text, expected] of fixture.reads) {
    it(`tells the variables of ${shown(text)}`, () => {
      const code = codeOf(text, language);
      const found = language.envReads(code);
      const told = found.map(({ name, hasDefault }) => [name, hasDefault ? 'default' : 'required']);
      assert.deepEqual(Object.fromEntries(told), expected);
      for (const { name, range, derived } of found) {
        const written = code.slice(range.start, range.end);
        assert.equal(derived ? written.toUpperCase() : written, derived ? written.toUpperCase() : name);
      }
    });
  }

  for (const text of fixture.noEnvReads) {
    it(`sees no read in ${shown(text)}`, () =>
      assert.deepEqual(language.envReads(codeOf(text, language)), []));
  }

  for (const cast of ['string', 'number', 'decimal', 'boolean'] as const satisfies readonly Cast[]) {
    for (const fallback of [undefined, '3000']) {
      it(`writes a read as ${cast}, ${fallback ? 'with' : 'without'} a fallback`, () =>
        checkWrittenRead(language, fixture, cast, fallback));
    }
  }
}

/** A read and its fallback, however the language joins the two. */
function readOf(value: Value): { name: string; fallback: string | number | undefined } | undefined {
  const [read, other] = value.kind === 'either' ? [...value.values].sort(envFirst) : [value];
  if (read?.kind !== 'env') return undefined;
  const fallback = read.fallback ?? (value.kind === 'either' ? other : undefined);
  const constant = value.kind === 'either' ? value.values.find(isConstant) : fallback;
  return { name: read.name, fallback: constant && isConstant(constant) ? said(constant) : undefined };
}

const envFirst = (a: Value, b: Value): number => Number(b.kind === 'env') - Number(a.kind === 'env');
const isConstant = ({ kind }: Value): boolean => kind === 'string' || kind === 'number';
const said = (value: Value): string | number | undefined =>
  value.kind === 'string' ? value.text : value.kind === 'number' ? value.value : undefined;

async function checkWrittenRead(
  language: Language,
  fixture: LanguageFixture,
  cast: Cast,
  fallback: string | undefined,
): Promise<void> {
  const before = fixture.statement('1');
  const { text: expression, edits: more } = language.readEnv('SHOP_NAME', cast, fallback, before);
  const at = before.indexOf('1');
  const text = applyEdits(before, [{ range: { start: at, end: at + 1 }, newText: expression }, ...more]);
  assert.deepEqual(
    language.envReads(codeOf(text, language)).map(({ name }) => name),
    ['SHOP_NAME'],
  );
  const start = text.indexOf(expression);
  const marked = `${text.slice(0, start)}«${expression}»${text.slice(start + expression.length)}`;
  await withParsed(language, marked, ({ hasError, scope, marks: [mark] }) => {
    assert.equal(hasError, false, text);
    const node = mark && scope.root.descendantForIndex(mark.start, mark.end);
    assert.ok(node && (cast === 'boolean' || mentionsEnv(scope.valueOf(node), 'SHOP_NAME')), text);
  });
  assert.deepEqual(language.readEnv('SHOP_NAME', cast, fallback, text).edits, [], 'imports twice');
}

function mentionsEnv(value: Value, name: string): boolean {
  if (value.kind === 'env') return value.name === name;
  if (value.kind === 'either') return value.values.some((one) => mentionsEnv(one, name));
  return value.kind === 'call' && value.args.some((argument) => mentionsEnv(argument.value, name));
}

function strings(language: Language, fixture: LanguageFixture): void {
  for (const [marked, expected] of Object.values(fixture.holders).flat()) {
    it(`knows what holds the string in ${shown(marked)}`, async () =>
      assert.deepEqual((await stringAt(language, marked)).holder, expected));
  }

  for (const marked of fixture.fallbacks) {
    it(`knows a fallback in ${shown(marked)}`, async () =>
      assert.equal((await stringAt(language, marked)).fallback, true));
  }

  for (const marked of fixture.noFallbacks) {
    it(`knows that ${shown(marked)} has no fallback`, async () =>
      assert.equal((await stringAt(language, marked)).fallback, false));
  }

  for (const marked of fixture.unheld) {
    it(`knows that nothing holds the string in ${shown(marked)}`, async () =>
      assert.equal((await stringAt(language, marked)).holder, undefined));
  }

  for (const marked of fixture.given) {
    it(`finds the string that a name is given in ${shown(marked)}`, async () => {
      const { text, marks } = await withParsed(language, marked, (parsed) => parsed);
      const name = text.indexOf('password');
      const at = `${text.slice(0, name)}«password»${text.slice(name + 8)}`;
      const { value } = await stringGivenTo(language, at);
      assert.deepEqual([value.text, value.range], ['x9!kq7', marks[0]]);
    });
  }

  it('knows what encloses a string', async () => {
    assert.deepEqual((await stringAt(language, fixture.inFunction)).enclosure.fn, 'start');
    if (fixture.inTry) assert.deepEqual((await stringAt(language, fixture.inTry)).enclosure.inTry, true);
    assert.deepEqual((await stringAt(language, fixture.notInTry)).enclosure.inTry, false);
  });
}

function handlers(language: Language, fixture: LanguageFixture): void {
  for (const marked of fixture.handlers) {
    it(`knows that ${shown(marked)} answers requests`, async () =>
      assert.ok((await stringAt(language, marked)).enclosure.handler));
  }

  for (const marked of fixture.noHandlers) {
    it(`knows that ${shown(marked)} answers none`, async () =>
      assert.equal((await stringAt(language, marked)).enclosure.handler, undefined));
  }

  for (const [marked, name] of fixture.decorated) {
    it(`knows what is marked in ${shown(marked)}`, async () =>
      assert.equal((await callAt(language, marked)).decorates?.name, name));
  }

  for (const [marked, calls] of fixture.handing) {
    it(`knows what is done in ${shown(marked)}`, async () => {
      const { args, block } = await handlingCallAt(language, marked);
      const held = [...args.map(({ value }) => value), ...(block ? [block] : [])].flatMap((value) =>
        value.kind === 'call' ? value.args.map((argument) => argument.value) : [value],
      );
      const fn = held.find(({ kind }) => kind === 'function');
      assert.ok(fn?.kind === 'function');
      assert.deepEqual(fn.calls, calls);
      assert.equal(fn.isEmpty, calls.length === 0);
    });
  }
}

function comparisons(language: Language, fixture: LanguageFixture): void {
  const isMode = (value: Value): boolean =>
    mentionsEnv(value, 'MODE') || (value.kind === 'reference' && /mode|env/i.test(value.name));
  const isProd = (value: Value): boolean =>
    /prod/.test(textOf(value) ?? '') ||
    (value.kind === 'array' && value.items.some(isProd)) ||
    (value.kind === 'call' && value.args.some((argument) => isProd(argument.value)));
  for (const [marked, then] of fixture.comparisons) {
    it(`sees the comparison of ${shown(marked)}`, async () => {
      const fact = await comparisonAt(language, marked);
      assert.ok(isMode(fact.left) || isMode(fact.right), 'what is compared');
      assert.ok(isProd(fact.left) || isProd(fact.right), 'what it is compared with');
      assert.equal(fact.equal, true);
      const text = marked.replaceAll(/[«»]/g, '');
      assert.equal(
        fact.consequence
          ? /run\w*/.exec(text.slice(fact.consequence.start, fact.consequence.end))?.[0]
          : undefined,
        then,
      );
    });
  }

  for (const marked of fixture.unequal) {
    it(`sees that ${shown(marked)} is the contrary`, async () =>
      assert.equal((await comparisonAt(language, marked)).equal, false));
  }

  for (const marked of fixture.noComparisons) {
    it(`sees no comparison in ${shown(marked)}`, async () => {
      await assert.rejects(comparisonAt(language, marked));
    });
  }
}

function edits(language: Language, fixture: LanguageFixture): void {
  for (const [marked, after] of fixture.readEnv) {
    it(`brings along what a read needs: ${shown(marked)}`, async () =>
      assert.equal((await move(language, marked))?.text, after));
  }

  for (const [before, after] of fixture.loadEnv) {
    it(`loads .env first: ${shown(before)}`, async () => {
      const text = applyEdits(before, language.loadEnv(before)?.edits ?? []);
      assert.equal(text, after);
      assert.equal(await withParsed(language, text, ({ hasError }) => hasError), false);
    });
  }

  for (const [marked, expected] of fixture.movable) {
    it(`replaces the literal of ${shown(marked)}`, async () => {
      const moved = await move(language, marked);
      assert.equal(
        moved?.text,
        marked.replace(/«.*»/, () => expected),
      );
      assert.equal(await withParsed(language, moved.text, ({ hasError }) => hasError), false, moved.text);
    });
  }

  for (const marked of fixture.immovable) {
    it(`leaves the literal of ${shown(marked)}`, async () =>
      assert.equal(await move(language, marked), undefined));
  }

  for (const [source, means] of fixture.literals) {
    it(`reads the literal ${shown(source)}`, () =>
      withParsed(language, fixture.statement(`«${source}»`), ({ scope, marks: [mark] }) => {
        const node = mark && scope.root.descendantForIndex(mark.start, mark.end);
        assert.ok(node);
        assert.equal(language.literalText(node), means);
      }));
  }
}

/** Moves the marked literal to `NAME`; undefined where it cannot be moved. */
function move(language: Language, marked: string): Promise<{ text: string } | undefined> {
  const path = `app${language.extensions[0]}`;
  return withParsed(language, marked, ({ text, marks: [range], scope }) => {
    assert.ok(range);
    const app = new MemoryApp({ [path]: text }).picture.appOf(path);
    const number = /^[\d.]/.test(text.slice(range.start, range.end));
    const isBoolean = /^true$/i.test(text.slice(range.start, range.end));
    const cast = number ? 'number' : isBoolean ? 'boolean' : 'string';
    const literal = { range, name: 'NAME', cast, keepAsFallback: false } as const;
    const moved = moveToEnv({ path, text, language, tree: scope.root.tree }, literal, app);
    const own = moved?.fix.edits.filter((edit) => edit.path === path);
    return own && { text: applyEdits(text, own) };
  });
}

function shown(text: string): string {
  return JSON.stringify(text.trimEnd());
}
