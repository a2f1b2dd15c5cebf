import type { App } from '../../../app';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import { baseName } from '../../shared/commands';
import type { OneEdit } from '../../shared/one-edit';

/** The edit that makes a development server's command one for production; none where words stand in quotes. */
export function productionCommand(
  found: readonly string[],
  { words }: SimpleCommand,
  app: App,
  path: string,
): OneEdit | undefined {
  const text = app.tree.appFiles.get(path)?.text;
  if (
    text === undefined ||
    !words.every(({ range, text: said }) => text.slice(range.start, range.end) === said)
  )
    return undefined;
  // What stands in a list has signs between its words.
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || /["',\n]/.test(text.slice(first.range.start, last.range.end))) return undefined;
  const [program, option] = found;
  if (option === '--reload') return withoutReload(words, text);
  if (program === 'nodemon') return withNode(words);
  return program === 'manage.py' ? djangoServer(words, app) : undefined;
}

function withoutReload(words: readonly Word[], text: string): OneEdit | undefined {
  const word = words.find(({ text: said }) => said === '--reload');
  if (!word) return undefined;
  let { start } = word.range;
  while (text[start - 1] === ' ') start--;
  return { title: 'Remove --reload', safe: false, start, end: word.range.end, newText: '' };
}

/** `nodemon server.js` without options of its own. */
function withNode(words: readonly Word[]): OneEdit | undefined {
  const at = words.findIndex(({ text }) => baseName(text) === 'nodemon');
  const [starter, program, file] = [words[at - 1], words[at], words[at + 1]];
  if (!program || !/\.[cm]?js$/.test(file?.text ?? '')) return undefined;
  const start = starter?.text === 'npx' ? starter.range.start : program.range.start;
  return { title: 'Use node', safe: false, start, end: program.range.end, newText: 'node' };
}

/** gunicorn, where the app declares it and has one WSGI module. */
function djangoServer(words: readonly Word[], app: App): OneEdit | undefined {
  const declares = app.manifests.some(({ dependencies }) =>
    dependencies.some(({ name }) => name === 'gunicorn'),
  );
  const root = app.root === '' ? '' : `${app.root}/`;
  const modules = [...app.tree.paths].filter(
    (one) => one.startsWith(root) && /^[\w/]{1,200}\/wsgi\.py$/.test(one.slice(root.length)),
  );
  const at = words.findIndex(({ text }) => baseName(text) === 'manage.py');
  const [starter, program] = [words[at - 1], words[at]];
  const [address, ...rest] = words.slice(at + 2);
  const end = address ?? words[at + 1];
  if (!declares || modules.length !== 1 || program?.text !== 'manage.py' || !end || rest.length > 0)
    return undefined;
  if (address && !/^(?:[\w.]{1,60}:)?(?:\d{2,5}|\$PORT|\$\{PORT\})$/.test(address.text)) return undefined;
  const module = (modules[0] ?? '').slice(root.length).replace(/\.py$/, '').replaceAll('/', '.');
  const bind = address ? ` --bind ${address.text.includes(':') ? '' : '0.0.0.0:'}${address.text}` : '';
  const isStarted = /^python[\d.]*$/.test(starter?.text ?? '');
  const { start } = (isStarted ? starter : program)?.range ?? program.range;
  return {
    title: 'Use gunicorn',
    safe: false,
    start,
    end: end.range.end,
    newText: `gunicorn ${module}${bind}`,
  };
}
