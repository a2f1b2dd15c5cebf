import { Automaton } from '../facts/automaton';
import { credentialEvidence } from './credential';
import { tokenAt, tokenMarks } from './tokens/find';

const MASK = '•••';
/** `NAME=value`, `--name=value`, `--name value`. */
const NAMED =
  /([A-Za-z_][\w.-]{0,80}=|--?[A-Za-z][\w.-]{0,80}[ \t]{1,20})("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s"']{1,500})/g;
const IN_URL = /(:\/\/[^\s:@/]{0,100}:)([^\s@/]{1,200})(?=@)/g;
const marks = new Automaton(tokenMarks);

/** A command or another line for people with ••• in place of each credential in it. */
export function masked(text: string): string {
  const named = text.replace(NAMED, (whole, lead: string, value: string) => {
    const name = lead.replace(/^--?/, '').replace(/=$/, '').trim().replaceAll('-', '_');
    const plain = value.replace(/^(["'])(.*)\1$/, '$2');
    return credentialEvidence(name, plain) ? lead + MASK : whole;
  });
  return withoutTokens(named.replace(IN_URL, `$1${MASK}`));
}

function withoutTokens(text: string): string {
  let [result, from] = ['', 0];
  marks.scan(text, (at, index) => {
    const token = tokenAt(text, at, tokenMarks[index] ?? '');
    if (!token || token.start < from) return;
    result += text.slice(from, token.start) + MASK;
    from = token.end;
  });
  return result + text.slice(from);
}
