import type { RoleCommand } from '../../../formats/commands';
import { guideOf } from '../../../guide-of';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { PortSource } from '../../../program-guide';
import type { Breach } from '../../../rule';
import { withEdit } from '../../shared/one-edit';

/** The web process's server where it takes its port by an option alone and is given none. */
export function ignoredPorts({ command, role, processType }: RoleCommand): Breach[] {
  if (processType !== 'web' || role !== 'run') return [];
  // What runs before may write the server's settings.
  const [simple, ...others] = command.simple.filter(({ words }) => words[0]?.text !== 'cd');
  if (!simple || others.length > 0) return [];
  const started = guideOf(simple);
  const port = started?.guide.port;
  if (!started || !port || port.readsPort || isGiven(simple, port)) return [];
  const option = port.options.find((one) => started.guide.options.some(({ names }) => names[0] === one));
  const usual = started.guide.options.find(({ names }) => names[0] === option)?.usual ?? '$PORT';
  const { end } = simple.range;
  const range = { start: started.words[0]?.range.start ?? end, end: started.words.at(-1)?.range.end ?? end };
  const words = {
    program: started.guide.names[0],
    port: String(port.otherwise),
    option: usual === '$PORT' ? (option ?? '') : `${option} ${usual.slice(0, -'$PORT'.length)}`.trimEnd(),
  };
  const edit = option && {
    title: `Add ${option} ${usual}`,
    safe: false,
    start: end,
    end,
    newText: ` ${option} ${usual}`,
  };
  return [withEdit({ range, words }, edit || undefined)];
}

/** By an option, a variable in the command, or settings from a file. */
function isGiven({ words, assignments, redirects }: SimpleCommand, { options }: PortSource): boolean {
  return (
    redirects.length > 0 ||
    assignments.some(({ name }) => /PORT$|_CMD_ARGS$/.test(name)) ||
    words.some(({ text, literal }) => {
      const name = text.split('=', 1)[0] ?? '';
      return (
        options.includes(name) || options.some((one) => isShort(one, text)) || (!literal && !/=/.test(text))
      );
    })
  );
}

/** `-p$PORT`. */
function isShort(option: string, text: string): boolean {
  return /^-\w$/.test(option) && text.startsWith(option) && !text.startsWith('--');
}
