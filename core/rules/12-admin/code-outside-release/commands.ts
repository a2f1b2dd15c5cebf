import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import { everySimple, type SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';

const SCRIPT = /^(?:~|\/home\/|\/root\/|\/opt\/|\$HOME\/)[\w./~$-]{0,400}\.(?:sh|py|rb|php|js|pl|sql)$/;
const HOME_BIN = /^(?:~|\$HOME|\/home\/[\w-]{1,60}|\/root)\/bin\/[\w.-]{1,100}$/;
const CLIENTS = /^(?:psql|mysql|mariadb|mongosh?|sqlite3|redis-cli)$/;
const CHANGES =
  /\b(?:update|delete\s{1,4}from|insert\s{1,4}into|alter\s{1,4}table|drop\s{1,4}(?:table|column|index)|truncate)\b/i;

/** Scheduled and one-off commands that name code which lies elsewhere, or hold the change themselves. */
export function outside({ command, role }: RoleCommand, app: App): Breach[] {
  if (role !== 'cron' && role !== 'deploy' && role !== 'release') return [];
  return everySimple(command).flatMap((simple) => [
    ...(role === 'cron' ? script(simple, app) : []),
    ...byHand(simple),
  ]);
}

/** A script in somebody's home folder whose name is that of no file here. */
function script({ words }: SimpleCommand, app: App): Breach[] {
  return words.slice(0, 3).flatMap(({ text, range }): Breach[] => {
    if (!SCRIPT.test(text) && !HOME_BIN.test(text)) return [];
    const name = baseName(text);
    const isHere = [...app.tree.paths].some((path) => path === name || path.endsWith(`/${name}`));
    return isHere ? [] : [{ range, words: { what: text } }];
  });
}

/** `kubectl exec db -- psql -c "UPDATE …"`. */
function byHand({ words, range }: SimpleCommand): Breach[] {
  const isInContainer = /^(?:kubectl|docker|docker-compose|podman|heroku|fly|flyctl|ssh)$/.test(
    baseName(words[0]?.text ?? ''),
  );
  const client = words.find(({ text }) => CLIENTS.test(baseName(text)));
  const last = words.at(-1)?.text ?? '';
  if (!isInContainer || !client || !CHANGES.test(last)) return [];
  return [{ range, words: { what: 'A change of data by hand' } }];
}
