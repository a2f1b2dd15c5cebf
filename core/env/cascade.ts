/** What an env file is for: `.env`, `.env.local`, `.env.<mode>`, `.env.<mode>.local`, `.flaskenv`, `.env.example`. */
export type EnvFileKind = 'base' | 'local' | 'mode' | 'mode-local' | 'flask' | 'example';

export interface EnvFileClass {
  readonly kind: EnvFileKind;
  /** `production` of `.env.production.local`. */
  readonly mode: string | undefined;
}

const EXAMPLES = new Set(['example', 'sample', 'template', 'dist', 'defaults', 'schema']);
/** Encrypted stores and keys of dotenv tools: no plain env files. */
const OTHERS = new Set(['vault', 'keys', 'me', 'previous']);
/** Files whose name starts like that of an env file, but whose text is code, data, a template, a cipher or a copy. */
const OTHER_FORMAT =
  /\.(?:[cm]?[jt]sx?|json5?|ya?ml|toml|xml|ini|py|rb|php|pl|lua|go|rs|java|kts?|sh|bash|zsh|fish|ps1|bat|cmd|md|txt|html|erb|ejs|j2|jinja2?|tpl|tmpl|tftpl|mustache|hbs|gotmpl|dhall|cue|gpg|asc|enc|age|sops|crypt|encrypted|bak|backup|old|orig|rej|patch|diff|swp|zip|gz|tar|lock|pdf|png)$|~$/i;
/** An example file by a name that does not start with `.env.`. */
const EXAMPLE_NAME =
  /^(?:\.env[-_](?:example|sample|template|dist|defaults)|\.?env\.(?:example|sample|template|dist)|(?:\.?example|\.?sample|template)\.env)$/;
/** Later ones win, as in Next.js, Rails and Create React App. */
const PRECEDENCE: readonly EnvFileKind[] = ['flask', 'base', 'mode', 'local', 'mode-local'];

/** The class of an env file by its name; undefined for any other file. Paths use `/`. */
export function classifyEnvFile(path: string): EnvFileClass | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '.flaskenv') return { kind: 'flask', mode: undefined };
  if (name === '.env') return { kind: 'base', mode: undefined };
  if (EXAMPLE_NAME.test(name)) return { kind: 'example', mode: undefined };
  if (!name.startsWith('.env.') || OTHER_FORMAT.test(name)) return undefined;
  const parts = name.slice('.env.'.length).split('.');
  const last = parts.at(-1) ?? '';
  if (last === '' || OTHERS.has(last)) return undefined;
  const mode = parts.length > 1 ? parts.slice(0, -1).join('.') : undefined;
  const example = parts.find((part) => EXAMPLES.has(part));
  if (example !== undefined) {
    const rest = parts.filter((part) => part !== example);
    return { kind: 'example', mode: rest.length > 0 ? rest.join('.') : undefined };
  }
  if (last === 'local') return { kind: mode === undefined ? 'local' : 'mode-local', mode };
  return { kind: 'mode', mode: parts.join('.') };
}

/** The `.env` that a file's code would load: the one in its own folder or the nearest folder above. */
export function nearestEnvFile(paths: Iterable<string>, forFile: string): string | undefined {
  return nearest(paths, forFile, 'base');
}

/** The example file that documents the variables of a file's code: in its own folder or the nearest above. */
export function nearestExampleFile(paths: Iterable<string>, forFile: string): string | undefined {
  return nearest(paths, forFile, 'example');
}

/**
 * The env files of one folder that count together, later ones winning. Without a mode only the files without one.
 * Example files are not among them. The folder is `''` for the workspace folder itself.
 */
export function envCascade(paths: Iterable<string>, folder: string, mode?: string): string[] {
  const rank = (path: string): number => {
    const found = folderOf(path) === folder ? classifyEnvFile(path) : undefined;
    return found && (found.mode ?? mode) === mode ? PRECEDENCE.indexOf(found.kind) : -1;
  };
  return [...paths].filter((path) => rank(path) >= 0).sort((a, b) => rank(a) - rank(b));
}

function nearest(paths: Iterable<string>, forFile: string, kind: EnvFileKind): string | undefined {
  let best: string | undefined;
  for (const path of paths) {
    const found = classifyEnvFile(path);
    if (found?.kind !== kind || !holds(folderOf(path), forFile)) continue;
    if (best === undefined || isBetter(path, best)) best = path;
  }
  return best;
}

/** Deeper folders first; of two in one folder the one with the shorter name, then by alphabet. */
function isBetter(path: string, than: string): boolean {
  const [folder, best] = [folderOf(path).length, folderOf(than).length];
  if (folder !== best) return folder > best;
  return path.length !== than.length ? path.length < than.length : path < than;
}

function holds(folder: string, file: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
