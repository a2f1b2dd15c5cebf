import type { EnvFile } from '../env/env-file';
import type { EnvMention } from '../env/mention';
import { mentionsOfEnv, mentionsOfEnvrc, mentionsOfProcfile } from '../env/mentions';
import { parseEnv } from '../env/parse';
import { parseProcfile } from '../procfile/parse';
import type { Procfile } from '../procfile/procfile';
import { isEnvFile, isEnvrc, isExampleEnvFile, isProcfile, sourceFormatsOf } from './app-files';

/** What of a file was read already. */
interface Known {
  readonly env?: EnvFile;
  readonly procfile?: Procfile;
}

/** Where an env file, a Procfile or direnv's file names environment variables; undefined for any other file. */
export function mentionsIn(path: string, text: string, known: Known = {}): EnvMention[] | undefined {
  if (isEnvFile(path)) return mentionsOfEnv(text, known.env ?? parseEnv(text), isExampleEnvFile(path));
  if (isProcfile(path)) return mentionsOfProcfile(known.procfile ?? parseProcfile(text));
  return isEnvrc(path) ? mentionsOfEnvrc(text) : undefined;
}

/** Where a file that is no code names environment variables, whatever its format. */
export function mentionsAround(path: string, text: string): EnvMention[] {
  const own = mentionsIn(path, text) ?? [];
  return [...own, ...sourceFormatsOf(path).flatMap((format) => format.read(path, text).env)];
}
