import { importEdit } from '../../../languages/shared/python-edits';
import type { FileEdit, Fixer } from '../../../rule';

/** Sends the log to stdout with the library's own console sink. */
export const toStdout: Fixer = (finding, text) => {
  const { range, path, breach } = finding;
  const title = 'Log to stdout';
  switch (breach.repair?.to) {
    case 'winston': {
      const callee = text.slice(range.start, range.start + Number(breach.repair.calleeEnd));
      return [
        {
          title,
          kind: 'suggestion',
          edits: [{ path, range, newText: `${callee.replace(/\w+$/, '')}Console()` }],
        },
      ];
    }
    case 'python':
      return [
        {
          title,
          kind: 'suggestion',
          edits: [
            { path, range, newText: 'logging.StreamHandler(sys.stdout)' },
            ...imports(path, text, ['logging', 'sys']),
          ],
        },
      ];
    case 'stream': {
      const before = text.slice(0, range.start);
      const keyword = /filename[ \t]*=[ \t]*$/.exec(before.slice(-40))?.[0].length;
      if (keyword === undefined) return [];
      const start = range.start - keyword;
      return [
        {
          title,
          kind: 'suggestion',
          edits: [
            { path, range: { start, end: range.end }, newText: 'stream=sys.stdout' },
            ...imports(path, text, ['sys']),
          ],
        },
      ];
    }
    default:
      return [];
  }
};

function imports(path: string, text: string, modules: readonly string[]): FileEdit[] {
  return modules.flatMap((module) => {
    const edit = importEdit(text, module);
    return edit ? [{ path, ...edit }] : [];
  });
}
