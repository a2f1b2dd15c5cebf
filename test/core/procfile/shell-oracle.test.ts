import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Parser } from 'web-tree-sitter';
import { isProcfile } from '../../../core/facts/app-files';
import { commandsOfProcfile } from '../../../core/formats/commands';
import sources from '../../../core/formats/sources/index.generated';
import { parseProcfile } from '../../../core/procfile/parse';
import rules from '../../../core/rules/index.generated';
import pages from '../../../core/rules/pages.generated';
import { Grammars } from '../../../core/syntax/grammars';
import { npmGrammars } from '../../harness/grammars';
import { readPage } from '../../harness/rule-page';
import { commandsOfParser, commandsOfTree } from '../../harness/shell-oracle';
import { shellText } from '../../harness/shell-texts';

const onPages = rules.flatMap(({ id }) => readPage(pages.get(id) ?? '')).flatMap(({ files }) => files);
const inFolders = ['examples', 'test/apps', 'test/vscode']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => statSync(path).isFile())
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** What a shell reads of a file: a script, or the commands in any other. */
function shellTextsOf({ path, text }: { readonly path: string; readonly text: string }): string[] {
  const formats = sources.filter((format) => format.matches(path));
  const commands = isProcfile(path)
    ? commandsOfProcfile(path, parseProcfile(text))
    : formats.flatMap((format) => format.read(path, text).commands);
  return commands.filter(({ place }) => place?.form !== 'exec').map(({ command }) => command.text);
}

describe('parseCommand beside the bash grammar of tree-sitter', () => {
  let parser: Parser;

  before(async () => {
    parser = await new Grammars(npmGrammars()).load('bash');
  });

  /** Whether the grammar can read the text; if so, both name the same commands at the same places. */
  const agree = (text: string): boolean => {
    const tree = parser.parse(text);
    assert.ok(tree);
    try {
      const read = commandsOfTree(tree);
      if (read) assert.deepEqual(commandsOfParser(text, read.isLeftOut), read.names, text);
      return read !== undefined;
    } finally {
      tree.delete();
    }
  };

  it('names the same commands wherever one stands on the rules’ pages and in the examples', () => {
    const texts = [...onPages, ...inFolders].flatMap(shellTextsOf);
    const read = texts.filter(agree);
    assert.ok(texts.length > 500 && read.length / texts.length > 0.98, `${read.length} of ${texts.length}`);
  });

  it('names the same commands in random scripts', () => {
    let count = 0;
    const property = fc.property(shellText, (text) => {
      if (agree(text)) count++;
    });
    fc.assert(property, { numRuns: 800 });
    assert.ok(count > 640, String(count));
  });
});
