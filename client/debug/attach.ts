import { parseCommand } from '../../core/procfile/command';
import type { Configuration } from './configuration';
import type { Launch, NoLaunch } from './launch';

/** A process that runs in the formation. */
export interface Running {
  readonly name: string;
  readonly root: string;
  readonly command: string;
  readonly pid: number;
}

export interface Attachment {
  readonly configuration: Configuration;
}

/**
 * Attaches to a process that runs already. The shell gives its pid to a command that is one program; what a package
 * manager or a script has started further on, the user picks from the debugger's own list.
 */
export function attachmentTo(
  { name, root, command, pid }: Running,
  launch: Launch | NoLaunch,
): Attachment | NoLaunch {
  if ('problem' in launch || (launch.runtime !== 'node' && launch.runtime !== 'python'))
    return { problem: unknown };
  const shared = { name: `Attach to ${name}`, request: 'attach', cwd: root } as const;
  const direct = isOneProgram(command);
  if (launch.runtime === 'python') {
    const processId = direct ? pid : pick('pickProcess');
    return { configuration: { ...shared, type: 'debugpy', processId, justMyCode: true } };
  }
  const port = inspectorPort(command);
  const skipFiles = ['<node_internals>/**'];
  if (port !== undefined) return { configuration: { ...shared, type: 'node', port, skipFiles } };
  const processId = direct ? String(pid) : pick('PickProcess');
  return { configuration: { ...shared, type: 'node', processId, skipFiles } };
}

const unknown =
  'Only Node.js and Python processes can be attached to. Use Debug to start the process under its debugger.';

/** A list that the debugger of the configuration brings. */
function pick(name: string): string {
  return `\${command:${name}}`;
}

/** `node --inspect=9230 server.js`: the port it listens on for debuggers. */
function inspectorPort(command: string): number | undefined {
  const found = /(?:^|\s)--inspect(?:-brk|-wait)?(?:=(?:[\w.]*:)?(\d{1,5}))?(?=\s|$)/.exec(command);
  return found ? Number(found[1] ?? 9229) : undefined;
}

function isOneProgram(command: string): boolean {
  const { simple } = parseCommand(command);
  const [first] = simple;
  const program = first?.words[0]?.text ?? '';
  return (
    simple.length === 1 &&
    /(?:^|\/)(?:node|nodejs|python[\d.]*|gunicorn|uvicorn|hypercorn|flask|celery)$/.test(program)
  );
}
