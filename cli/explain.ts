import pages from '../core/rules/pages.generated';
import { explainValue } from './explain-value';
import { CannotRun, type Terminal } from './terminal';

/**
 * Prints the page of a rule, or what a value is taken for.
 * @throws CannotRun where there is no such rule, or it is unclear what is asked.
 */
export async function explain(
  rule: string | undefined,
  { value, name }: { readonly value?: true; readonly name?: string },
  terminal: Terminal,
): Promise<void> {
  if (value && rule !== undefined)
    throw new CannotRun('Give no value on the command line, where others see it: type it, or pipe it in.');
  if (value) return explainValue(name, terminal);
  if (rule === undefined)
    throw new CannotRun(`Name a rule, or ask with --value. The rules are:\n${list('')}`);
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
