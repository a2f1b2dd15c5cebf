import type { Node } from 'web-tree-sitter';

const IF = /^(?:if|if_statement|if_expression|if_modifier)$/;
const FLAG = /\b(?:is_?dev(?:elopment)?|dev_?mode|in_?development|env\.development\?)(?![\w])/i;
const NAMED =
  /={2,3}\s?['"](?:dev|development|local)['"]|['"](?:dev|development|local)['"]\s?={2,3}|NODE_ENV['"\]]{0,3}\s?!==?\s?['"]production['"]/i;
const DENIED = /^(?:!|not\b)|={2,3}\s?false\b/i;
/** A longer condition is not looked at. */
const LONGEST = 300;

/** Whether a branch with `inside` as one of its parts runs that on a developer's machine only: `if (env.IsDevelopment()) { … }`. */
export function asksForDevelopment(branch: Node, inside: Node): boolean {
  if (!IF.test(branch.type)) return false;
  const body = branch.childForFieldName('consequence') ?? branch.childForFieldName('body');
  const condition = body?.id === inside.id ? branch.childForFieldName('condition') : null;
  if (!condition || condition.text.length > LONGEST) return false;
  const ways = condition.text.replace(/^\(|\)$/g, '').split(/\|\||\bor\b/);
  return ways.every((way) => way.split(/&&|\band\b/).some((part) => asks(part.trim())));
}

function asks(part: string): boolean {
  return NAMED.test(part) || (FLAG.test(part) && !DENIED.test(part));
}
