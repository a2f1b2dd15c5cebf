import type { App } from '../../../app';
import { importEdit } from '../../../languages/shared/python-edits';
import type { FileEdit, Finding, Fix } from '../../../rule';
import type { Range, TextEdit } from '../../../text';
import { bring } from '../../shared/bring';
import { serverDriver } from '../../shared/server-driver';
import { dictAround } from './redis';

const S3 = 'storages.backends.s3.S3Storage';
const BUCKET = 'AWS_STORAGE_BUCKET_NAME';
const S3_PACKAGES = [
  { name: 'boto3', version: '1.35.0' },
  { name: 'django-storages', version: '1.14.4' },
];

function suggestion(
  path: string,
  title: string,
  edits: readonly TextEdit[],
  more: readonly FileEdit[],
): Fix[] {
  return [{ title, kind: 'suggestion', edits: [...edits.map((edit) => ({ path, ...edit })), ...more] }];
}

function imported(text: string, module: string): TextEdit[] {
  const edit = importEdit(text, module);
  return edit ? [edit] : [];
}

/** Django's database by the address that the deploy gives. */
export function djangoDatabase({ path, range }: Finding, text: string, app: App): Fix[] {
  const dict = dictAround(text, range);
  if (!dict || !/["']default["']\s{0,20}:\s{0,20}$/.test(text.slice(Math.max(0, dict.open - 60), dict.open)))
    return [];
  const whole: Range = { start: dict.open, end: dict.close + 1 };
  const title = 'Take the database from DATABASE_URL';
  if (/^env = environ\.Env\(/m.test(text.slice(0, dict.open)))
    return suggestion(path, title, [{ range: whole, newText: 'env.db()' }], []);
  const driver = serverDriver(app) === undefined ? [{ name: 'psycopg2-binary', version: '2.9.10' }] : [];
  const packages = [{ name: 'dj-database-url', version: '2.3.0' }, ...driver];
  const edits = [{ range: whole, newText: 'dj_database_url.config()' }, ...imported(text, 'dj_database_url')];
  return suggestion(path, title, edits, bring(app, 'pypi', packages));
}

/** Django's files in an object store, whose name the deploy gives. */
export function djangoFiles({ path, range }: Finding, text: string, app: App): Fix[] {
  const quote = text[range.start] === "'" ? "'" : '"';
  const bucket = `os.environ[${quote}${BUCKET}${quote}]`;
  const added = isSetting(text, range)
    ? isNamed(text)
      ? ''
      : `\n${BUCKET} = ${bucket}`
    : inStorages(text, range, `${quote}OPTIONS${quote}: {${quote}bucket_name${quote}: ${bucket}}`);
  if (added === undefined) return [];
  const edits = [{ range, newText: `${quote}${S3}${quote}${added}` }, ...imported(text, 'os')];
  return suggestion(path, 'Keep files in S3', edits, bring(app, 'pypi', S3_PACKAGES));
}

const isNamed = (text: string): boolean => /^AWS_STORAGE_BUCKET_NAME\b/m.test(text);

/** `DEFAULT_FILE_STORAGE = "…"` on a line of its own. */
function isSetting(text: string, { start, end }: Range): boolean {
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return (
    /^DEFAULT_FILE_STORAGE {0,4}= {0,4}$/.test(before) &&
    /^[ \t]{0,20}\r?(?:\n|$)/.test(text.slice(end, end + 30))
  );
}

function inStorages(text: string, range: Range, entry: string): string | undefined {
  const dict = dictAround(text, range);
  const backend = dict?.entries.find(({ start }) => start === range.start);
  if (!dict || backend?.key !== 'BACKEND' || dict.entries.length > 1) return undefined;
  return (dict.indent === undefined ? ', ' : `,\n${dict.indent}`) + entry;
}
