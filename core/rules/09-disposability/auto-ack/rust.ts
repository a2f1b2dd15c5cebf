import { bodyAt } from '../shared/texts';
import { type Call, type Insertion, lastIn } from './insertion';

/** `let mut consumer = channel.basic_consume(`, above the options or around them. */
const CONSUMER = /\blet (?:mut )?(\w{1,60})(?:: [\w:<>]{1,60})? = [\w.&()\s]{1,200}\.basic_consume\(/g;

/**
 * lapin's messages come from a stream, each as a result. One that is unwrapped by `?` or `expect` is acknowledged at
 * the end of its turn, unless the turn may end before or gives the message away.
 */
export function rust({ text, range, on, args, eol }: Call): readonly Insertion[] | undefined {
  if (!/\bBasicConsumeOptions\s?\{[^{}]{0,200}$/.test(text.slice(0, range.start))) return undefined;
  const name = [...text.slice(0, range.start).matchAll(CONSUMER)].at(-1)?.[1];
  const rest = text.slice(range.end);
  const loop =
    name === undefined
      ? null
      : new RegExp(
          `\\bwhile let Some\\((Ok\\()?(\\w{1,60})\\)?\\) = ${name}\\.(?:try_)?next\\(\\)\\.await(\\?)? \\{`,
        ).exec(rest);
  const body = loop && bodyAt(text, range.end + loop.index, text.length);
  if (!loop || !body) return undefined;
  const [, isOk, given = '', isTry] = loop;
  const inside = text.slice(body.start, body.end);
  const opened = new RegExp(
    `\\blet (\\w{1,60}) = ${given}(?:\\?|\\.(?:expect|unwrap)\\([^()]{0,200}\\));`,
  ).exec(inside);
  const message = isOk !== undefined || isTry !== undefined ? given : opened?.[1];
  if (message === undefined) return undefined;
  const work = opened ? inside.slice(opened.index + opened[0].length) : inside;
  const goes = new RegExp(`\\b(?:continue|return|break)\\b|[^&\\w.]${message}\\b(?!\\.)|\\.ack\\(`);
  if (goes.test(work)) return undefined;
  const fails =
    isTry !== undefined || opened?.[0].endsWith('?;') ? '?' : '.expect("the broker takes the answer")';
  const ack = `${message}.acker.ack(lapin::options::BasicAckOptions::default()).await${fails};`;
  return [lastIn({ text, range, on, args, eol }, body, ack)];
}
