import type { FileEdit, Fixer } from '../../../rule';
import { eolOf } from '../../../text';
import { argumentsIn, bodyAt } from '../shared/texts';
import { type Call, type Insertion, lastIn, textOf, type Write } from './insertion';
import { php } from './php';
import { rust } from './rust';

/** How a language's client acknowledges a message; see the writers below. */
export type Form = 'javascript' | 'python' | 'ruby' | 'java' | 'go' | 'csharp' | 'php' | 'rust' | 'none';

/** Tells the broker to wait, and acknowledges each message at the end of the work on it. */
export const afterWork: Fixer = ({ path, range: flag, breach: { repair } }, text) => {
  const { form, from, start, end } = repair ?? {};
  if (typeof from !== 'number' || typeof start !== 'number' || typeof end !== 'number') return [];
  const on = text.slice(start, from).replace(/\.\w+$/, '');
  const call: Call = {
    text,
    range: { start, end },
    on,
    args: argumentsIn(text, from, end),
    eol: eolOf(text),
  };
  const write = Object.entries(WRITERS).find(([name]) => name === form)?.[1];
  const inserted = write?.(call);
  if (!inserted) return [];
  const edits: FileEdit[] = inserted.map(([at, newText]) => ({
    path,
    range: { start: at, end: at },
    newText,
  }));
  if (form !== 'ruby') {
    const newText = form === 'python' ? 'False' : 'false';
    edits.push({ path, range: flag, newText });
  }
  return [{ title: 'Acknowledge after the work', kind: 'suggestion', edits }];
};

const PARAMETER =
  /^(?:async\s{1,9})?(?:function\s{0,9}\w{0,60}\s?)?\(?\s{0,40}([A-Za-z_$][\w$]{0,60})[^)={]{0,200}\)?\s?(?:=>\s?)?\{/;

function javascript(call: Call): readonly Insertion[] | undefined {
  const handler = call.args[1];
  const written = textOf(call, handler);
  const message = PARAMETER.exec(written)?.[1];
  const isMessageLike = handler !== undefined && call.on !== '';
  if (!isMessageLike) return undefined;
  const body = message === undefined ? undefined : bodyAt(call.text, handler.start, handler.end);
  if (message !== undefined && body) return [lastIn(call, body, `${call.on}.ack(${message});`)];
  if (!/^[\w$.]+$/.test(written)) return undefined;
  // A handler by its name is awaited, whatever it gives back.
  return [
    [handler.start, 'async (message) => { await '],
    [handler.end, `(message); ${call.on}.ack(message); }`],
  ];
}

function python(call: Call): readonly Insertion[] | undefined {
  const named = call.args
    .map((one) => textOf(call, one))
    .map((one) => /^(?:on_message_callback\s*=\s*)?(\w+)$/.exec(one)?.[1]);
  for (const name of named) {
    const found =
      name === undefined
        ? null
        : new RegExp(`^([ \\t]*)def ${name}\\((?:self, )?(\\w+), (\\w+), \\w+, \\w+\\):[^\\n]*\\n`, 'm').exec(
            call.text,
          );
    if (!found) continue;
    const [head, outer = '', channel = '', method = ''] = found;
    let at = found.index + head.length;
    let indent: string | undefined;
    let end: number | undefined;
    for (const line of call.text.slice(at).split('\n')) {
      const own = /^[ \t]*/.exec(line)?.[0] ?? '';
      if (line.trim() !== '') {
        if (own.length <= outer.length) break;
        indent ??= own;
        end = at + line.trimEnd().length;
        if (/^return\b/.test(line.trim())) return undefined;
      }
      at += line.length + 1;
    }
    if (indent !== undefined && end !== undefined)
      return [[end, `${call.eol}${indent}${channel}.basic_ack(delivery_tag=${method}.delivery_tag)`]];
  }
  return undefined;
}

function ruby(call: Call): readonly Insertion[] | undefined {
  const { text, range, on } = call;
  const found = /(\{|\bdo)[ \t]?\|\s?(\w{1,60})[^|]{0,200}\|/.exec(text.slice(range.start, range.end));
  const info = found?.[2];
  if (!found || info === undefined || info.startsWith('_') || on === '') return undefined;
  const head = text.slice(range.start, range.start + found.index);
  const close = head.lastIndexOf(')');
  if (close < 0) return undefined;
  const hasArgs = !/\(\s*\)\s*$/.test(head.slice(0, close + 1));
  const ack = `${on}.channel.ack(${info}.delivery_tag)`;
  const option: Insertion = [range.start + close, `${hasArgs ? ', ' : ''}manual_ack: true`];
  if (found[1] === '{') return [option, [text.lastIndexOf('}', range.end) - 1, `; ${ack}`]];
  const last = text.slice(0, range.end).replace(/end$/, '').trimEnd().length;
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', last) + 1))?.[0] ?? '';
  return [option, [last, `${call.eol}${indent}${ack}`]];
}

function java(call: Call): readonly Insertion[] | undefined {
  const name = textOf(call, call.args[2]);
  if (!/^\w+$/.test(name)) return undefined;
  const found = new RegExp(`\\b${name}\\s*=\\s*\\(\\w+,\\s*(\\w+)\\)\\s*->\\s*\\{`).exec(call.text);
  const body = found && bodyAt(call.text, found.index, call.text.length);
  return body
    ? [lastIn(call, body, `${call.on}.basicAck(${found[1]}.getEnvelope().getDeliveryTag(), false);`)]
    : undefined;
}

function go(call: Call): readonly Insertion[] | undefined {
  const line = call.text.slice(call.text.lastIndexOf('\n', call.range.start) + 1, call.range.start);
  const name = /^\s*(\w+), \w+ :?= $/.exec(line)?.[1];
  if (name === undefined) return undefined;
  const rest = call.text.slice(call.range.end);
  const found = new RegExp(`\\bfor (\\w+) := range ${name} \\{`).exec(rest);
  const body = found && bodyAt(call.text, call.range.end + found.index, call.text.length);
  return body ? [lastIn(call, body, `${found[1]}.Ack(false)`)] : undefined;
}

function csharp(call: Call): readonly Insertion[] | undefined {
  const isAsync = /Async$/.test(call.text.slice(call.range.start, call.args[0]?.start).replace(/\($/, ''));
  const found = /\.Received(?:Async)?\s*\+=\s*(?:async\s*)?\(\w+,\s*(\w+)\)\s*=>\s*\{/.exec(call.text);
  const body = found && bodyAt(call.text, found.index + found[0].length - 1, call.text.length);
  if (!body) return undefined;
  const ack = isAsync ? `await ${call.on}.BasicAckAsync` : `${call.on}.BasicAck`;
  return [lastIn(call, body, `${ack}(${found[1]}.DeliveryTag, false);`)];
}

const WRITERS: Readonly<Record<Exclude<Form, 'none'>, Write>> = {
  javascript,
  python,
  ruby,
  java,
  go,
  csharp,
  php,
  rust,
};
