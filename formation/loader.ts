import type { Interpolation } from './interpolation';

/** The manifests that tell by which library an app reads its env files. */
export const loaderManifests = [
  'package.json',
  'requirements.txt',
  'pyproject.toml',
  'Pipfile',
  'Gemfile',
  'composer.json',
] as const;

/** What each library makes of `$NAME` in an env file; those that are not named leave it alone. */
const loaders: readonly (readonly [
  manifest: RegExp,
  interpolation: Interpolation,
  names: readonly string[],
])[] = [
  [/package\.json$/, 'all', ['dotenv-expand', '@dotenvx/dotenvx', 'next', 'vite', 'react-scripts', 'nuxt']],
  [/Gemfile$/, 'all', ['dotenv', 'dotenv-rails']],
  [/composer\.json$/, 'all', ['symfony/dotenv']],
  [/composer\.json$/, 'braces', ['vlucas/phpdotenv', 'laravel/framework']],
  [/(?:\.txt|pyproject\.toml|Pipfile)$/, 'braces', ['python-dotenv', 'pydantic-settings', 'environs']],
];

/** How the app's own loader reads env files, by its manifests (path and text). */
export function interpolationFor(manifests: Iterable<readonly [path: string, text: string]>): Interpolation {
  let found: Interpolation = 'none';
  for (const [path, text] of manifests) {
    for (const [manifest, interpolation, names] of loaders) {
      if (!manifest.test(path) || !names.some((name) => mentions(text, name))) continue;
      if (interpolation === 'all') return 'all';
      found = interpolation;
    }
  }
  return found;
}

/** Whether a manifest's text names the library, and not one whose name begins or ends with it. */
function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isNamePart(text[at - 1]) && !isNamePart(text[at + name.length])) return true;
  }
  return false;
}

function isNamePart(char: string | undefined): boolean {
  return char !== undefined && /[\w./@-]/.test(char);
}
