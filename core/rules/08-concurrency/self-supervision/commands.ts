import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { Breach } from '../../../rule';
import { baseName, isServer, programWords } from '../../shared/commands';

const SUPERVISORS = /^(?:forever|nodemon|pm2-runtime|supervisor|node-supervisor|god|bluepill|eye|monit)$/;
/** Loops that start their body again and again, up to its first command. */
const LOOP =
  /\b(?:while[ \t]{1,8}(?:true|:|\[[ \t]{0,8}1[ \t]{0,8}\]|\[\[[ \t]{0,8}1[ \t]{0,8}\]\])|until)[ \t]{0,8}[;\n]?[ \t]{0,8}(?:do)?\s{0,20}$/;

/** What a message says of a program that keeps the app alive. */
export const supervised = (what: string): { readonly what: string; readonly todo: string } => ({
  what: `${what} restarts the app after a crash`,
  todo: 'Start the app itself',
});

/** Supervisors and loops around the app in the commands of its processes. */
export function supervisors({ command, role, path }: RoleCommand, app: App): Breach[] {
  if (role !== 'run') return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  return command.simple.flatMap((simple): Breach[] => {
    const [program, next] = programWords(simple);
    if (!program) return [];
    const name = baseName(program.text);
    if (SUPERVISORS.test(name) && next && !/^(?:stop|list|logs|--help)/.test(next.text) && name !== 'nodemon')
      return [{ range: program.range, words: supervised(name) }];
    const before = text.slice(Math.max(0, simple.range.start - 80), simple.range.start);
    const isLooped = isServer(simple) && LOOP.test(before) && simple.operator !== '&';
    return isLooped ? [{ range: simple.range, words: supervised('The loop around this command') }] : [];
  });
}
