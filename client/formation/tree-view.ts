import {
  EventEmitter,
  type ExtensionContext,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import { viewId } from '../when';
import { changedRows } from './changed-rows';
import type { Formations } from './formations';
import type { Tone } from './process-words';
import { type Row, rowsOf } from './rows';
import type { Starts } from './starts';
import { summaryOf } from './summary';
import type { FormationView } from './view';

const colours: Record<Tone, ThemeColor | undefined> = {
  good: new ThemeColor('testing.iconPassed'),
  done: new ThemeColor('testing.iconPassed'),
  bad: new ThemeColor('testing.iconFailed'),
  warn: new ThemeColor('list.warningForeground'),
  quiet: new ThemeColor('disabledForeground'),
  busy: undefined,
};

/** Maps rows to tree items. Elements are row keys, so a repainted row stays the same element to the editor. */
class FormationTree implements TreeDataProvider<string> {
  readonly #changes = new EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  #rows: readonly Row[] = [];
  #byKey = new Map<string, Row>();

  show(rows: readonly Row[]): void {
    const changed = changedRows(this.#rows, rows);
    this.#rows = rows;
    this.#byKey = new Map(flatten(rows).map((row) => [row.key, row]));
    if (!changed) this.#changes.fire(undefined);
    else if (changed.length > 0) this.#changes.fire(changed.map((row) => row.key));
  }

  row(key: unknown): Row | undefined {
    return typeof key === 'string' ? this.#byKey.get(key) : undefined;
  }

  getChildren(key?: string): string[] {
    const rows = key === undefined ? this.#rows : (this.row(key)?.children ?? []);
    return rows.map((row) => row.key);
  }

  getTreeItem(key: string): TreeItem {
    const row = this.row(key);
    if (!row) return new TreeItem('');
    const { Expanded, None } = TreeItemCollapsibleState;
    const item = new TreeItem(row.label, row.children.length > 0 ? Expanded : None);
    item.id = row.key;
    item.description = row.description;
    item.tooltip = row.tooltip;
    item.contextValue = row.context;
    item.accessibilityInformation = { label: row.spoken };
    if (row.icon) item.iconPath = new ThemeIcon(row.icon.id, colours[row.icon.tone]);
    return item;
  }
}

function flatten(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => [row, ...flatten(row.children)]);
}

/** Shows the formations in the side bar, and a badge with the number of processes that failed. */
export function createFormationView(context: ExtensionContext, formations: Formations, starts: Starts) {
  const tree = new FormationTree();
  const view = window.createTreeView(viewId, { treeDataProvider: tree });
  const paint = () => {
    const views = formations.views().map((one) => starts.on(one));
    tree.show(rowsOf(views));
    view.message = procfileShown(views);
    const { failures } = summaryOf(views);
    view.badge =
      failures.length > 0 ? { value: failures.length, tooltip: `Failed: ${failures.join(', ')}` } : undefined;
  };
  context.subscriptions.push(
    view,
    view.onDidChangeVisibility(({ visible }) => formations.watchStats(visible)),
    { dispose: formations.changes.add(paint) },
    { dispose: starts.changes.add(paint) },
  );
  formations.watchStats(view.visible);
  paint();
  return {
    /** Shows again what is there, when more may be known of it. */
    paint,
    /** What a row that a menu was opened on stands for. */
    targetOf: (key: unknown) => tree.row(key)?.target,
  };
}

/** Which Procfile is run, where the app has several; with several apps, the row of each says it. */
function procfileShown(views: readonly FormationView[]): string {
  const [only] = views;
  return only && views.length === 1 && only.procfiles.length > 1 ? `Runs ${only.procfile}` : '';
}
