import type { Formations } from './formation/formations';

/** What titles need to know of a code lens. */
export interface Lens {
  readonly command?: { title: string; readonly command: string; readonly arguments?: readonly unknown[] };
}

const SCALE = 'twelveFactor.process.scaleTo';

/** Writes into the lenses of a Procfile how many instances of each process type the formation runs. */
export function titled<T extends Lens>(
  lenses: readonly T[],
  count: (key: string) => number | undefined,
): T[] {
  for (const { command } of lenses) {
    const key = command?.command === SCALE ? command.arguments?.[0] : undefined;
    const found = typeof key === 'string' ? count(key) : undefined;
    if (command && found !== undefined) command.title = instances(found);
  }
  return [...lenses];
}

function instances(count: number): string {
  return count === 1 ? '1 instance' : `${count} instances`;
}

/** The count of a process type by its row's key, `<folder's URI>#<type>`. */
export function countBy(formations: Pick<Formations, 'find'>, key: string): number | undefined {
  const at = key.lastIndexOf('#');
  return formations.find(key.slice(0, at))?.countOf(key.slice(at + 1));
}
