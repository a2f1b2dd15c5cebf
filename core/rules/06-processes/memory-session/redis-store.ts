import type { App } from '../../../app';
import { addEntry, bracesAt } from '../../../fix/modules/braces';
import { afterDirectives } from '../../../languages/shared/javascript-edits';
import { readImports } from '../../../languages/shared/javascript-imports';
import type { FileEdit, Finding, Fix } from '../../../rule';
import { eolOf, type Range, type TextEdit } from '../../../text';
import { bring } from '../../shared/bring';

const STORE = 'new RedisStore({ client: sessionClient })';
/** A line that an import ends; what goes on behind it is something else. */
const WHOLE = /^(?:import\b|\} from\b|const |let |var )[^\n]*["')];?\s*$/;

/** Gives express-session a store in Redis: the store, its client, and the packages of both. */
export function redisStore({ path, range, breach }: Finding, text: string, app: App): Fix[] {
  const store = storeVersion(app);
  if (store === undefined || /\b(?:RedisStore|createClient|sessionClient)\b/.test(text)) return [];
  const given = optionsEdit(text, range, breach.repair?.options);
  const above = linesAbove(path, text, range.start);
  if (!given || !above) return [];
  const own = [above, given].map((edit): FileEdit => ({ path, ...edit }));
  const packages = [
    { name: 'connect-redis', version: store },
    { name: 'redis', version: '5.0.0' },
  ];
  return [
    { title: 'Keep sessions in Redis', kind: 'suggestion', edits: [...own, ...bring(app, 'npm', packages)] },
  ];
}

/** The version of the store that goes with the app's client; none where either is spoken to in an older way. */
function storeVersion(app: App): string | undefined {
  const declared = [...app.manifests, ...app.manifestsAbove].flatMap(({ dependencies }) => dependencies);
  const majorOf = (name: string): number =>
    Number(
      /\d+/.exec(declared.find((one) => one.name === name)?.version ?? '')?.[0] ?? Number.POSITIVE_INFINITY,
    );
  if (majorOf('redis') < 4 || majorOf('connect-redis') < 8) return undefined;
  return majorOf('redis') === 4 ? '8.0.0' : '9.0.0';
}

function optionsEdit(text: string, call: Range, options: unknown): TextEdit | undefined {
  if (typeof options !== 'number') {
    const at = call.end - 1;
    const isEmpty = text[at] === ')' && text.slice(call.start, at).trimEnd().endsWith('(');
    return isEmpty ? { range: { start: at, end: at }, newText: `{ store: ${STORE} }` } : undefined;
  }
  const braces = text[options] === '{' ? bracesAt(text, options) : undefined;
  return braces && braces.close < call.end
    ? addEntry(text, braces, `store: ${STORE}`, eolOf(text))
    : undefined;
}

/** The imports and the client, behind the imports above the call. */
function linesAbove(path: string, text: string, call: number): TextEdit | undefined {
  const eol = eolOf(text);
  const ends = readImports(text).flatMap(({ range: { start, end }, typeOnly }) => {
    const from = text.lastIndexOf('\n', start) + 1;
    const next = text.indexOf('\n', end);
    const to = next < 0 ? text.length : next + 1;
    return to <= call && !typeOnly && WHOLE.test(text.slice(from, to)) ? [to] : [];
  });
  const at = ends.length > 0 ? Math.max(...ends) : afterDirectives(text);
  if (at > call) return undefined;
  const isModule = /\.(?:mjs|mts|tsx?)$/.test(path) || /^(?:import|export)\b/m.test(text);
  const load = (name: string, module: string): string =>
    isModule ? `import { ${name} } from '${module}';` : `const { ${name} } = require('${module}');`;
  const lines = [
    load('RedisStore', 'connect-redis'),
    load('createClient', 'redis'),
    '',
    'const sessionClient = createClient({ url: process.env.REDIS_URL });',
    "sessionClient.on('error', console.error);",
    'sessionClient.connect().catch(console.error);',
  ];
  return { range: { start: at, end: at }, newText: styled(lines, text).join(eol) + eol };
}

/** The quotes and the line ends of the text around. */
function styled(lines: readonly string[], text: string): string[] {
  const isDouble = /(?:from |require\()"/.test(text);
  const isBare = !/;[ \t]*\r?$/m.test(text);
  return lines.map((line) => {
    const ended = isBare ? line.replace(/;$/, '') : line;
    return isDouble ? ended.replaceAll("'", '"') : ended;
  });
}
