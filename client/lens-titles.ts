import type { Formations } from './formation/formations';
import type { FormationSession } from './formation/session';

/** What titles need to know of a code lens. */
export interface Lens {
  readonly command?: { title: string; readonly command: string; readonly arguments?: readonly unknown[] };
}

/** What a lens needs to know of its process type. */
export interface TypeState {
  /** How many instances are wanted. */
  readonly count: number;
  /** Whether a process of the type runs, starts or stops. */
  readonly isAlive: boolean;
}

type Session = Pick<FormationSession, 'key' | 'types' | 'typeState'>;

const SCALE = 'twelveFactor.process.scaleTo';
/** Commands that have a meaning in one of both states only. */
const WHILE_ALIVE: ReadonlyMap<string, boolean> = new Map([
  ['twelveFactor.process.start', false],
  ['twelveFactor.process.stop', true],
  ['twelveFactor.process.restart', true],
]);

/** The lenses of a Procfile as its process types stand: what can be done with each now, and how many it is to have. */
export function lensesFor<T extends Lens>(
  lenses: readonly T[],
  stateOf: (key: string) => TypeState | undefined,
): T[] {
  return lenses.filter(({ command }) => {
    const key = command?.arguments?.[0];
    const state = typeof key === 'string' ? stateOf(key) : undefined;
    if (!command || !state) return true;
    if (command.command === SCALE) command.title = instances(state.count);
    return (WHILE_ALIVE.get(command.command) ?? state.isAlive) === state.isAlive;
  });
}

function instances(count: number): string {
  return count === 1 ? '1 instance' : `${count} instances`;
}

/** The state of a process type by its row's key, `<folder's URI>#<type>`. */
export function stateBy(formations: Pick<Formations, 'find'>, key: string): TypeState | undefined {
  const at = key.lastIndexOf('#');
  return formations.find(key.slice(0, at))?.typeState(key.slice(at + 1));
}

/** All that lenses of all Procfiles depend on, as one text. */
export function statesOf(formations: { readonly sessions: readonly Session[] }): string {
  return formations.sessions
    .flatMap((session) =>
      session.types.map((type) => {
        const { count, isAlive } = session.typeState(type);
        return `${session.key}#${type} ${count} ${isAlive}`;
      }),
    )
    .join('\n');
}
