import type { Ground } from '../../core/facts/build-app';

/** In memory, `.git/tracked` and `.git/exposed` list what git tracks and what every user may read. */
export function memoryGround(files: ReadonlyMap<string, string>): Ground {
  const list = (name: string): Set<string> | undefined => {
    const text = files.get(`.git/${name}`);
    return text === undefined ? undefined : new Set(text.split('\n').filter((line) => line !== ''));
  };
  return { tracked: list('tracked'), exposed: list('exposed') ?? new Set() };
}
