import assert from 'node:assert/strict';
import { Lifetime } from '../../formation/supervisor/lifetime';
import { FakeClock } from '../harness/formation-world';

function stage(live = true) {
  const clock = new FakeClock();
  const formation = {
    live,
    stops: 0,
    stop: async () => {
      formation.stops += 1;
    },
  };
  const seen = { ended: false };
  const lifetime = new Lifetime(formation, clock, 60_000, () => {
    seen.ended = true;
  });
  /** Lets what was promised happen. */
  const ended = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return seen.ended;
  };
  return { clock, formation, lifetime, ended };
}

describe('Lifetime', () => {
  it('waits a while for the first window', async () => {
    const { clock, ended } = stage(false);
    clock.advance(14_999);
    assert.equal(await ended(), false);
    clock.advance(1);
    assert.equal(await ended(), true);
  });

  it('lasts as long as a window is there', async () => {
    const { clock, lifetime, formation, ended } = stage(false);
    lifetime.join();
    lifetime.join();
    lifetime.leave();
    formation.live = false;
    lifetime.changed();
    clock.advance(1e9);
    assert.equal(await ended(), false);
  });

  it('ends at once when the last window leaves and nothing runs', async () => {
    const { lifetime, ended } = stage(false);
    lifetime.join();
    lifetime.leave();
    assert.equal(await ended(), true);
  });

  it('stops what runs once the grace is over', async () => {
    const { clock, lifetime, formation, ended } = stage();
    lifetime.join();
    lifetime.leave();
    clock.advance(59_999);
    assert.equal(formation.stops, 0);
    clock.advance(1);
    assert.equal(formation.stops, 1);
    assert.equal(await ended(), true);
  });

  it('goes on when a window comes back in time', async () => {
    const { clock, lifetime, formation, ended } = stage();
    lifetime.join();
    lifetime.leave();
    clock.advance(59_999);
    lifetime.join();
    clock.advance(1e9);
    assert.equal(formation.stops, 0);
    lifetime.leave();
    clock.advance(59_999);
    assert.equal(await ended(), false);
    clock.advance(1);
    assert.equal(await ended(), true);
  });

  it('ends early when all has ended by itself while no window is there', async () => {
    const { lifetime, formation, ended } = stage();
    lifetime.join();
    lifetime.leave();
    lifetime.changed();
    assert.equal(await ended(), false);
    formation.live = false;
    lifetime.changed();
    assert.equal(await ended(), true);
  });

  it('stops once, however often it is retired', async () => {
    const { lifetime, formation, clock } = stage();
    lifetime.join();
    lifetime.retire();
    lifetime.retire();
    lifetime.leave();
    clock.advance(1e9);
    assert.deepEqual([formation.stops, lifetime.ending, clock.timers], [1, true, 0]);
  });
});
