import type { App } from '../../../app';
import { runnerOf } from '../../../entry/runners';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import { programOf } from '../../../procfile/program';
import type { Breach, Finding, Fix } from '../../../rule';
import { eolOf } from '../../../text';
import { isMigration } from '../shared/migrations';

const STARTS =
  /^(?:node|npm|yarn|pnpm|bun|deno|java|dotnet|php|php-fpm[\d.]*|python[\d.]*|ruby|nginx|supervisord|concurrently|npm-run-all|run-p|honcho|foreman|tsx|ts-node|rails|next)$/;

/** Migrations that a process's command runs before it starts the process itself. */
export function chained({ command, role, processType, path }: RoleCommand, app: App): Breach[] {
  if (role !== 'run' || /\bdev|\blocal|\btest/i.test(path)) return [];
  const { simple } = command;
  return simple.flatMap((one, at): Breach[] => {
    const rest = simple.slice(at + 1).filter((later) => !isMigration(later));
    if (!isMigration(one) || !rest.some(starts)) return [];
    const next = simple[at + 1];
    const isProcfile = processType !== undefined && app.procfiles.some((file) => file.path === path);
    const breach = { range: one.range, words: { what: 'The migration' } };
    // Only `a && b` and `a; b` may lose their first part.
    if (!isProcfile || !next || !/^(?:&&|;)$/.test(one.operator ?? '')) return [breach];
    return [{ ...breach, repair: { move: true, start: one.range.start, end: next.range.start } }];
  });
}

function starts(simple: SimpleCommand): boolean {
  const program = programOf(simple);
  if (!program) return false;
  return (
    runnerOf(program) !== undefined ||
    STARTS.test(program.name) ||
    program.word.text.startsWith('$') ||
    program.word.text.startsWith('./')
  );
}

/** Moves a migration out of a process type into `release:`, which a platform runs once for each release. */
export function toRelease({ path, breach, range }: Finding, text: string, app: App): Fix[] {
  const { move, start, end } = breach.repair ?? {};
  if (move !== true || typeof start !== 'number' || typeof end !== 'number') return [];
  const processes = app.procfiles.find((one) => one.path === path)?.file.processes;
  if (!processes) return [];
  const migration = text.slice(range.start, range.end);
  const removed = { path, range: { start, end }, newText: '' };
  const release = processes.find(({ name }) => name === 'release');
  if (!release) {
    const eol = eolOf(text);
    const line =
      text === '' || text.endsWith('\n') ? `release: ${migration}${eol}` : `${eol}release: ${migration}`;
    const added = { path, range: { start: text.length, end: text.length }, newText: line };
    return [
      {
        title: 'Move the migration to the release process type',
        kind: 'suggestion',
        edits: [removed, added],
      },
    ];
  }
  const isThere = release.command.text.includes(migration);
  const at = release.command.range.end;
  const added = { path, range: { start: at, end: at }, newText: ` && ${migration}` };
  return [
    {
      title: isThere
        ? 'Leave the migration to the release process type'
        : 'Move the migration to the release process type',
      kind: 'suggestion',
      edits: isThere ? [removed] : [removed, added],
    },
  ];
}
