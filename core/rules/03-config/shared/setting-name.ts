import { wordsOf } from '../../../names';

/** Last words of the names of settings that differ from deploy to deploy. */
const LAST = new Set(
  'url uri host hostname domain origin origins endpoint bucket region dsn database db broker brokers port server address realm tenant issuer audience queue topic account'.split(
    ' ',
  ),
);
/** Words that make the name speak of something else. */
const OTHER =
  /^(?:image|img|icon|avatar|logo|css|js|relative|path|asset|route|page|link|redirect|doc|docs|help|label|regex|pattern|type|name|schema|parser|class)$/;

/** Whether a name is that of a setting with an address in it: `apiUrl`, `S3_BUCKET`, `mail_host`. */
export function isSettingName(name: string): boolean {
  if (!/^[\w$.@-]{2,60}$/.test(name)) return false;
  const words = wordsOf(name);
  return LAST.has(words.at(-1) ?? '') && !words.slice(0, -1).some((word) => OTHER.test(word));
}
