import { resolve } from 'node:path';
import { codeOfExit } from '../formation/exit-words';
import type { Formation } from '../formation/formation';
import { localFormation } from '../formation/local';
import type { FormationSnapshot } from '../formation/model';
import { Painter } from '../formation/painter';
import {
  countsOf,
  type FormationApp,
  type FormationOptions,
  formationApp,
  inWords,
  planned,
} from './formation-app';
import type { Terminal } from './terminal';

export interface RunOptions extends FormationOptions {
  readonly timestamps: boolean;
}

/** Lines that are held for a reader that is behind; nobody asks for older ones. */
const heldLines = 1000;

/** Characters that are written at once: to gather more costs more than it saves. */
const enough = 4096;

/** Beside this program, where it was installed with what is optional. */
const ptyModule = '@lydell/node-pty';

/** What a shell gives for a program that was ended by the signal. */
const signalCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs a formation in the terminal until it has ended or a signal stops it; the second signal kills it.
 * @returns the exit code of the process that ended first by itself, where it stops the others; else the first that is not 0.
 * @throws CannotRun where nothing can be started
 */
export async function runFormation(
  words: readonly string[],
  options: RunOptions,
  terminal: Terminal,
): Promise<number> {
  const local = localFormation(resolve(options.root), () => true, {
    lines: heldLines,
    ptyModules: [ptyModule],
  });
  const { formation, release } = local;
  // What the first process needs is made while the files are read.
  const prepared = local.prepare();
  let flush = (): void => undefined;
  try {
    const { app, specs } = formationOf(words, options, terminal);
    const ids = specs.map(({ id }) => id);
    flush = relay(formation, painterFor(app, ids, options, terminal), terminal);
    const ended = untilEnded(formation, terminal);
    await prepared;
    await formation.start(specs);
    return await ended;
  } finally {
    await prepared;
    flush();
    formation.dispose();
    release();
  }
}

function formationOf(words: readonly string[], options: RunOptions, terminal: Terminal) {
  const first = formationApp(options);
  const counts = countsOf([...(options.formation ? [options.formation] : []), ...words], first);
  // Where nobody can start a process again, the end of one is the end of all, as with foreman.
  const app = { ...first, input: { ...first.input, onEnd: options.onEnd ?? 'stop-all', formation: counts } };
  const { specs, notes } = planned(app);
  for (const note of notes) terminal.err(`${inWords(note, app)}\n`);
  return { app, specs };
}

function painterFor(
  app: FormationApp,
  ids: readonly string[],
  options: RunOptions,
  terminal: Terminal,
): Painter {
  const types = app.procfile.processes.map(({ name }) => name);
  return new Painter({ types, ids, colour: terminal.colour, timestamps: options.timestamps });
}

/**
 * Writes what the processes say, all of one turn of the event loop together, and lets them wait while the terminal is
 * behind. Gives the function that writes what is left.
 */
function relay(formation: Formation, painter: Painter, terminal: Terminal): () => void {
  let pending = '';
  let release: (() => void) | undefined;
  const write = (): void => {
    const drained = pending === '' ? undefined : terminal.out(pending);
    pending = '';
    if (!drained || release) return;
    release = formation.hold();
    void drained.then(() => {
      release?.();
      release = undefined;
    });
  };
  formation.onLines((lines) => {
    if (pending === '') setImmediate(write);
    pending += painter.paint(lines);
    if (pending.length > enough) write();
  });
  return write;
}

function untilEnded(formation: Formation, terminal: Terminal): Promise<number> {
  return new Promise((resolve) => {
    let signalled: number | undefined;
    let code: number | undefined;
    const off = terminal.onSignal((signal) => {
      if (signalled !== undefined) {
        formation.kill();
        return;
      }
      signalled = signalCodes[signal];
      terminal.err(`${signal}: stopping; again to kill\n`);
      void formation.stop();
    });
    formation.onDidChange((snapshot) => {
      code ??= firstFailure(snapshot);
      if (formation.live) return;
      off();
      resolve(signalled ?? code ?? 0);
    });
  });
}

/** The code of a process that ended otherwise than it was to; undefined while there is none. */
function firstFailure({ processes }: FormationSnapshot): number | undefined {
  for (const { status, stopped, exit, failure } of processes) {
    if (failure !== undefined) return 126;
    if (status === 'exited' && !stopped && exit && codeOfExit(exit) !== 0) return codeOfExit(exit);
  }
  return undefined;
}
