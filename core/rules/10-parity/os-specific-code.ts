import type { App } from '../../app';
import type { Import } from '../../facts/fact';
import { perTree } from '../../facts/per-tree';
import { type Breach, defineRule, type FileView, notAppCode, notServices } from '../../rule';

/** An absolute path of Windows, or one below a home of macOS; those of Linux may be what an image has. */
const PATHS = /^(?:[A-Za-z]:[\\/]{1,2}[\w .-]+(?:[\\/]|$)|\/Users\/(?!Shared\b)[\w.-]+\/)/;
/** Modules that only Windows has. */
const OF_WINDOWS =
  /^(?:winreg|_winreg|msvcrt|winsound|win32api|win32con|win32gui|win32com(?:\.client)?|pywin32|wmi|Microsoft\.Win32|windows-registry|winreg-sys|node-windows|win32ole|golang\.org\/x\/sys\/windows(?:\/registry)?|syscall\/windows|winapi|windows(?:::.*)?)$/;
/** Files that are there for Windows, beside others for other systems. */
const FOR_WINDOWS = /(?:^|[/._-])win(?:dows|32|64)?(?:[/.]|$)/i;
const EXTENSIONS = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.json',
  '.vue',
  '.svelte',
  '/index.ts',
  '/index.js',
];

/** Each file of the tree by its path in small letters. */
const inSmallLetters = perTree((tree) => new Map([...tree.paths].map((path) => [path.toLowerCase(), path])));

/** `./Cart` where the file is `cart.js`: found on disks that do not tell letters by case, and on no other. */
function otherCase(imported: Import, { path, family }: FileView, { tree }: App): string | undefined {
  const { module } = imported;
  if (family !== 'javascript' || !/^\.{1,2}\//.test(module)) return undefined;
  const parts = path.split('/').slice(0, -1);
  for (const part of module.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const wanted = parts.join('/');
  const stems = [wanted, wanted.replace(/\.[cm]?js$/, '')];
  const all = stems.flatMap((stem) => EXTENSIONS.map((extension) => stem + extension));
  if (all.some((one) => tree.paths.has(one))) return undefined;
  const there = inSmallLetters(tree);
  return all.map((one) => there.get(one.toLowerCase())).find((one) => one !== undefined);
}

function breachOf(imported: Import, file: FileView, app: App): Breach | undefined {
  const there = otherCase(imported, file, app);
  if (there !== undefined)
    return {
      range: imported.range,
      words: {
        what: `The file is ${there}`,
        advice: 'Write the import with the same letters: Linux tells them apart.',
      },
    };
  return OF_WINDOWS.test(imported.module) && !FOR_WINDOWS.test(file.path)
    ? {
        range: imported.range,
        words: {
          what: `Only Windows has ${imported.module}`,
          advice: 'Keep it out of code that is deployed.',
        },
      }
    : undefined;
}

export default defineRule({
  id: 'parity/os-specific-code',
  title: 'Code that runs on one system only',
  severity: 'hint',
  message: '{what}, so this works on some machines and not where the app is deployed. {advice}',
  skip: notAppCode,
  skipApps: notServices,
  strings: {
    containing: [':\\', '/Users/'],
    breach: ({ value, fallback, enclosure }) => {
      // A condition chose it, as a rule by the system.
      if (fallback || enclosure.inBranch || !PATHS.test(value.text)) return undefined;
      const advice = 'Build the path from one that the environment gives.';
      return { range: value.range, words: { what: 'This path is that of one machine', advice } };
    },
  },
  imports: {
    suspects: (imported, file, app) => app.complete && breachOf(imported, file, app) !== undefined,
    breach: (fact, file, app) => breachOf(fact.import, file, app),
  },
});
