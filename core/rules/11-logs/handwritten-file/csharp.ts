import type { Api } from '../../../rule';
import { isTrue, refersTo, write } from './write';

const apis: readonly Api[] = [
  write({
    calls: ['File.AppendAllText', 'System.IO.File.AppendAllText'],
    global: true,
    print: 'Console.Write',
  }),
  write({
    calls: ['AppendAllTextAsync', 'AppendAllLines', 'AppendAllLinesAsync', 'AppendText'].flatMap((name) => [
      `File.${name}`,
      `System.IO.File.${name}`,
    ]),
    global: true,
  }),
  write({ calls: ['StreamWriter', 'System.IO.StreamWriter'], global: true, when: isTrue(1) }),
  write({
    calls: ['FileStream', 'System.IO.FileStream'],
    global: true,
    when: refersTo(/(?:^|\.)FileMode\.Append$/),
  }),
];

export default apis;
