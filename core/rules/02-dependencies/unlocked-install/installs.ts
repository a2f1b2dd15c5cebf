import type { PackageManager } from '../../../lockfile';

/** An installation that may take other versions than the lockfile says, and the one that does not. */
export interface OpenInstall {
  readonly manager: PackageManager;
  /** The program and the words it is asked with; the last word of it is where the edit is made. */
  readonly program: RegExp;
  readonly verb: RegExp;
  /** Any of these options makes it keep to the lockfile, or makes it something else. */
  readonly keeps: RegExp;
  /** In place of the verb, or behind it. */
  readonly instead: { readonly verb: string } | { readonly option: string };
  /** In CI it keeps to the lockfile by itself, or is run to bring versions up to date. */
  readonly keepsInCi?: true;
}

export const INSTALLS: readonly OpenInstall[] = [
  {
    manager: 'npm',
    program: /^npm$/,
    verb: /^(?:install|i|in|add)$/,
    keeps: /^(?:-g|--global|--location=global|--no-save|--package-lock-only|--prefix|-C)$|^--prefix=/,
    instead: { verb: 'ci' },
  },
  {
    manager: 'yarn',
    program: /^(?:yarn|yarnpkg)$/,
    verb: /^(?:install)?$/,
    keeps: /^--(?:frozen-lockfile|immutable|pure-lockfile|mode|global|version|help)\b|^-[vh]$/,
    instead: { option: '--frozen-lockfile' },
  },
  {
    manager: 'pnpm',
    program: /^pnpm$/,
    verb: /^(?:install|i)$/,
    keeps: /^--(?:frozen-lockfile|offline|lockfile-only|global)\b|^-g$/,
    instead: { option: '--frozen-lockfile' },
    keepsInCi: true,
  },
  {
    manager: 'bun',
    program: /^bun$/,
    verb: /^(?:install|i)$/,
    keeps: /^--(?:frozen-lockfile|global)\b|^-g$/,
    instead: { option: '--frozen-lockfile' },
  },
  {
    manager: 'composer',
    program: /^composer(?:\.phar)?$/,
    verb: /^(?:update|u|upgrade)$/,
    keeps: /^--(?:lock|dry-run)\b/,
    instead: { verb: 'install' },
    keepsInCi: true,
  },
  {
    manager: 'pipenv',
    program: /^pipenv$/,
    verb: /^install$/,
    keeps: /^--(?:deploy|ignore-pipfile|requirements|skip-lock)\b|^-r$/,
    instead: { option: '--deploy' },
  },
  {
    manager: 'uv',
    program: /^uv$/,
    verb: /^sync$/,
    keeps: /^--(?:locked|frozen)\b/,
    instead: { option: '--locked' },
  },
  {
    manager: 'poetry',
    program: /^poetry$/,
    verb: /^update$/,
    keeps: /^--(?:lock|dry-run)\b/,
    instead: { verb: 'install' },
    keepsInCi: true,
  },
  {
    manager: 'bundle',
    program: /^bundle$/,
    verb: /^update$/,
    keeps: /^--(?:bundler|conservative)\b/,
    instead: { verb: 'install' },
    keepsInCi: true,
  },
];
