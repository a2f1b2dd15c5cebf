import type { AddEnvVarParams, NameEnvVarArguments } from '../core/protocol';

/** What is wrong with a name typed for an environment variable, or undefined. */
export function envVarNameProblem(name: string): string | undefined {
  if (name === '') return 'Type a name.';
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return undefined;
  return 'Use letters, digits and underscores; the first character is no digit.';
}

/** Commands can be run by anyone with anything: checks what arrived. */
export function isNameEnvVarArguments(value: unknown): value is NameEnvVarArguments {
  return (
    isObject(value) &&
    typeof value.uri === 'string' &&
    typeof value.name === 'string' &&
    isObject(value.range) &&
    isPosition(value.range.start) &&
    isPosition(value.range.end)
  );
}

export function isAddEnvVarParams(value: unknown): value is AddEnvVarParams {
  return (
    isObject(value) &&
    typeof value.name === 'string' &&
    envVarNameProblem(value.name) === undefined &&
    isObject(value.textDocument) &&
    typeof value.textDocument.uri === 'string'
  );
}

export function isPosition(value: unknown): boolean {
  return isObject(value) && Number.isInteger(value.line) && Number.isInteger(value.character);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
