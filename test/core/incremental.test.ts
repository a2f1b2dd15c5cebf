import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../core/lint/settings';
import { languageOf } from '../../core/linter';
import rules from '../../core/rules/index.generated';
import pages from '../../core/rules/pages.generated';

import { type ParsedText, reparse } from '../../core/syntax/reparse';
import { linter, MemoryApp } from '../harness/app';
import { readPage } from '../harness/rule-page';

const files = rules
  .flatMap(({ id }) => readPage(pages.get(id) ?? ''))
  .flatMap((one) => one.files)
  .filter(({ path }) => languageOf(path));

let same=0, diff=0, err=0;
describe('incremental', () => {
  for (const extension of ['.js', '.ts', '.tsx', '.py']) {
    it(`x ${extension}`, async () => {
      const texts = files.map(({ text }) => text);
      const language = languageOf(`a${extension}`)!;
      const parser = await linter.grammars.load(language.grammar);
      const path = `app${extension}`;
      const app = new MemoryApp({ [path]: '', 'package.json': '{"dependencies":{"express":"1"}}','requirements.txt':'flask\n' }).picture.appOf(path);
      await fc.assert(fc.asyncProperty(fc.constantFrom(...files.filter(f=>f.path.endsWith(extension)||(extension!=='.py'&&!f.path.endsWith('.py'))).map(f=>f.text)), fc.array(fc.tuple(fc.nat(2000), fc.nat(40), fc.oneof(fc.constant(''),fc.constantFrom('"',"'",'`','(',')','{','}','[',']','\n','\r\n','\r','    ','\t','😀','x','// ','# ','"""','=',',',':','if x:\n'), fc.constantFrom(...texts).chain(t=>fc.tuple(fc.nat(t.length),fc.nat(60)).map(([a,b])=>t.slice(a,a+b))))),{maxLength:6,minLength:1}), async (text, edits) => {
        let kept: ParsedText|undefined = reparse(parser, text);
        let t = text;
        for (const [a,b,s] of edits) { const at=a%(t.length+1); t=t.slice(0,at)+s+t.slice(at+b);
          kept = reparse(parser,t,kept);
          const fresh = reparse(parser,t)!;
          const d = linter.draft(path,t,language,app);
          const f1 = linter.checkOpen(d,kept,app,defaultSettings), f2=linter.checkOpen(d,fresh,app,defaultSettings);
          const eq = JSON.stringify(f1)===JSON.stringify(f2);
          const sx = kept!.tree.rootNode.toString()===fresh.tree.rootNode.toString();
          if (eq&&sx) same++; else if (fresh.tree.rootNode.hasError) { err++; if(!eq) diff++; } else { console.log('DIFF no error', JSON.stringify(text), JSON.stringify(t), eq, sx); diff+=1000; }
          fresh.tree.delete();
        }
        kept?.tree.delete();
      }),{numRuns:1500});
      console.log(extension,{same,err,diff});
    });
  }
});
