import { Automaton } from '../facts/automaton';

/** Parts of a value that ask to be replaced, wherever they stand in it. */
const ASKING = `changeme change_me change-me change_this changethis change-this change.me replaceme replace_me
  replace-me replace_with replace-with replacewith replace_this replace-this your_ your- yours- insert_ insert- insert.
  fill_in fill-in fillme todo fixme tbd_ placeholder redacted dummy example sample_ sample- _sample -sample lorem ipsum
  secret_here secret-here key_here key-here keyhere token_here token-here password_here password-here -here> not_set
  not-set notset to_be_set to-be-set _goes_here -goes-here goeshere goes_here put_your put-your enter_your enter-your
  undefined my-secret my_secret mysecret my-super my_super my-token my_token my-key my_key my-api my_api my-password
  my_password mypassword mytoken myapikey some-secret some_secret some-token some_token somesecret some-random
  some_random keyboard-cat keyboard_cat super-secret super_secret supersecret very-secret very_secret verysecret
  not-a-real not_a_real notareal not-secret not_secret unsafe_secret nosecret no-secret unused xxxx **** .... #### ----
  ____ ????`.split(/\s+/);
/** The same as a word of its own: `your` in `your:key`, not in `yourself`. */
const WORDS =
  /(?:^|[^A-Za-z])(?:your|my|change|insert|replace|fake|mock|stub|sample|demo|dev|foo|bar|baz|test|testing|tester|tests|default|xxx|null|none|todo|n\/a)(?![A-Za-z])/i;
/** How texts of several words ask for a value. */
const ASKING_START = /^(?:your|insert|enter|put|replace|change|fill|add|paste|type|set|todo|xxx)\b/i;
/** What everyone tries first, and what images and guides start with. */
const KNOWN = new Set(
  `password passwd pass passphrase secret token apikey api_key api-key key admin administrator root guest user username
  test testing tester foo bar baz foobar qux none null true false na n/a nil string text default postgres postgresql
  mysql mongo mongodb redis rabbitmq rabbit minio minioadmin sa development dev local localhost secretkey secret_key
  secret-key mysecret supersecret s3cr3t s3cret passw0rd p@ssw0rd p@ssword p@$$w0rd pa$$w0rd pa$$word p455w0rd letmein
  letmein123 qwerty qwerty123 qwertyuiop qazwsx iloveyou welcome welcome1 welcome123 monkey dragon hunter2 abc123 a1b2c3
  password1 password12 password123 password1234 passw0rd1 passw0rd! password! password1! p@ssw0rd1 p@ssw0rd! p@ssw0rd123
  pass123 pass1234 pass@123 admin1 admin12 admin123 admin1234 admin@123 root123 root1234 user123 user1234 test1 test12
  test123 test1234 test@123 test1234! 1q2w3e4r 1qaz2wsx changeit basic bearer oauth jwt hidden required optional
  correcthorsebatterystaple ruoyi vagrant docker homestead ubuntu oracle tiger scott toor alpine raspberry elastic
  kibana grafana neo4j nexus jenkins sonar keycloak zabbix hibernate spring wordpress drupal joomla laravel symfony
  django rails`.split(/\s+/),
);
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  '0123456789abcdef',
];
const SHORTEST_RUN = 4;
const asking = new Automaton(ASKING);

/** Whether a value asks to be replaced: `changeme`, `your-key`, `<token>`, `xxxx`. */
export function asksForValue(text: string): boolean {
  let found = false;
  asking.scan(text, () => {
    found = true;
  });
  return found || (text.includes(' ') ? ASKING_START : WORDS).test(text);
}

/** Whether everyone knows it. */
export function isWellKnown(text: string): boolean {
  return KNOWN.has(text.toLowerCase());
}

/** Whether all of it is made of runs of neighbours, or of one short piece again and again: `abcd1234`, `12341234`. */
export function isSequence(text: string): boolean {
  if (text.length < 3 || text.length > 128) return false;
  const lower = text.toLowerCase();
  return isRepeated(lower) || runsIn(lower.replace(/[-_. :]/g, '')) >= 0.9;
}

function isRepeated(text: string): boolean {
  for (let size = 1; size <= Math.min(4, text.length / 2); size++) {
    let at = size;
    while (at < text.length && text[at] === text[at - size]) at++;
    if (at === text.length) return true;
  }
  return false;
}

/** The share of a text that lies in runs of neighbours. */
function runsIn(text: string): number {
  let inRuns = 0;
  for (let at = 0; at < text.length; ) {
    const run = Math.max(...SEQUENCES.map((sequence) => runAt(text, at, sequence)), sameAt(text, at));
    if (run >= SHORTEST_RUN - 1) inRuns += run;
    at += Math.max(1, run);
  }
  return text.length === 0 ? 0 : inRuns / text.length;
}

function runAt(text: string, at: number, sequence: string): number {
  const start = sequence.indexOf(text.charAt(at));
  if (start < 0) return 0;
  let length = 1;
  while (at + length < text.length && text[at + length] === sequence[start + length]) length++;
  return length;
}

function sameAt(text: string, at: number): number {
  let length = 1;
  while (at + length < text.length && text[at + length] === text[at]) length++;
  return length;
}
