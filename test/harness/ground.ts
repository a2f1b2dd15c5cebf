import type { Ground } from '../../core/facts/build-tree';

const PLACES = ['here', 'above', 'none'] as const;

/**
 * In memory, `.git/tracked` and `.git/exposed` list what git tracks and what every user may read, and `.git/repository`
 * says where the repository starts.
 */
export function memoryGround(files: ReadonlyMap<string, string>): Ground {
  const list = (name: string): Set<string> | undefined => {
    const text = files.get(`.git/${name}`);
    return text === undefined ? undefined : new Set(text.split('\n').filter((line) => line !== ''));
  };
  const repository = files.get('.git/repository')?.trim();
  return {
    tracked: list('tracked'),
    exposed: list('exposed') ?? new Set(),
    repository: PLACES.find((one) => one === repository),
  };
}
