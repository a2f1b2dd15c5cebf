import type { App } from '../../../app';
import { importEdit } from '../../../languages/shared/python-edits';
import type { FileEdit, Finding, Fix } from '../../../rule';
import { bring } from '../../shared/bring';
import { CLIENTS } from '../shared/redis';

const NAME = 'SESSION_TYPE';
/** Where the setting stands: a statement on a line of its own, a keyword, an entry of a dictionary. */
const STATEMENT = /^[ \t]{0,80}(?:[\w.]{1,80}\[["']SESSION_TYPE["']\]|SESSION_TYPE) {0,4}= {0,4}$/;
const KEYWORD = /[(,]\s{0,80}SESSION_TYPE=$/;
const ENTRY = /[{,]\s{0,80}["']SESSION_TYPE["']:\s{0,4}$/;

/** Flask-Session's own store in Redis, with its client. */
export function flaskRedis({ path, range }: Finding, text: string, app: App): Fix[] {
  const line = text.slice(text.lastIndexOf('\n', range.start) + 1, range.start);
  const isWholeLine = /^[ \t]{0,20}\r?(?:\n|$)/.test(text.slice(range.end, range.end + 30));
  const before = text.slice(Math.max(0, range.start - 200), range.start);
  const separator = STATEMENT.test(line) && isWholeLine ? '\n' : ', ';
  const start = separator === '\n' ? 0 : (KEYWORD.exec(before) ?? ENTRY.exec(before))?.index;
  if (start === undefined || text.includes('SESSION_REDIS')) return [];
  const own = separator === '\n' ? line : before.slice(start + 1).trimStart();
  const quote = text[range.start] === "'" ? "'" : '"';
  const client = `redis.from_url(os.environ[${quote}REDIS_URL${quote}])`;
  const newText = `${quote}redis${quote}${separator}${own.replace(NAME, 'SESSION_REDIS')}${client}`;
  const imports = ['os', 'redis'].flatMap((module) => importEdit(text, module) ?? []);
  const edits = [{ range, newText }, ...imports].map((edit): FileEdit => ({ path, ...edit }));
  const packages = bring(app, 'pypi', CLIENTS.pypi);
  return [{ title: 'Keep sessions in Redis', kind: 'suggestion', edits: [...edits, ...packages] }];
}
