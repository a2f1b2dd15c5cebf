import type { Api } from '../../../rule';
import { says } from '../../06-processes/shared/apis';

/** Calls that do no work with a message: they read it, or tell of it. */
export const TRIVIAL =
  /(?:^|[.?])(?:log|info|debug|warn|warning|error|trace|print|println|printf|Println|Printf|puts|parse|loads|decode|Unmarshal|stringify|get|dig|fetch|toString|String|str|len|append|push|map|forEach|each|next|then|catch|await|require|format|Sprintf|Errorf|WriteLine|LogInformation|LogError|LogDebug|time|now|Now|sleep|Sleep|is\w*|has\w*|get[A-Z]\w*)$/;

/**
 * SQS: what is received is deleted, and only then worked on. The calls of the function around it tell the order; a
 * call that does more than read the message must follow the deletion, and none may stand before it.
 */
export function sqs(deletes: string, receives: string, ...commands: readonly string[]): Api[] {
  const isDelete = (name: string): boolean =>
    name.endsWith(`.${deletes}`) || name.endsWith('DeleteMessageCommand');
  const isReceive = (name: string): boolean =>
    name.endsWith(`.${receives}`) || (commands[1] !== undefined && name.endsWith(commands[1]));
  return [
    {
      calls: [`*.${deletes}`, ...commands.slice(0, 1)],
      beside: [receives, ...commands.slice(1)],
      around: true,
      breach: ({ around = [], calleeRange }) => {
        const from = around.findIndex(isReceive);
        const at = around.findIndex(isDelete);
        if (from < 0 || at < from) return undefined;
        const works = (name: string): boolean =>
          !TRIVIAL.test(name) &&
          !isDelete(name) &&
          !isReceive(name) &&
          !/(?:^|\.)send$|Command$|Request\w*$|Input$|Builder/.test(name);
        const isFirst = !around.slice(from + 1, at).some(works);
        return isFirst && around.slice(at + 1).some(works) ? says('This worker', calleeRange) : undefined;
      },
    },
  ];
}
