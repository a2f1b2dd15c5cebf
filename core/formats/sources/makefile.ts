import type { Range } from '../../text';
import { type CommandRole, type RoleCommand, roleOfScript } from '../commands';
import { linesOf } from '../entries/shared/lines';
import { defineSource } from '../source';
import { recipeCommand } from './shared/make-text';

const TARGET = /^([\w./%$(){} -]{1,200}?)[ \t]*:(?![=:])/;
const DEPLOYS = /deploy|release|publish|rollout|promote|rollback/i;
/** What a developer types; only a deploy's name tells more. */
const LOCAL: ReadonlySet<CommandRole | undefined> = new Set(['run', undefined]);

/** Makefiles: each line of a recipe is a shell command of its own. */
export default defineSource({
  id: 'makefile',
  files: /(?:^|\/)(?:GNU)?[Mm]akefile(?:\.[\w-]+)?$|\.mk$/,
  read(path, text) {
    const commands: RoleCommand[] = [];
    let target: string | undefined;
    let open: Range | undefined;
    for (const line of linesOf(text)) {
      const written = text.slice(line.start, line.end);
      const isContinued = /\\\s*$/.test(written);
      if (open) open = { start: open.start, end: line.end };
      else if (target !== undefined && written.startsWith('\t')) open = line;
      else if (written.trim() !== '' && !written.startsWith('#')) target = TARGET.exec(written)?.[1];
      if (!open || isContinued) continue;
      commands.push(...recipeLine(open, target ?? '', path, text));
      open = undefined;
    }
    return { commands };
  },
});

function recipeLine(line: Range, target: string, path: string, text: string): RoleCommand[] {
  const sign = /^\t\s*[@+-]*\s*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const range = { start: line.start + sign, end: line.end };
  const written = text.slice(range.start, range.end);
  if (written.trim() === '') return [];
  const command = recipeCommand(written, range.start);
  return command.simple.length === 0
    ? []
    : [{ command, role: roleOf(target), path, place: { name: target, form: 'shell', key: 'recipe', range } }];
}

function roleOf(target: string): CommandRole {
  if (DEPLOYS.test(target)) return 'deploy';
  const role = roleOfScript(target);
  return role === undefined || LOCAL.has(role) ? 'dev' : role;
}
