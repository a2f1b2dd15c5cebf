import { Automaton } from '../facts/automaton';

/** Parts of a value that ask to be replaced, wherever they stand in it. */
const ASKING = `changeme change_me change-me change_this changethis change-this change.me replaceme replace_me
  replace-me replace_with replace-with replacewith replace_this replace-this your_ your- yours- insert_ insert- insert.
  fill_in fill-in fillin fillme todo fixme tbd_ placeholder redacted masked dummy example sample_ sample- _sample -sample lorem ipsum
  secret_here secret-here key_here key-here keyhere token_here token-here password_here password-here -here> not_set
  not-set notset to_be_set to-be-set _goes_here -goes-here goeshere goes_here put_your put-your enter_your enter-your
  undefined my-secret my_secret mysecret my-super my_super my-token my_token my-key my_key my-api my_api my-password
  my_password mypassword mytoken myapikey some-secret some_secret some-token some_token somesecret some-random
  some_random somerandom randomstring keyboard-cat keyboard_cat super-secret super_secret supersecret super-safe super_safe supersafe super-secure super_secure supersecure very-secret very_secret verysecret
  not-a-real not_a_real notareal not-secret not_secret unsafe_secret nosecret no-secret unused xxxx **** .... #### ----
  ____ ????`.split(/\s+/);
/** The same as words of their own: `your` in `your:key`, not in `yourself`. */
const WORDS =
  `your my change insert replace fake mock stub sample demo dev foo bar baz test testing tester tests default xxx
  null none todo n/a`.split(/\s+/);
/** How texts of several words ask for a value. */
const ASKING_START = /^(?:your|insert|enter|put|replace|change|fill|add|paste|type|set|todo|xxx)\b/i;
/** `change` with digits for some of its letters; and the letters that digits stand for. */
const LIKE_CHANGE = /^ch[a4]n[g6][e3]/i;
const LETTERS = 'oi2easg'.split('');
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
  django rails jbswy3dpehpk3pxp`.split(/\s+/),
);
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  '9abcdef',
];
const SHORTEST_RUN = 3;
const LEAST_IN_RUNS = 0.9;
const LITTLE = 6;
const LONGEST_KNOWN = 32;
const LONGEST_SEQUENCE = 128;
const WIDTH = 128;
const FOLD = 32;
const asking = new Automaton([...ASKING, ...WORDS]);
const FOLLOWS = followers();

/** Which character comes after which in one of the sequences. */
function followers(): Uint8Array {
  const follows = new Uint8Array(WIDTH * WIDTH);
  for (const sequence of SEQUENCES)
    for (let at = 1; at < sequence.length; at++)
      follows[sequence.charCodeAt(at - 1) * WIDTH + sequence.charCodeAt(at)] = 1;
  for (let code = 0; code < WIDTH; code++) follows[code * WIDTH + code] = 1;
  return follows;
}

/** Whether a value asks to be replaced: `changeme`, `your-key`, `<token>`, `xxxx`. */
export function asksForValue(text: string): boolean {
  const isText = text.includes(' ');
  if (isInDigits(text)) return true;
  if (isText && ASKING_START.test(text)) return true;
  let found = false;
  asking.scan(text, (at, index) => {
    if (index < ASKING.length) found = true;
    else if (!isText && isApart(text, at, at + (WORDS[index - ASKING.length] ?? '').length)) found = true;
  });
  return found;
}

/** `ch4n63m3`: digits for letters, as in what everyone tries first. */
function isInDigits(text: string): boolean {
  if (!LIKE_CHANGE.test(text)) return false;
  const letters = text.replace(/[013456]/g, (digit) => LETTERS[Number(digit)] ?? digit);
  return /change_?(?:me|this)/i.test(letters);
}

function isApart(text: string, start: number, end: number): boolean {
  return !isLetter(text.charCodeAt(start - 1)) && !isLetter(text.charCodeAt(end));
}

function isLetter(code: number): boolean {
  const small = code | FOLD;
  return small >= 97 && small <= 122;
}

/**
 * How the keys begin that guides give to everyone: those of Microsoft's emulators of storage and of Cosmos DB, and those
 * by which reCAPTCHA lets every test pass. https://developers.google.com/recaptcha/docs/faq
 */
const PUBLISHED = ['Eby8vdM02xNO', 'C2y6yDjf5/R+', '6LeIxAcTAAAAA'];

/** By length and first letter, whether anything known is like that: nearly no value is, and none is written anew. */
const LIKE_KNOWN = likeKnown();

function likeKnown(): Uint8Array {
  const like = new Uint8Array((LONGEST_KNOWN + 1) * WIDTH);
  for (const known of KNOWN) like[known.length * WIDTH + known.charCodeAt(0)] = 1;
  return like;
}

/** Whether everyone knows it. */
export function isWellKnown(text: string): boolean {
  const first = text.charCodeAt(0);
  if (text.length > LONGEST_KNOWN) return PUBLISHED.some((start) => text.startsWith(start));
  const small = first >= 65 && first <= 90 ? first | FOLD : first;
  return small < WIDTH && LIKE_KNOWN[text.length * WIDTH + small] === 1 && KNOWN.has(text.toLowerCase());
}

/** Whether nearly all of it lies in runs of neighbours, or it is one short piece again and again: `abcd1234`, `12341234`. */
export function isSequence(text: string): boolean {
  if (text.length < SHORTEST_RUN || text.length > LONGEST_SEQUENCE) return false;
  return isRepeated(text) || runsIn(text) >= LEAST_IN_RUNS;
}

function isRepeated(text: string): boolean {
  for (let size = 1; size <= 4 && size <= text.length / 2; size++) {
    let at = size;
    while (at < text.length && text.charCodeAt(at) === text.charCodeAt(at - size)) at++;
    if (at === text.length) return true;
  }
  return false;
}

/** The share of a text's letters and digits that lies in runs of neighbours. */
function runsIn(text: string): number {
  let [inRuns, all, run, before] = [0, 0, 0, 0];
  const most = text.length * (1 - LEAST_IN_RUNS);
  for (let at = 0; at < text.length; at++) {
    const code = folded(text.charCodeAt(at));
    if (code === 0) continue;
    all++;
    if (run > 0 && code < WIDTH && FOLLOWS[before * WIDTH + code] === 1) run++;
    else {
      if (run >= SHORTEST_RUN) inRuns += run;
      // So many lie in no run that the rest does not matter.
      else if (all - 1 - inRuns > most) return 0;
      run = 1;
    }
    before = code;
  }
  if (run >= SHORTEST_RUN) inRuns += run;
  // A few digits with dots between are an address.
  return all === 0 || (all < LITTLE && all < text.length) ? 0 : inRuns / all;
}

/** A letter in small, a digit or a sign as it is; 0 for what only joins. */
function folded(code: number): number {
  if (code >= 65 && code <= 90) return code | FOLD;
  if (code === 45 || code === 95 || code === 46 || code === 32 || code === 58) return 0;
  return Math.min(code, WIDTH);
}
