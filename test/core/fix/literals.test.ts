import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { setEntry } from '../../../core/env/edit';
import { languageOf } from '../../../core/linter';
import { reparse } from '../../../core/syntax/reparse';
import { linter } from '../../harness/app';
import { type Choose, javascriptLiteral, pythonLiteral } from '../../harness/literals';
import { moveAt } from '../../harness/move';

/** Characters that escapes, quotes and env files treat in their own ways come often. */
const character = fc.oneof(
  fc.constantFrom(...'\\"\'`\n\r\t#$}{ =nx07', 'é', '😀', '\u2028', '\0', '\ud800'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const value = fc.string({ unit: character, maxLength: 12 });
const empty = createContext({});
const env = 'A="1"\nB=x';

describe('literals', () => {
  it('mean in JavaScript what JavaScript says', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom("'", '"', '`'),
        fc.string({ unit: fc.constantFrom(...'\\\\\\\'"`ux{}$0179aFf\n\r\u2028n', '\r\n'), maxLength: 14 }),
        async (quote, source) => {
          const literal = quote + source + quote;
          const means = evaluated(literal);
          if (means !== undefined) assert.equal(await literalText('app.js', literal), means);
        },
      ),
      { numRuns: 4_000 },
    ));

  for (const [path, write] of [
    ['app.js', javascriptLiteral],
    ['app.ts', javascriptLiteral],
    ['app.py', pythonLiteral],
  ] as const) {
    it(`of ${path} arrive in .env as they are meant`, () =>
      fc.assert(
        fc.asyncProperty(
          value,
          fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
          async (means, dice) => {
            const literal = write(means, chooser(dice));
            const files = { [path]: `use(${literal})\n`, '.env': env };
            const moved = await moveAt(files, path, { start: 4, end: 4 + literal.length });
            if (!moved) assert.ok(cannotHold(means), literal);
            else
              assert.deepEqual(
                parse(moved.files.get('.env') ?? ''),
                { A: '1', B: 'x', NAME: means },
                literal,
              );
          },
        ),
        { numRuns: 1_000 },
      ));
  }

  it('of plain text can all be moved', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'aZ0 _-./:@%+,=#$!?&*~^|;<>()[]{}\\"'), maxLength: 20 }),
        async (means) => {
          const literal = JSON.stringify(means);
          const moved = await moveAt({ 'app.js': `use(${literal})` }, 'app.js', {
            start: 4,
            end: 4 + literal.length,
          });
          assert.equal(parse(moved?.files.get('.env') ?? '').NAME, means);
        },
      ),
      { numRuns: 500 },
    ));
});

function chooser(dice: readonly number[]): Choose {
  const rolls = dice[Symbol.iterator]();
  return (count) => (rolls.next().value ?? 0) % count;
}

/** No environment holds these, and no env file what it has no spelling for. */
function cannotHold(means: string): boolean {
  return /\0|\p{Surrogate}/u.test(means) || setEntry(env, 'NAME', means) === undefined;
}

/** What JavaScript itself says of a literal; undefined where it is none, or a template with holes. */
function evaluated(literal: string): string | undefined {
  if (/[^\\]\$\{/.test(literal)) return undefined;
  try {
    const means: unknown = runInContext(`(${literal}\n)`, empty);
    return typeof means === 'string' ? means : undefined;
  } catch {
    return undefined;
  }
}

async function literalText(path: string, literal: string): Promise<string | undefined> {
  const language = languageOf(path);
  assert.ok(language);
  const parsed = reparse(await linter.grammars.load(language.grammar), `use(${literal}\n);\n`);
  try {
    const node = parsed?.tree.rootNode.descendantForIndex(4, 4 + literal.length);
    assert.ok(node && language.strings.has(node.type), `no string: ${literal}`);
    return language.literalText(node);
  } finally {
    parsed?.tree.delete();
  }
}
