import type { Launch, Runtime, Way } from './launch';

interface Debugger {
  /** The runtime as a sentence names it. */
  readonly runtime: string;
  readonly extension: { readonly name: string; readonly id: string };
}

const debuggers: Readonly<Record<Runtime, Debugger>> = {
  node: { runtime: 'Node.js', extension: { name: 'JavaScript Debugger', id: 'ms-vscode.js-debug' } },
  python: { runtime: 'Python', extension: { name: 'Python Debugger', id: 'ms-python.debugpy' } },
  ruby: { runtime: 'Ruby', extension: { name: 'VSCode rdbg Ruby Debugger', id: 'KoichiSasada.vscode-rdbg' } },
  go: { runtime: 'Go', extension: { name: 'Go', id: 'golang.go' } },
  php: { runtime: 'PHP', extension: { name: 'PHP Debug', id: 'xdebug.php-debug' } },
  java: { runtime: 'Java', extension: { name: 'Debugger for Java', id: 'vscjava.vscode-java-debug' } },
  dotnet: { runtime: '.NET', extension: { name: 'C#', id: 'ms-dotnettools.csharp' } },
  rust: { runtime: 'Rust', extension: { name: 'CodeLLDB', id: 'vadimcn.vscode-lldb' } },
};
/** Debuggers that are not the first choice of their runtime. */
const others: ReadonlyMap<string, Debugger['extension']> = new Map([
  ['bun', { name: 'Bun for Visual Studio Code', id: 'oven.bun-vscode' }],
]);

/** What is missing, and where it is to be had. */
export interface MissingDebugger {
  readonly message: string;
  /** The extension's identifier. */
  readonly extension: string;
}

/** The first way whose debugger is installed, or what to install. */
export function wayFor({ runtime, ways }: Launch, installed: ReadonlySet<string>): Way | MissingDebugger {
  const way = ways.find(({ type }) => installed.has(type));
  if (way) return way;
  const known = debuggers[runtime];
  const { name, id } = others.get(ways[0]?.type ?? '') ?? known.extension;
  return { message: `To debug ${known.runtime}, install the extension “${name}” (${id}).`, extension: id };
}
