import type { App } from '../../../app';
import { isProcfile } from '../../../facts/app-files';
import { classOfPath } from '../../../file-class';
import type { Breach } from '../../../rule';
import { type Line, linesOfProcfile } from './lines';

/** Fixtures of tests are broken on purpose, even where they are an app of their own. */
export function isFixture(path: string): boolean {
  return ['test', 'vendored', 'generated'].includes(classOfPath(path));
}

/** Judges the lines of a Procfile one after another, each with all of them. */
export function eachLine(
  judge: (line: Line, text: string, lines: readonly Line[]) => Breach | undefined,
): (path: string, app: App) => readonly Breach[] {
  return (path, app) => {
    const text = isProcfile(path) && !isFixture(path) ? app.tree.appFiles.get(path)?.text : undefined;
    if (text === undefined) return [];
    const lines = linesOfProcfile(text);
    return lines.flatMap((line) => judge(line, text, lines) ?? []);
  };
}
