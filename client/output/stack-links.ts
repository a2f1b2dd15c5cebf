import {
  type ExtensionContext,
  Position,
  Range,
  RelativePattern,
  type Terminal,
  type TerminalLink,
  type TerminalLinkProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type StackPlace, stackPlaces } from './stack-lines';

interface StackLink extends TerminalLink {
  readonly file: Uri;
  readonly place: StackPlace;
}

const ignored = '**/{node_modules,.git,target,build,dist,out}/**';

/** Makes the stack lines in the terminals of an app lead to their files. */
class StackLinks implements TerminalLinkProvider<StackLink> {
  readonly #rootOf: (terminal: Terminal) => Uri | undefined;

  constructor(rootOf: (terminal: Terminal) => Uri | undefined) {
    this.#rootOf = rootOf;
  }

  async provideTerminalLinks({ line, terminal }: { line: string; terminal: Terminal }): Promise<StackLink[]> {
    const root = this.#rootOf(terminal);
    if (!root) return [];
    const links = stackPlaces(line).map(async (place): Promise<StackLink[]> => {
      const file = await fileOf(root, place);
      if (!file) return [];
      return [{ startIndex: place.start, length: place.length, tooltip: 'Open file', file, place }];
    });
    return (await Promise.all(links)).flat();
  }

  async handleTerminalLink({ file, place }: StackLink): Promise<void> {
    await open(file, place);
  }
}

/** @param rootOf gives the folder of the app that a terminal shows; undefined for the terminals of others */
export function provideStackLinks(
  context: ExtensionContext,
  rootOf: (terminal: Terminal) => Uri | undefined,
): void {
  context.subscriptions.push(window.registerTerminalLinkProvider(new StackLinks(rootOf)));
}

/** Only files that are there are linked. */
async function fileOf(root: Uri, { path, isTail }: StackPlace): Promise<Uri | undefined> {
  if (isTail) {
    const [found] = await workspace.findFiles(new RelativePattern(root, `**/${path}`), ignored, 1);
    return found;
  }
  const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
  const file = absolute
    ? root.with({ path: Uri.file(path).path })
    : Uri.joinPath(root, path.replaceAll('\\', '/'));
  return workspace.fs.stat(file).then(
    () => file,
    () => undefined,
  );
}

async function open(file: Uri, { line, column = 1 }: StackPlace): Promise<void> {
  const at = new Position(line - 1, column - 1);
  await window.showTextDocument(file, { selection: new Range(at, at) });
}
