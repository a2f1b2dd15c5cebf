import type { App } from '../app';
import type { FileView, Rule } from '../rule';

/** Whether a rule has its say in a file of this class, in an app of this kind. */
export function applies(rule: Rule, view: Pick<FileView, 'class'>, app: App): boolean {
  return !rule.skip.includes(view.class) && !rule.skipApps?.includes(app.kind);
}
