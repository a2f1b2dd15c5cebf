import type { Fixer } from '../../../rule';

/** The place that only repeats the port takes the one that counts. */
export const toCodePort: Fixer = ({ breach, path, range }, text) => {
  const port = breach.repair?.port;
  if (typeof port !== 'number' || !/^\d+$/.test(text.slice(range.start, range.end))) return [];
  return [{ title: `Use port ${port}`, kind: 'suggestion', edits: [{ path, range, newText: String(port) }] }];
};
