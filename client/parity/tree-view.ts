import {
  EventEmitter,
  type ExtensionContext,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type ParityCellItem, type ParityResult, parityMethod } from '../../core/protocol';
import type { LanguageServer } from '../language-client';
import { parityViewId } from '../when';
import { differenceCount, differences, type ParityRow, parityRows } from './rows';

const icons: Readonly<Record<ParityRow['icon'], ThemeIcon | undefined>> = {
  group: undefined,
  differs: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  agrees: new ThemeIcon('check', new ThemeColor('testing.iconPassed')),
  single: new ThemeIcon('dash', new ThemeColor('disabledForeground')),
  cell: new ThemeIcon('go-to-file'),
  missing: new ThemeIcon('circle-slash', new ThemeColor('list.warningForeground')),
};

class ParityTree implements TreeDataProvider<ParityRow> {
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  #rows: readonly ParityRow[] = [];

  show(rows: readonly ParityRow[]): void {
    if (JSON.stringify(rows) === JSON.stringify(this.#rows)) return;
    this.#rows = rows;
    this.#changes.fire(undefined);
  }

  getChildren(row?: ParityRow): ParityRow[] {
    return [...(row ? row.children : this.#rows)];
  }

  getTreeItem(row: ParityRow): TreeItem {
    const { Expanded, Collapsed, None } = TreeItemCollapsibleState;
    const state = row.children.length === 0 ? None : row.expanded ? Expanded : Collapsed;
    const item = new TreeItem(row.label, state);
    item.id = row.key;
    item.description = row.description;
    item.tooltip = row.tooltip;
    item.accessibilityInformation = { label: row.spoken };
    const icon = icons[row.icon];
    if (icon) item.iconPath = icon;
    if (row.target) item.command = openCommand(row.target);
    return item;
  }
}

function openCommand({ uri, range: { start, end } }: ParityCellItem): NonNullable<TreeItem['command']> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri), { selection, preview: true }] };
}

/** How long to wait for a server that is still reading, and for a burst of changes to end. */
const PAUSE_MS = 400;

/** Shows what development, CI and each deploy of the app run on; asks the server while the view can be seen. */
export class ParityView {
  readonly #tree = new ParityTree();
  readonly #view: TreeView<ParityRow>;
  readonly #server: LanguageServer;
  #timer: NodeJS.Timeout | undefined;

  constructor(context: ExtensionContext, server: LanguageServer) {
    this.#server = server;
    this.#view = window.createTreeView(parityViewId, { treeDataProvider: this.#tree, showCollapseAll: true });
    context.subscriptions.push(
      this.#view,
      this.#view.onDidChangeVisibility(() => this.#later()),
      server.onDidChangeState(() => this.#later()),
      workspace.onDidSaveTextDocument(() => this.#later()),
      workspace.onDidChangeWorkspaceFolders(() => this.#later()),
      { dispose: () => clearTimeout(this.#timer) },
    );
    this.#later();
  }

  async refresh(): Promise<void> {
    if (!this.#server.client.isRunning()) return;
    const result = await this.#server.client.sendRequest<ParityResult>(parityMethod, {});
    this.#tree.show(parityRows(result));
    const count = differenceCount(result);
    this.#view.description = result.apps.length === 0 || !result.complete ? '' : differences(count);
    this.#view.message = result.complete ? '' : 'Reading the folder…';
    if (!result.complete) this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    if (!this.#view.visible) return;
    this.#timer = setTimeout(
      () => void this.refresh().catch((error: unknown) => this.#server.note(error)),
      PAUSE_MS,
    );
  }
}
