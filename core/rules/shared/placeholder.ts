import { HOLE } from '../../facts/fact';

const MARKUP = /^(?:<.*>|\{.*\}|\[.*\]|%\w+%|@\w+@|#\{.*\}|\$\{?\w.*|:\w+|\?|%[sd])$/;
const WORDS =
  /change[_-]?(?:me|it|this)|changeit|your[-_ ]?|(?:^|[^a-z])my[-_]|insert|replace|todo|fixme|xxx|dummy|fake|example|sample|placeholder|redacted|undefined|secret[-_]?here|not[-_]?set|to[-_]?be[-_]?set|lorem/i;
const PLAIN = new Set(
  `password passwd pass secret token apikey api_key api-key key admin root guest user username test testing tester foo bar baz none null
  true false na n/a string text default postgres postgresql mysql mongo redis rabbitmq minio minioadmin sa development dev local
  secretkey secret_key mysecret supersecret s3cr3t passw0rd p@ssw0rd p@ssword letmein qwerty hunter2 abc123 password1 password123
  admin123 test123 test1234 basic bearer oauth jwt hidden required`.split(/\s+/),
);
const SEQUENCE = /^(?:(.)\1+|0?123456789?0?|(?:0?1234?5?6?7?8?9?0?)|abc(?:d(?:e(?:f\w*)?)?)?(?:123)?)$/i;

/** Whether a value only stands for one: empty, markup, a word for "fill me in", a well-known default. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text === '' || text.includes(HOLE)) return true;
  return MARKUP.test(text) || WORDS.test(text) || PLAIN.has(text.toLowerCase()) || SEQUENCE.test(text);
}
