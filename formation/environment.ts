import { parse } from 'dotenv';
import { expandAll, type Interpolation } from './interpolation';

export interface EnvironmentInput {
  /** The texts of the env files in order; a later file wins over an earlier one. */
  readonly envTexts: readonly string[];
  readonly shellEnv: Readonly<Record<string, string | undefined>>;
  /** True where the shell wins over the env files; as with foreman, they win if left out. */
  readonly shellWins?: boolean | undefined;
  /** What `$NAME` in an env file means; nothing, as with `dotenv`, if left out. */
  readonly interpolation?: Interpolation | undefined;
}

/** The variables that all processes have in common. */
export function environmentOf(input: EnvironmentInput): Map<string, string> {
  const shell = new Map<string, string>();
  for (const [name, value] of Object.entries(input.shellEnv)) {
    if (value !== undefined) shell.set(name, value);
  }
  const files = valuesOf(input, shell);
  return input.shellWins ? new Map([...files, ...shell]) : new Map([...shell, ...files]);
}

function valuesOf(input: EnvironmentInput, shell: ReadonlyMap<string, string>): Map<string, string> {
  const { envTexts, interpolation = 'none', shellWins = false } = input;
  if (interpolation !== 'none') return expandAll(envTexts, shell, { interpolation, shellWins });
  const values = new Map<string, string>();
  for (const text of envTexts) {
    for (const [name, value] of Object.entries(parse(text))) values.set(name, value);
  }
  return values;
}
