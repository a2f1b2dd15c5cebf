import type { RunningProgram } from '../../formation/node/programs';
import type { Configuration } from './configuration';
import type { Launch, NoLaunch } from './launch';

/** A process that runs in the formation. */
export interface Running {
  readonly name: string;
  readonly root: string;
  readonly command: string;
  /** What runs of it; a shell or a package manager comes before the program itself. */
  readonly programs: readonly RunningProgram[];
}

export interface Attachment {
  readonly configuration: Configuration;
}

/**
 * Attaches to a process that runs already: by the port at which it waits for debuggers where its command opens one, else to the program
 * that lies deepest. Where that is not known, the user picks from the debugger's own list.
 */
export function attachmentTo(
  { name, root, command, programs }: Running,
  launch: Launch | NoLaunch,
): Attachment | NoLaunch {
  if ('problem' in launch || (launch.runtime !== 'node' && launch.runtime !== 'python'))
    return { problem: unknown };
  const shared = { name: `Attach to ${name}`, request: 'attach', cwd: root } as const;
  if (launch.runtime === 'python') {
    const connect = debugpyAddress(command);
    if (connect) return { configuration: { ...shared, type: 'debugpy', connect, justMyCode: true } };
    const processId = deepest(programs, /^python[\d.]*$/) ?? pick('pickProcess');
    return { configuration: { ...shared, type: 'debugpy', processId, justMyCode: true } };
  }
  const port = inspectorPort(command);
  const skipFiles = ['<node_internals>/**'];
  const address = '127.0.0.1';
  if (port !== undefined) return { configuration: { ...shared, type: 'node', address, port, skipFiles } };
  const pid = deepest(programs, /^(?:node|nodejs)$/);
  const processId = pid === undefined ? pick('PickProcess') : String(pid);
  return { configuration: { ...shared, type: 'node', address, processId, skipFiles } };
}

const unknown =
  'Only Node.js and Python processes can be attached to. Use Debug to start the process under its debugger.';

function deepest(programs: readonly RunningProgram[], name: RegExp): number | undefined {
  const candidates = programs.filter((program) => name.test(program.name));
  const depth = Math.max(0, ...candidates.map((program) => program.depth));
  return candidates.find((program) => program.depth === depth)?.pid;
}

/** A list that the debugger of the configuration brings. */
function pick(name: string): string {
  return `\${command:${name}}`;
}

/** `python -m debugpy --listen 127.0.0.1:5678 app.py`: where it listens for debuggers. */
function debugpyAddress(command: string): { host: string; port: number } | undefined {
  const found = /\s-m\s+debugpy\s(?:[^\n]{0,200}?\s)?--listen[\s=](?:[\w.]{1,60}:)?(\d{1,5})(?=\s|$)/.exec(
    command,
  );
  return found ? { host: '127.0.0.1', port: Number(found[1]) } : undefined;
}

/** `node --inspect=9230 server.js`: the port it listens on for debuggers. */
function inspectorPort(command: string): number | undefined {
  const found = /(?:^|\s)--inspect(?:-brk|-wait)?(?:=(?:[\w.]*:)?(\d{1,5}))?(?=\s|$)/.exec(command);
  return found ? Number(found[1] ?? 9229) : undefined;
}
