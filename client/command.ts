import type { Services } from './services';

/** Where a command stands besides the command palette. */
export interface MenuItem {
  readonly menu: 'view/title' | 'view/item/context' | 'editor/title' | 'explorer/context';
  readonly when: string;
  readonly group: string;
}

/** One command: its place in the manifest and what it does. One file each in `commands/`. */
export interface Command {
  readonly id: `twelveFactor.${string}`;
  /** Sentence case; the palette puts "Twelve-Factor:" before it. */
  readonly title: string;
  readonly icon?: `$(${string})`;
  /** A when clause; where it is false the command is greyed out everywhere. */
  readonly enablement?: string;
  /** When the command palette lists it: a when clause, or `false` for never. */
  readonly palette?: string | false;
  readonly menus?: readonly MenuItem[];
  run(services: Services, ...args: readonly unknown[]): unknown;
}

export function defineCommand(command: Command): Command {
  return Object.freeze(command);
}
