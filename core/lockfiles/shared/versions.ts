/** Collects the versions of packages, each once, in the order in which they stand. */
export class Versions {
  readonly all = new Map<string, string[]>();

  add(name: string, version: string): void {
    const known = this.all.get(name);
    if (!known) this.all.set(name, [version]);
    else if (!known.includes(version)) known.push(version);
  }
}

/** A JSON text as an object; an empty one where it is none. */
export function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
  } catch {
    return {};
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
