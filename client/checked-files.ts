/** Which files the language server is told of: by language id where open, by pattern on disk. */

export const languageIds = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'procfile',
  'dotenv',
];

export const sourcePattern = '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,py}';

/** Files that may open under another extension's language id, or under none. */
export const configPatterns = [
  '**/.env*',
  '**/Procfile*',
  '**/{package.json,pyproject.toml,Pipfile,setup.py,requirements*.txt}',
  '**/{Dockerfile*,.gitignore}',
];

export const schemes = ['file', 'untitled', 'vscode-vfs'];

const source = /\.(?:[cm]?[jt]s|[jt]sx|py)$/;
const config =
  /^(?:\.env.*|Procfile.*|package\.json|pyproject\.toml|Pipfile|setup\.py|requirements.*\.txt|Dockerfile.*|\.gitignore)$/;

/** The same judgement for a path alone, where no document is loaded that a language id could be asked of. */
export function isChecked(scheme: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return schemes.includes(scheme) && (source.test(name) || config.test(name));
}
