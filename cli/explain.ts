import pages from '../core/rules/pages.generated';
import { CannotRun, type Terminal } from './terminal';

/**
 * Prints the page of a rule.
 * @throws CannotRun where there is no such rule.
 */
export function explain(rule: string, terminal: Terminal): void {
  const page = pages.get(rule);
  if (page === undefined) throw new CannotRun(`There is no rule ${rule}. The rules are:\n${list(rule)}`);
  terminal.out(page.replaceAll(/[«»]/g, ''));
}

/** The rules of the same group, or all. */
function list(rule: string): string {
  const ids = [...pages.keys()];
  const near = ids.filter(
    (id) => rule !== '' && (id.startsWith(`${rule.split('/')[0]}/`) || id.endsWith(`/${rule}`)),
  );
  return (near.length > 0 ? near : ids).map((id) => `  ${id}`).join('\n');
}
