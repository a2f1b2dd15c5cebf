import assert from 'node:assert/strict';
import { titled } from '../../client/lens-titles';

const lens = (command: string, key: string) => ({ command: { title: 'x', command, arguments: [key] } });

describe('titles of code lenses', () => {
  it('tell how many instances run, where that is known', () => {
    const scale = 'twelveFactor.process.scaleTo';
    const lenses = [
      lens(scale, 'a#web'),
      lens(scale, 'a#worker'),
      lens(scale, 'b#web'),
      lens('other', 'a#web'),
    ];
    const counts: Record<string, number> = { 'a#web': 1, 'a#worker': 3 };
    const titles = titled(lenses, (key) => counts[key]).map(({ command }) => command.title);
    assert.deepEqual(titles, ['1 instance', '3 instances', 'x', 'x']);
  });
});
