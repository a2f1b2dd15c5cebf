import { defineRule, notAppCode } from '../../rule';
import { mail } from './hardcoded-locator/client-mail';
import { csharp } from './hardcoded-locator/csharp';
import { entries } from './hardcoded-locator/entries';
import { given } from './hardcoded-locator/given';
import { go } from './hardcoded-locator/go';
import { java } from './hardcoded-locator/java';
import { javascript } from './hardcoded-locator/javascript';
import { php } from './hardcoded-locator/php';
import { python } from './hardcoded-locator/python';
import { ruby } from './hardcoded-locator/ruby';
import { rust } from './hardcoded-locator/rust';
import { strings } from './hardcoded-locator/strings';

export default defineRule({
  id: 'backing-services/hardcoded-locator',
  title: 'Backing service named in the code',
  severity: 'information',
  message:
    'The code names the backing service it uses ({service}). Take its locator from an environment variable, so that a deploy can attach another one.',
  skip: notAppCode,
  skipApps: ['library', 'desktop', 'browser'],
  calls: {
    javascript: [...javascript, ...mail('javascript')],
    python: [...python, ...mail('python')],
    ruby: [...ruby, ...mail('ruby')],
    php: [...php, ...mail('php')],
    java: [...java, ...mail('java')],
    go: [...go, ...mail('go')],
    csharp: [...csharp, ...mail('csharp')],
    rust: [...rust, ...mail('rust')],
  },
  given,
  strings,
  entries,
});
