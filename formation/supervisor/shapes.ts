import type {
  Exit,
  FormationSnapshot,
  LogLine,
  ProcessSpec,
  ProcessState,
  ProcessStats,
  Readiness,
} from '../model';
import {
  hasShape,
  isAnyOf,
  isCount,
  isFlag,
  isListOf,
  isNumber,
  isOne,
  isText,
  isTextMap,
  orNothing,
} from './check';

type ReadinessOf<Kind extends Readiness['kind']> = Extract<Readiness, { readonly kind: Kind }>;

const isReadiness = isAnyOf<Readiness>(
  hasShape<ReadinessOf<'port'>>({ kind: isOne('port') }),
  hasShape<ReadinessOf<'http'>>({ kind: isOne('http'), path: isText }),
  hasShape<ReadinessOf<'log'>>({ kind: isOne('log'), text: isText }),
);

export const isSpec = hasShape<ProcessSpec>({
  id: isText,
  type: isText,
  instance: isCount,
  command: isText,
  cwd: isText,
  port: orNothing(isCount),
  env: isTextMap,
  graceMs: isCount,
  stopSignal: orNothing(isOne('SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2')),
  oneShot: orNothing(isFlag),
  onEnd: orNothing(isOne('leave', 'restart', 'stop-all')),
  ready: orNothing(isReadiness),
  after: orNothing(isListOf(isText)),
  serves: orNothing(isFlag),
  restartOn: orNothing(isListOf(isText)),
  terminal: orNothing(isFlag),
  secrets: orNothing(isListOf(isText)),
});

const isExit = hasShape<Exit>({ code: orNothing(isNumber), signal: orNothing(isText) });

const isState = hasShape<ProcessState>({
  id: isText,
  type: isText,
  instance: isCount,
  status: isOne('waiting', 'starting', 'running', 'stopping', 'resting', 'exited', 'failed'),
  pid: orNothing(isCount),
  port: orNothing(isCount),
  startedAt: orNothing(isNumber),
  exit: orNothing(isExit),
  failure: orNothing(isText),
  restarts: isCount,
  stopped: isFlag,
  oneShot: isFlag,
  ready: isFlag,
  portState: isOne('unknown', 'opening', 'bound', 'late', 'taken'),
  waitingFor: isListOf(isText),
  restartAt: orNothing(isNumber),
  restartReason: orNothing(isText),
  crashLoop: isFlag,
  changedKeys: isListOf(isText),
  changedCommand: isFlag,
  terminal: isFlag,
});

export const isSnapshot = hasShape<FormationSnapshot>({
  root: isText,
  processes: isListOf(isState),
  lastSequence: isCount,
});

export const isLine = hasShape<LogLine>({
  sequence: isCount,
  id: isText,
  at: isNumber,
  stream: isOne('stdout', 'stderr', 'system'),
  text: isText,
  complete: isFlag,
});

export const isStats = hasShape<ProcessStats>({
  id: isText,
  cpu: isNumber,
  memory: isNumber,
  processes: isCount,
});
