/** The port of the first process of the first process type, where nothing else is said. */
export const defaultBasePort = 5000;

export const highestPort = 65_535;

const portsPerType = 100;

/**
 * The port of a process by foreman's rule: a hundred for each process type before it in the Procfile, whether it
 * runs or not, and one for each instance. `undefined` above 65535.
 *
 * @param typeIndex counted from 0
 * @param instance counted from 1
 */
export function portOf(base: number, typeIndex: number, instance: number): number | undefined {
  const port = base + typeIndex * portsPerType + (instance - 1);
  return port <= highestPort ? port : undefined;
}
