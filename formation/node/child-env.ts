/** Set in each process of the app, so that it is found wherever it went; its value is `<run>.<number of the start>`. */
export const runVariable = 'TWELVE_FACTOR_RUN';

/** A child sees a pipe, not a terminal, and would hold its output back or drop its colours. */
const liveOutput: readonly (readonly [name: string, value: string])[] = [
  ['PYTHONUNBUFFERED', '1'],
  ['FORCE_COLOR', '1'],
  ['CLICOLOR_FORCE', '1'],
];

/** What a child on a terminal of ours must know of it. */
const ofTerminal: readonly (readonly [name: string, value: string])[] = [
  ['TERM', 'xterm-256color'],
  ['COLORTERM', 'truecolor'],
];

/** Variables of the editor that would change how a child behaves. */
const ofTheEditor = /^(?:VSCODE_|ELECTRON_)/;

/**
 * The environment of a child: that of its spec without the editor's own variables, with what keeps its output live
 * on a pipe, or with the name of its terminal, and with its mark. Names that no environment can hold are left out.
 */
export function childEnv(
  env: Readonly<Record<string, string>>,
  mark: string,
  terminal = false,
): Record<string, string> {
  const kept = Object.entries(withoutEditor(env));
  const names = new Set(kept.map(([name]) => name));
  const plain = names.has('NO_COLOR') ? liveOutput.filter(([name]) => !/COLOR/.test(name)) : liveOutput;
  const added = terminal ? [] : plain.filter(([name]) => !names.has(name));
  return Object.fromEntries([...kept, ...added, ...(terminal ? ofTerminal : []), [runVariable, mark]]);
}

/** The same without the editor's own variables and names that no environment can hold. */
export function withoutEditor(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheEditor.test(name) && isName(name)));
}

function isName(name: string): boolean {
  return name !== '' && !/[=\0]/.test(name);
}
