import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { folderOf, inPlace, isPlain, isThere } from './processes';

/** The endings that an interpreter adds to the file it is given. */
const INTERPRETERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['node', ['', '.js', '.cjs', '.mjs', '.json', '/index.js', '/package.json']],
  ['ts-node', ['', '.ts', '/index.ts']],
  ['tsx', ['', '.ts', '.js', '/index.ts']],
  ['python', ['', '/__main__.py']],
  ['ruby', ['']],
  ['php', ['']],
  ['sh', ['']],
  ['bash', ['']],
]);
/** Folders that a build, an installer or a buildpack fills. */
const MADE =
  /(?:^|\/)(?:node_modules|vendor|target|dist|build|out|output|lib|public|\.[\w.-]+|venv|env|_build|rel|deps|tmp|Debug|Release|publish|staticfiles)\//;
/** Wrote by buildpacks when the app is built. */
const BUILDPACK = /(?:^|\/)(?:start-\w|qgtunnel|proximo|cloud_sql_proxy|heroku|boot\b|run_)[\w.-]*$/;
const COMPILED =
  /(?:^|\/)(?:go\.mod|Cargo\.toml|mix\.exs|Package\.swift|build\.gradle(?:\.kts)?|pom\.xml|Godeps\/\S+|main\.go|[^/]+\.(?:csproj|fsproj|cabal)|stack\.yaml)$/;

/** Files that process commands start and the project does not have. */
export function missingFiles(command: RoleCommand, app: App): Breach[] {
  if (!app.complete) return [];
  return inPlace(command).flatMap((simple) => {
    const file = fileOf(simple);
    if (!file) return [];
    const { word, endings } = file;
    const path = word.text.replace(/^(?:\.\/)+/, '');
    const odd = path === '' || /^[/~.-]|[*?:\\]|\/$/.test(path) || MADE.test(path) || BUILDPACK.test(path);
    if (
      odd ||
      isThere(
        endings.map((ending) => path + ending),
        command.path,
        app,
      )
    )
      return [];
    if (!hasFolder(path, command.path, app) || isMade(path, app)) return [];
    return [{ range: word.range, words: { file: path } }];
  });
}

function fileOf({ words }: SimpleCommand): { word: Word; endings: readonly string[] } | undefined {
  const start = words.findIndex(({ text }) => text !== 'exec');
  const program = words[start];
  if (!program || !isPlain(program)) return undefined;
  if (/^(?:\.\/)?(?:bin|script|scripts)\/[\w.-]+$|^\.\/[\w./-]+$/.test(program.text))
    return { word: program, endings: [''] };
  const endings = INTERPRETERS.get(baseName(program.text).replace(/^python[\d.]+$/, 'python'));
  const next = words[start + 1];
  // Behind an option there may be its value, or the program's text.
  if (!endings || !isPlain(next) || next.text.startsWith('-')) return undefined;
  return /[./]/.test(next.text) && /\w$/.test(next.text) ? { word: next, endings } : undefined;
}

/** A folder that git does not know may be filled by a build. */
function hasFolder(path: string, procfile: string, app: App): boolean {
  const folder = folderOf(procfile) + folderOf(path);
  for (const one of app.tree.paths)
    if (one.startsWith(folder) && one !== procfile && !/(?:^|\/)\.[^/]*$|\.md$/.test(one)) return true;
  return false;
}

/** A compiler puts its programs where it likes. */
function isMade(path: string, app: App): boolean {
  if (/\.[a-z]{2,4}$/.test(path)) return false;
  for (const one of app.tree.paths) if (COMPILED.test(one)) return true;
  return false;
}
