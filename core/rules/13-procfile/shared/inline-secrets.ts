import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import { type Assignment, everySimple, type Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import type { Range } from '../../../text';
import { isStandIn } from '../../../values/classify';
import { credentialEvidence } from '../../../values/credential';
import { withEdit } from '../../shared/one-edit';

/** Credentials that a process command holds: in front of its program, in an option, in an address. Never their values. */
export function inlineSecrets({ command, path }: RoleCommand, app: App): Breach[] {
  const text = app.tree.appFiles.get(path)?.text ?? '';
  return everySimple(command).flatMap(({ assignments, words }) => [
    ...assignments.flatMap((one) => assigned(one, text) ?? []),
    ...words.flatMap((word, index) => given(word, words[index - 1], text) ?? []),
  ]);
}

function assigned({ name, valueRange, range }: Assignment, text: string): Breach | undefined {
  const value = unquoted(text.slice(valueRange.start, valueRange.end));
  if (!isSecret(name, value)) return undefined;
  let end = range.end;
  while (/[ \t]/.test(text.charAt(end))) end++;
  return mended(valueRange, name, {
    title: `Take ${name} from the environment`,
    start: range.start,
    end,
    newText: '',
  });
}

/** `--api-key=…`, `--api-key …`, `export API_KEY=…`, `postgres://user:…@host/`. */
function given(word: Word, before: Word | undefined, text: string): Breach | undefined {
  if (!word.literal || word.text.length > 500) return undefined;
  const inUrl = passwordIn(word, text);
  if (inUrl) return inUrl;
  const [, lead = '', name = '', inline] = /^(-{0,2})([A-Za-z][\w.-]{0,80})=(.*)$/.exec(word.text) ?? [];
  if (inline !== undefined && inline !== '') {
    if (!isSecret(name, inline)) return undefined;
    const start = word.range.end - inline.length;
    const isPlain = word.range.end - word.range.start === word.text.length;
    return isPlain
      ? fromVariable({ start, end: word.range.end }, lead + name, name)
      : told(word.range, lead + name);
  }
  const option = /^--?([A-Za-z][\w.-]{0,80})$/.exec(before?.text ?? '')?.[1];
  if (option === undefined || !isSecret(option, word.text)) return undefined;
  return fromVariable(word.range, before?.text ?? option, option);
}

const URL_PASSWORD = /^[a-z][a-z0-9+.-]{1,20}:\/\/([^/\s:@]{0,100}):([^/\s@]{3,200})@/i;

function passwordIn({ range, text: url }: Word, text: string): Breach | undefined {
  const [, user, password] = URL_PASSWORD.exec(url) ?? [];
  // The user's own name is what containers of development are set up with.
  if (password === undefined || password === user || isStandIn(password)) return undefined;
  const at = text.slice(range.start, range.end).indexOf(password);
  const start = range.start + Math.max(0, at);
  return told({ start, end: at < 0 ? range.end : start + password.length }, 'The password in this address');
}

function isSecret(name: string, value: string): boolean {
  return !/[$`]/.test(value) && credentialEvidence(name, value) !== undefined;
}

function fromVariable(range: Range, name: string, option: string): Breach {
  const variable = option
    .replaceAll(/[.-]/g, '_')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
  return mended(range, name, { title: `Use $${variable}`, ...range, newText: `$${variable}` });
}

function told(range: Range, name: string): Breach {
  return { range, words: { name } };
}

function mended(
  range: Range,
  name: string,
  edit: { title: string; start: number; end: number; newText: string },
): Breach {
  return withEdit(told(range, name), { safe: false, ...edit });
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}
