import { parse } from 'jsonc-parser';
import type { AppFile } from '../app';
import { reading } from '../formats/reading';

/** How a TypeScript or JavaScript project file lets imports name files of the tree. */
export interface ImportPaths {
  /** Patterns such as `@app/*` or `config`. */
  readonly aliases: readonly string[];
  /** Folders, relative to the workspace folder, below which a bare specifier may be a file. */
  readonly baseFolders: readonly string[];
  /** The project files that it goes on from, relative to the workspace folder; packages are left out. */
  readonly extended: readonly string[];
}

/** Reads `paths` and `baseUrl` of tsconfig and jsconfig files; what cannot be read says nothing. */
export function readImportPaths(file: AppFile): ImportPaths {
  const read = reading(() => parse(file.text) as unknown);
  const config = 'value' in read ? read.value : undefined;
  const options = member(config, 'compilerOptions');
  const paths = member(options, 'paths');
  const baseUrl = member(options, 'baseUrl');
  const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
  return {
    aliases:
      typeof paths === 'object' && paths !== null ? Object.keys(paths).filter((alias) => alias !== '*') : [],
    baseFolders: typeof baseUrl === 'string' ? [resolve(folder, baseUrl)] : [],
    extended: [member(config, 'extends')].flat().flatMap((one) => {
      if (typeof one !== 'string' || !/^\.{1,2}(?:\/|$)/.test(one)) return [];
      const path = resolve(folder, one);
      return [path.endsWith('.json') ? path : `${path}.json`];
    }),
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

/** `resolve('web', './src')` is `web/src`; steps above the workspace folder are dropped. */
function resolve(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
