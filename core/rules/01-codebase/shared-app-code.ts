import type { App } from '../../app';
import type { Import } from '../../facts/fact';
import { folderOf, resolvePath } from '../../manifests/shared/paths';
import { type Breach, defineRule, notAppCode } from '../../rule';
import { siblingOf } from './shared/units';
import { addedFolders } from './shared-app-code/calls';

export default defineRule({
  id: 'codebase/shared-app-code',
  title: 'Code of another app',
  severity: 'information',
  message:
    'This takes code from {other}, which is an app of its own: neither can be deployed or changed without the other. Move what they share into a library that both declare.',
  skip: notAppCode,
  imports: {
    suspects: (imported, file, app) => otherApp(imported, file.path, app) !== undefined,
    breach: ({ import: imported, enclosure }, file, app) => {
      const other = enclosure.typeOnly ? undefined : otherApp(imported, file.path, app);
      return other === undefined ? undefined : { range: imported.range, words: { other }, once: other };
    },
  },
  calls: addedFolders,
  appFiles: (path, app) => {
    const manifest = app.manifests.find((one) => one.path === path);
    if (manifest?.format === 'go-work' || manifest?.format === 'csproj') return [];
    return (manifest?.locals ?? []).flatMap(({ path: local, range }): Breach[] => {
      const target = resolvePath(path, local);
      const other = target === undefined ? undefined : siblingOf(`${target}/x`, app);
      return other === undefined || other !== target ? [] : [{ range, words: { other } }];
    });
  },
  notFor: {
    java: 'Modules name one another in the build file, not by their paths.',
    go: 'Modules name one another in go.mod, not by their paths.',
    csharp: 'Projects name one another in the project file, and a solution is one codebase.',
    rust: 'Crates name one another in Cargo.toml.',
    shell: 'Scripts call programs, not code.',
  },
});

/** The folder of the app that a relative import leads into. */
function otherApp({ module, typeOnly }: Import, path: string, app: App): string | undefined {
  if (typeOnly || !/^\.{1,2}\//.test(module)) return undefined;
  const target = resolvePath(path, module);
  return target === undefined || folderOf(target) === folderOf(path) ? undefined : siblingOf(target, app);
}
