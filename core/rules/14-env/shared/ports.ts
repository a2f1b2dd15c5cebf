import type { EnvEntry } from '../../../env/env-file';
import type { Breach } from '../../../rule';
import { type EnvText, writtenValue } from './files';

/** What stands for a port without being one: references, addresses, several ports, sockets, names of pipes. */
const OTHER = /[$<>{}[\]:/,\\|]|^$|^(?:null|none|false|auto|random)$/i;
const LARGEST_PORT = 65_535;

/** A `PORT` that is no number. The loudest where a server will read it. */
export function portThatIsNone(entry: EnvEntry, file: EnvText): Breach | undefined {
  const { name, valueRange } = entry;
  if (file.source.example || !/(?:^|_)PORT$/.test(name)) return undefined;
  const value = writtenValue(entry, file).replace(/^(["'`])(.*)\1$/, '$2');
  const isPort = /^\d{1,5}$/.test(value) && Number(value) <= LARGEST_PORT;
  if (isPort || OTHER.test(value.trim()) || (name !== 'PORT' && !/^\d+$/.test(value) && !/^\w+$/.test(value)))
    return undefined;
  return {
    range: valueRange,
    words: { name },
    ...(name === 'PORT' ? { severity: 'warning' } : {}),
  };
}
