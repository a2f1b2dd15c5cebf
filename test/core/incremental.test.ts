import assert from 'node:assert/strict';
import fc from 'fast-check';
import languages from '../../core/languages/index.generated';
import { defaultSettings } from '../../core/lint/settings';
import { languageOf } from '../../core/linter';
import type { Finding } from '../../core/rule';
import { type ParsedText, reparse } from '../../core/syntax/reparse';
import { linter, MemoryApp } from '../harness/app';
import { pageTexts } from '../harness/page-texts';
import { type Keystroke, typed, typing } from '../harness/typing';

/** An open document keeps its tree from edit to edit; it must be told the same as if it had just been opened. */
describe('a kept syntax tree', () => {
  for (const { extensions, family } of languages) {
    const path = `app${extensions[0]}`;
    const own = pageTexts.filter((page) => languageOf(page.path)?.family === family);
    const texts = (own.length > 0 ? own : pageTexts).map(({ text }) => text);

    it(`gives the findings of a new one in ${path}`, () =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...texts), typing, (text, strokes) => compare(path, text, strokes)),
        // What grammars make of broken code is not ours: the same texts each time.
        { numRuns: 200, seed: 12 },
      ));
  }
});

async function compare(path: string, first: string, strokes: readonly Keystroke[]): Promise<void> {
  const language = languageOf(path);
  assert.ok(language);
  const parser = await linter.grammars.load(language.grammar);
  let text = first;
  let kept = reparse(parser, text);
  for (const stroke of strokes) {
    text = typed(text, stroke);
    kept = reparse(parser, text, kept);
    const fresh = reparse(parser, text);
    assert.ok(kept && fresh);
    const isAlike = kept.tree.rootNode.toString() === fresh.tree.rootNode.toString();
    // What is broken can be read in more than one way.
    assert.ok(isAlike || fresh.tree.rootNode.hasError, text);
    if (isAlike) assert.deepEqual(findings(path, kept), findings(path, fresh), text);
    fresh.tree.delete();
  }
  kept?.tree.delete();
}

function findings(path: string, parsed: ParsedText): Finding[] {
  const language = languageOf(path);
  assert.ok(language);
  const manifests = {
    'package.json': '{ "dependencies": { "express": "^5" } }',
    'requirements.txt': 'flask\n',
  };
  const app = new MemoryApp({ [path]: parsed.text, ...manifests }).picture.appOf(path);
  const draft = linter.draft(path, parsed.text, language, app);
  return linter.checkOpen(draft, parsed, app, defaultSettings);
}
