import type { App } from '../../app';
import type { ProcessType, Procfile } from '../../procfile/procfile';
import { programOf } from '../../procfile/program';
import type { Breach, Finding, Fix } from '../../rule';
import { eolOf } from '../../text';

/** The Procfile of an app that platforms read; those for development are another matter. */
export function mainProcfile(app: App): { readonly path: string; readonly file: Procfile } | undefined {
  return app.procfiles.find(({ path }) => path.slice(path.lastIndexOf('/') + 1) === 'Procfile');
}

/** A breach at the name of the first process type that a further line would end. */
export function missingLine(at: ProcessType, type: string, command: string, words: Breach['words']): Breach {
  return {
    range: at.nameRange,
    ...(words ? { words } : {}),
    repair: { line: `${type}: ${isolated(command, at)}` },
  };
}

/** The command behind the isolation tool that another process type uses: `poetry run`, `bundle exec`. */
function isolated(command: string, { command: other }: ProcessType): string {
  const [first] = other.simple;
  const program = first && programOf(first);
  const begin = first?.words[0];
  if (!program || !begin) return command;
  const prefix = other.text.slice(
    begin.range.start - other.range.start,
    program.word.range.start - other.range.start,
  );
  const tool = /^(?:exec )?((?:poetry|pipenv|uv|pdm|hatch) run |bundle exec )/.exec(prefix)?.[1];
  return tool === undefined || command.startsWith(tool) ? command : `${tool}${command}`;
}

export function addLine({ path, breach }: Finding, text: string): Fix[] {
  const line = breach.repair?.line;
  if (typeof line !== 'string') return [];
  const eol = eolOf(text);
  const newText = text === '' || text.endsWith('\n') ? `${line}${eol}` : `${eol}${line}`;
  const range = { start: text.length, end: text.length };
  return [{ title: `Add “${line}”`, kind: 'suggestion', edits: [{ path, range, newText }] }];
}
