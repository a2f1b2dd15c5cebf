/** The names under which functions of Node's `fs` are called. */
export function fs(...names: readonly string[]): string[] {
  return names.flatMap((name) => [
    `fs.${name}`,
    `fs.promises.${name}`,
    `fs/promises.${name}`,
    `fs-extra.${name}`,
  ]);
}
