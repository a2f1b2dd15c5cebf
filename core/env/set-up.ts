import { ignoreEdit } from '../fix/ignore-file';
import { applyEdits } from '../text';
import { setEntry } from './edit';
import { parseEnv } from './parse';

/** A variable that a new `.env` lacks. */
export interface Missing {
  readonly name: string;
  /** What the example file says of it: the comment above, without its signs. */
  readonly about: string | undefined;
  /** The example's own value, where it can stay as it is. */
  readonly proposal: string;
  /** The name asks for a secret, which is better made than thought up. */
  readonly secret: boolean;
}

const SECRET =
  /(?:^|_)(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|TOKEN|SALT|PEPPER|APP_KEY|SECRET_KEY|ENCRYPTION_KEY|SIGNING_KEY)(?:_BASE)?$|^SECRET|_SECRET_/;
/** Secrets that somebody else gives out. */
const GIVEN_OUT =
  /(?:^|_)(?:CLIENT|OAUTH|STRIPE|AWS|GITHUB|GITLAB|GOOGLE|FACEBOOK|TWITTER|SLACK|TWILIO|SENDGRID|MAILGUN|OPENAI|API|ACCESS|BOT|WEBHOOK|S3|SMTP|MAIL|EMAIL|DB|DATABASE|POSTGRES|MYSQL|REDIS|PG|LDAP|SENTRY)_/;
const STAND_IN = /^[<[]|change|replace|fill|your|insert|todo|xxx|example|secret/i;

/** What an example file documents and an env file does not set, in the order of the example. */
export function missingEntries(example: string, env: string): Missing[] {
  const set = new Set(parseEnv(env).entries.flatMap(({ name, value }) => (value.length > 0 ? [name] : [])));
  const { entries } = parseEnv(example);
  const seen = new Set<string>();
  return entries.flatMap(({ name, value, range }): Missing[] => {
    if (set.has(name) || seen.has(name)) return [];
    seen.add(name);
    const shown = value.reveal();
    const secret = SECRET.test(name) && !GIVEN_OUT.test(name);
    const isStandIn = shown === '' || STAND_IN.test(shown);
    return [{ name, about: aboutOf(example, range.start), proposal: isStandIn ? '' : shown, secret }];
  });
}

/** The words of the comment lines right above an entry. */
function aboutOf(text: string, start: number): string | undefined {
  const lines = text.slice(0, start).split(/\r?\n/).slice(0, -1);
  const words: string[] = [];
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = (lines[at] ?? '').trim();
    if (!line.startsWith('#') || line.includes('=')) break;
    words.unshift(line.replace(/^#+/, '').trim());
  }
  const about = words.join(' ').trim();
  return about === '' ? undefined : about;
}

/** The text of an env file with these values set; one that cannot be written is left out and named. */
export function withValues(
  env: string,
  values: ReadonlyMap<string, string>,
): { readonly text: string; readonly failed: readonly string[] } {
  const failed: string[] = [];
  let text = env;
  for (const [name, value] of values) {
    const edit = setEntry(text, name, value);
    if (edit) text = applyEdits(text, [edit]);
    else failed.push(name);
  }
  return { text, failed };
}

/** The ignore files that say what git ignores in a folder, relative to its repository; `''` is the repository itself. */
export function ignoreFilesFor(folder: string): string[] {
  const steps = folder === '' ? [] : folder.split('/');
  return [0, ...steps.map((_, at) => at + 1)].map((depth) =>
    [...steps.slice(0, depth), '.gitignore'].join('/'),
  );
}

/** The ignore file, as it then reads, that keeps `.env` of a folder out of git; undefined where git ignores it already. */
export function ignoreFileFor(
  folder: string,
  texts: ReadonlyMap<string, string>,
): { readonly path: string; readonly text: string } | undefined {
  const appFiles = new Map([...texts].map(([path, text]) => [path, { text }]));
  const edit = ignoreEdit(folder === '' ? '.env' : `${folder}/.env`, { root: folder, tree: { appFiles } });
  return edit && { path: edit.path, text: applyEdits(texts.get(edit.path) ?? '', [edit]) };
}

const INSTALLS: readonly (readonly [file: string, command: string])[] = [
  ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile'],
  ['yarn.lock', 'yarn install'],
  ['bun.lockb', 'bun install'],
  ['bun.lock', 'bun install'],
  ['package-lock.json', 'npm ci'],
  ['package.json', 'npm install'],
  ['uv.lock', 'uv sync'],
  ['poetry.lock', 'poetry install'],
  ['Pipfile', 'pipenv install'],
  ['requirements.txt', 'python3 -m venv .venv && .venv/bin/pip install -r requirements.txt'],
  ['Gemfile', 'bundle install'],
  ['composer.json', 'composer install'],
  ['go.mod', 'go mod download'],
  ['Cargo.toml', 'cargo fetch'],
  ['mix.exs', 'mix deps.get'],
];
/** Of these only the first that is there is run. */
const SAME: readonly RegExp[] = [/^(?:pnpm|yarn|bun|npm) /, /^(?:uv|poetry|pipenv|python3) /];

/** Files that say how the app's dependencies are installed. */
export const installFiles: readonly string[] = INSTALLS.map(([file]) => file);

/** The commands that install what the app declares, by the files that are there. */
export function installCommands(there: ReadonlySet<string>): string[] {
  const all = INSTALLS.flatMap(([file, command]) => (there.has(file) ? [command] : []));
  return all.filter((command, at) => {
    const kin = SAME.find((pattern) => pattern.test(command));
    return !kin || all.findIndex((other) => kin.test(other)) === at;
  });
}
