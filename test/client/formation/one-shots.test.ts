import assert from 'node:assert/strict';
import { pendingOneShots, runToEnd } from '../../../client/formation/one-shots';
import { FormationSession } from '../../../client/formation/session';
import { MemoryWorld, processState } from '../../harness/session-world';

const exited = (code: number) => ({ status: 'exited', exit: { code, signal: undefined } }) as const;

async function opened() {
  const world = new MemoryWorld({ Procfile: 'web: serve\nrelease: migrate\n' });
  const session = new FormationSession(world);
  await session.refresh();
  return { session, engine: world.engine };
}

describe('process types that run once', () => {
  it('are offered until they have ended well', async () => {
    const { session, engine } = await opened();
    const pending = async (...processes: ReturnType<typeof processState>[]) => {
      engine.processes = processes;
      await session.attach();
      engine.tell();
      return pendingOneShots(session.view());
    };
    assert.deepEqual(pendingOneShots(session.view()), ['release']);
    assert.deepEqual(await pending(processState('release.1', exited(1))), ['release']);
    assert.deepEqual(await pending(processState('release.1', { ...exited(0), stopped: true })), ['release']);
    assert.deepEqual(await pending(processState('release.1', exited(0))), []);
  });

  it('are run to their end, whatever state an earlier run has left', async () => {
    const { session, engine } = await opened();
    engine.processes = [processState('release.1', { ...exited(0), startedAt: 1 })];
    await session.attach();
    const end = runToEnd(session, { formation: session.key, type: 'release', id: 'release.1' });
    await session.engine();
    const orders = () => engine.orders.filter((order) => order.startsWith('start'));
    while (orders().length === 0) await Promise.resolve();
    assert.deepEqual(orders(), ['start release.1']);
    engine.processes = [processState('release.1', { ...exited(3), startedAt: 2 })];
    engine.tell();
    assert.equal((await end).exit?.code, 3);
  });

  it('are not waited for where they cannot be started', async () => {
    const world = new MemoryWorld({ Procfile: 'release: a\nrelease: b\n' });
    const session = new FormationSession(world);
    await assert.rejects(
      runToEnd(session, { formation: session.key, type: 'release', id: 'release.1' }),
      /two process types/,
    );
  });
});
