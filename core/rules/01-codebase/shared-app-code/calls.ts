import type { Value } from '../../../facts/fact';
import { argumentAt, literalStart, textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import { resolvePath } from '../../../manifests/shared/paths';
import type { Api } from '../../../rule';
import { siblingOf } from '../shared/units';

/** Functions that add a folder to those where modules are looked for; `index` is the folder's argument. */
function adds(calls: readonly string[], index = 0): Api {
  return {
    calls,
    breach: ({ args, range }, { path }, app) => {
      const folder = folderIn(argumentAt(args, index));
      const target = folder === undefined ? undefined : resolvePath(path, folder);
      const other = target === undefined ? undefined : siblingOf(`${target}/x`, app);
      return other === undefined ? undefined : { range, words: { other } };
    },
  };
}

/** `'../other'`, also where it is joined to the folder of the file: `os.path.join(os.path.dirname(__file__), '../other')`. */
function folderIn(value: Value | undefined): string | undefined {
  if (value?.kind === 'call')
    return value.args.map((one) => folderIn(one.value)).find((folder) => folder !== undefined);
  const text = value && (textOf(value) === literalStart(value) ? textOf(value) : undefined);
  return text !== undefined && /^\.\.\//.test(text) ? text : undefined;
}

export const addedFolders: Partial<Record<Family, readonly Api[]>> = {
  javascript: [adds(['app-module-path.addPath', 'module-alias.addPath'])],
  python: [adds(['sys.path.append', 'site.addsitedir']), adds(['sys.path.insert'], 1)],
  ruby: [adds(['$LOAD_PATH.unshift', '$LOAD_PATH.push', '$:.unshift', '$:.push'])],
  php: [{ ...adds(['set_include_path']), global: true }],
};
