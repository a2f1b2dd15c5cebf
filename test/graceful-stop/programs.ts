import type { Files } from '../harness/temp-folder';
import { go } from './programs/go';
import { java } from './programs/java';
import { javascript } from './programs/javascript';
import { php } from './programs/php';
import { python } from './programs/python';
import { ruby } from './programs/ruby';
import { rust } from './programs/rust';
import type { Sample } from './sample';

export const samples: readonly Sample[] = [
  ...javascript,
  ...python,
  ...ruby,
  ...php,
  ...java,
  ...go,
  ...rust,
];

export const filesOf = ({ files }: Sample, path: string, text: string): Files => ({ ...files, [path]: text });
