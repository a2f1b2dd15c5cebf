import { UntrustedWorkspaceError } from '../world';
import { type Place, placeOf, readEndpoint } from './endpoint';
import { retire } from './hello';
import { launchSupervisor } from './launch';
import { withLock } from './lock';
import { RemoteFormation, type SupervisedFormation } from './remote';

export { UntrustedWorkspaceError } from '../world';
export { FormationLostError } from './loss';
export type { SupervisedFormation } from './remote';

export interface ConnectOptions {
  /** The app's directory. */
  readonly root: string;
  /** A directory that all windows of the user share. */
  readonly storageDir: string;
  /** The bundled supervisor. */
  readonly supervisorPath: string;
  readonly trusted: boolean;
  /** Milliseconds that processes go on after the last window has gone; 60000 if left out. */
  readonly detachGraceMs?: number;
  /** Where the native module may be that makes terminals, such as the editor's own `node-pty`. */
  readonly ptyModules?: readonly string[];
}

/**
 * The formation of an app, in the supervisor that runs for it already or in a new one.
 * Rejects with {@link UntrustedWorkspaceError} in a workspace that is not trusted.
 */
export async function connectFormation(options: ConnectOptions): Promise<SupervisedFormation> {
  if (!options.trusted) throw new UntrustedWorkspaceError();
  const place = placeOf(options.root, options.storageDir);
  return (
    (await attach(place)) ?? withLock(place.lock, async () => (await attach(place)) ?? launch(place, options))
  );
}

/** The formation of an app if a supervisor runs for it; starts nothing. */
export async function attachFormation(
  options: Pick<ConnectOptions, 'root' | 'storageDir' | 'trusted'>,
): Promise<SupervisedFormation | undefined> {
  if (!options.trusted) throw new UntrustedWorkspaceError();
  return attach(placeOf(options.root, options.storageDir));
}

async function launch(place: Place, options: ConnectOptions): Promise<SupervisedFormation> {
  const { root, storageDir, trusted, detachGraceMs = 60_000, ptyModules = [] } = options;
  await launchSupervisor(options.supervisorPath, place, {
    root,
    storageDir,
    trusted,
    detachGraceMs,
    ptyModules,
  });
  const formation = await attach(place);
  if (!formation) throw new Error("The formation's supervisor has ended. Start again.");
  return formation;
}

/** Undefined where no supervisor answers. One of another version, or one that is ending, is waited for to be gone. */
async function attach(place: Place): Promise<SupervisedFormation | undefined> {
  for (;;) {
    const endpoint = readEndpoint(place);
    if (!endpoint) return undefined;
    const answer = await RemoteFormation.open(endpoint);
    if (answer.outcome === 'open') return answer.formation;
    if (answer.outcome === 'nobody') return undefined;
    if (answer.reason === 'token') throw new Error("The formation's supervisor does not know this window.");
    if (answer.reason === 'protocol') await retire(endpoint);
    await answer.gone;
  }
}
