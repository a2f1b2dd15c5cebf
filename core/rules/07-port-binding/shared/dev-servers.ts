import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach, Fixer } from '../../../rule';
import type { Range } from '../../../text';
import { baseName, isDeployed } from '../../shared/commands';
import { productionCommand } from './production';

interface DevServer {
  /** Words that must follow one another; the first is a program's base name. `-x` may stand anywhere after them. */
  readonly words: readonly string[];
  /** Words that make it something else: a build, a preview of one. */
  readonly unless?: readonly string[];
  /** The words that start the production server in their place, where the declared packages allow it. */
  readonly instead?: { readonly words: string; readonly package?: string };
}

const SERVERS: readonly DevServer[] = [
  { words: ['flask', 'run'] },
  { words: ['manage.py', 'runserver'] },
  { words: ['django-admin', 'runserver'] },
  { words: ['python', '-m', 'http.server'] },
  { words: ['python3', '-m', 'http.server'] },
  { words: ['fastapi', 'dev'], instead: { words: 'fastapi run' } },
  { words: ['php', '-S'] },
  { words: ['artisan', 'serve'] },
  { words: ['symfony', 'serve'] },
  { words: ['symfony', 'server:start'] },
  { words: ['console', 'server:run'] },
  { words: ['next', 'dev'], instead: { words: 'next start' } },
  { words: ['nuxt', 'dev'] },
  { words: ['nuxi', 'dev'] },
  { words: ['vite'], unless: ['build', 'preview', 'optimize'] },
  { words: ['ng', 'serve'] },
  { words: ['react-scripts', 'start'] },
  { words: ['vue-cli-service', 'serve'] },
  { words: ['webpack', 'serve'] },
  { words: ['webpack-dev-server'] },
  { words: ['nodemon'] },
  { words: ['ts-node-dev'] },
  { words: ['json-server'] },
  { words: ['hugo', 'server'] },
  { words: ['jekyll', 'serve'] },
  { words: ['cargo', 'watch'] },
  { words: ['dotnet', 'watch'] },
  { words: ['lein', 'ring', 'server'] },
  { words: ['lein', 'ring', 'server-headless'] },
  { words: ['mvn', 'jetty:run'] },
  { words: ['mvn', 'spring-boot:run'] },
  { words: ['mvnw', 'spring-boot:run'] },
  { words: ['gradlew', 'bootRun'] },
  { words: ['air'] },
];

/** Development servers where the app's own processes are started: a Procfile, the command of an image, a manifest. */
export function devServers(one: RoleCommand, app: App): Breach[] {
  if (!isDeployed(one)) return [];
  return one.command.simple.flatMap((simple) => {
    const found = SERVERS.find((server) => placeOf(server, simple)) ?? reloading(simple);
    const range = found && placeOf(found, simple);
    if (!found || !range) return [];
    const inPlace = productionCommand(found.words, simple, app, one.path);
    const allowed =
      found.instead && (found.instead.package === undefined || declares(app, found.instead.package));
    return [
      {
        range,
        words: { server: found.words.join(' ') },
        ...(allowed && found.instead ? { repair: { words: found.instead.words } } : {}),
        ...(inPlace ? { repair: { ...inPlace } } : {}),
      },
    ];
  });
}

/** `uvicorn app:app --reload`: a production server told to behave like one for development. */
function reloading({ words }: SimpleCommand): DevServer | undefined {
  const program = words.find((word) => /^(?:uvicorn|gunicorn|hypercorn)$/.test(baseName(word.text)));
  const isOn = program !== undefined && words.some(({ text }) => text === '--reload');
  return isOn ? { words: [baseName(program.text), '--reload'] } : undefined;
}

function placeOf({ words: wanted, unless }: DevServer, { words }: SimpleCommand): Range | undefined {
  const [program, ...rest] = wanted;
  const at = words.findIndex((word) => baseName(word.text) === program);
  const start = words[at];
  if (!start || words.some(({ text }) => unless?.includes(text))) return undefined;
  const loose = rest.length === 1 && rest[0]?.startsWith('-');
  const following = words.slice(at + 1);
  const last = loose
    ? following.find(({ text }) => text === rest[0])
    : rest.every((word, index) => following[index]?.text === word)
      ? (following[rest.length - 1] ?? start)
      : undefined;
  return last && { start: start.range.start, end: last.range.end };
}

function declares(app: App, name: string): boolean {
  return [...app.manifests, ...app.manifestsAbove].some(({ dependencies }) =>
    dependencies.some((one) => one.name === name),
  );
}

/** In exec form each word stands in quotes of its own, so there is no plain text to put in. */
export const toProduction: Fixer = ({ breach, path, range }, text) => {
  const { words, title, start, end, newText } = breach.repair ?? {};
  if (typeof start === 'number' && typeof end === 'number')
    return [
      {
        title: String(title),
        kind: 'suggestion',
        edits: [{ path, range: { start, end }, newText: String(newText) }],
      },
    ];
  if (typeof words !== 'string' || text.slice(range.start, range.end).includes('"')) return [];
  return [{ title: `Use ${words}`, kind: 'suggestion', edits: [{ path, range, newText: words }] }];
};
