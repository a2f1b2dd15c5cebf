import { bodyAt } from '../shared/texts';
import { type Call, type Insertion, lastIn, textOf } from './insertion';

/** The callback stands in the call, or in the variable that the call names. What returns early is left alone. */
export function php(call: Call): readonly Insertion[] | undefined {
  const handler = call.args[6];
  const written = textOf(call, handler).replace(/^callback:\s?/, '');
  const isNamed = /^\$\w{1,60}$/.test(written);
  const from = isNamed ? call.text.lastIndexOf(`${written} = `, call.range.start) : handler?.start;
  if (from === undefined || from < 0) return undefined;
  const end = isNamed ? call.range.start : call.range.end;
  const message =
    /^(?:\$\w{1,60} = |callback:\s?)?(?:static )?function \((?:\\?[\w\\]{1,80} )?(\$\w{1,60})\)[^{;]{0,200}\{/.exec(
      call.text.slice(from, from + 600),
    )?.[1];
  const body = message === undefined ? undefined : bodyAt(call.text, from, end);
  if (!body || /\breturn\b|ack\(/.test(call.text.slice(body.start, body.end))) return undefined;
  return [lastIn(call, body, `${message}->ack();`)];
}
