import type { Node, Tree } from 'web-tree-sitter';
import { parseCommand } from '../../core/procfile/command';
import { everySimple } from '../../core/procfile/procfile';

/** What the grammar reads as a simple command. */
const COMMANDS = new Set(['command', 'declaration_command', 'unset_command', 'test_command']);
/** Words that the parser gives as a command's first, and that the grammar takes for the head of a block. */
const HEADS = new Set(['for', 'select', 'case', 'function']);
const ASSIGNMENT = 'variable_assignment';

/** A list of assignments hides from the grammar that its line has ended, so that it takes these for programs. */
const RESERVED = new Set('then elif else fi do done esac } {'.split(' '));

/**
 * Each command as `place: program`, with all that stands in a substitution; undefined where the grammar is lost. It looks
 * into some here-documents and into others not, which are left out.
 */
export function commandsOfTree(
  tree: Tree,
): { names: string[]; isLeftOut: (at: number) => boolean } | undefined {
  if (tree.rootNode.hasError) return undefined;
  const found: { start: number; end: number; text: string }[] = [];
  const documents = tree.rootNode.descendantsOfType('heredoc_body');
  const isLeftOut = (at: number): boolean =>
    documents.some((one) => one !== null && one.startIndex <= at && at < one.endIndex);
  const look = (node: Node): void => {
    if (COMMANDS.has(node.type)) {
      const program = node.children.find((child) => child && child.type !== ASSIGNMENT && !isRedirect(child));
      if (program && !program.text.startsWith('(('))
        found.push({ start: program.startIndex, end: program.endIndex, text: program.text });
    }
    for (const child of node.namedChildren) if (child) look(child);
  };
  look(tree.rootNode);
  if (found.some(({ text }) => RESERVED.has(text))) return undefined;
  const names = found
    .filter(({ start }) => !isLeftOut(start))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => `${start}-${end}: ${text}`);
  return { names, isLeftOut };
}

function isRedirect({ type }: Node): boolean {
  return type.endsWith('_redirect');
}

/** The same by the parser of the project. */
export function commandsOfParser(text: string, isLeftOut: (at: number) => boolean): string[] {
  return everySimple(parseCommand(text))
    .flatMap(({ words: [program] }) => (program && !HEADS.has(program.text) ? [program.range] : []))
    .filter(({ start }) => !isLeftOut(start))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => `${start}-${end}: ${text.slice(start, end)}`);
}
