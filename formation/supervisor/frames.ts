import type { Exit, FormationSnapshot, LogLine, ProcessSpec, ProcessState } from '../model';
import {
  type Check,
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

/** Raised with every change of the frames. `hello`, `retire` and `refused` stay as they are in all versions. */
export const protocolVersion = 1;

/** The first frame of a client. `retire` ends a supervisor of another version, and with it its processes. */
export interface Hello {
  readonly type: 'hello' | 'retire';
  readonly protocol: number;
  readonly token: string;
}

export type Call =
  | { readonly type: 'start' | 'restart'; readonly call: number; readonly specs: readonly ProcessSpec[] }
  | { readonly type: 'stop'; readonly call: number; readonly ids: readonly string[] | undefined }
  | { readonly type: 'snapshot'; readonly call: number }
  | { readonly type: 'lines-after'; readonly call: number; readonly sequence: number };

/** `ending`: the supervisor is stopping its processes; it closes the connection when it has ended. */
export type Refusal = 'token' | 'protocol' | 'ending';

export type ErrorCode = 'untrusted' | 'ending' | 'internal';

export type ServerFrame =
  | { readonly type: 'welcome'; readonly snapshot: FormationSnapshot }
  | { readonly type: 'refused'; readonly reason: Refusal; readonly protocol: number }
  | { readonly type: 'done'; readonly call: number }
  | { readonly type: 'snapshot'; readonly call: number; readonly snapshot: FormationSnapshot }
  /** One part of the answer to `lines-after`; `done` follows the last. */
  | { readonly type: 'part'; readonly call: number; readonly lines: readonly LogLine[] }
  | { readonly type: 'error'; readonly call: number; readonly code: ErrorCode; readonly message: string }
  | { readonly type: 'changed'; readonly snapshot: FormationSnapshot }
  | { readonly type: 'lines'; readonly lines: readonly LogLine[] };

const isSpec = hasShape<ProcessSpec>({
  id: isText,
  type: isText,
  instance: isCount,
  command: isText,
  cwd: isText,
  port: orNothing(isCount),
  env: isTextMap,
  graceMs: isCount,
});

const isExit = hasShape<Exit>({ code: orNothing(isNumber), signal: orNothing(isText) });

const isState = hasShape<Required<ProcessState>>({
  id: isText,
  type: isText,
  instance: isCount,
  status: isOne('starting', 'running', 'stopping', 'exited', 'failed'),
  pid: orNothing(isCount),
  port: orNothing(isCount),
  startedAt: orNothing(isNumber),
  exit: orNothing(isExit),
  failure: orNothing(isText),
  restarts: isCount,
  stopped: isFlag,
});

const isSnapshot = hasShape<FormationSnapshot>({
  root: isText,
  processes: isListOf(isState),
  lastSequence: isCount,
});

const isLine = hasShape<LogLine>({
  sequence: isCount,
  id: isText,
  at: isNumber,
  stream: isOne('stdout', 'stderr', 'system'),
  text: isText,
  complete: isFlag,
});

export const isHello: Check<Hello> = hasShape<Hello>({
  type: isOne('hello', 'retire'),
  protocol: isCount,
  token: isText,
});

type CallOf<Type extends Call['type']> = Extract<Call, { readonly type: Type }>;

export const isCall: Check<Call> = isAnyOf<Call>(
  hasShape<CallOf<'start' | 'restart'>>({
    type: isOne('start', 'restart'),
    call: isCount,
    specs: isListOf(isSpec),
  }),
  hasShape<CallOf<'stop'>>({ type: isOne('stop'), call: isCount, ids: orNothing(isListOf(isText)) }),
  hasShape<CallOf<'snapshot'>>({ type: isOne('snapshot'), call: isCount }),
  hasShape<CallOf<'lines-after'>>({ type: isOne('lines-after'), call: isCount, sequence: isCount }),
);

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { readonly type: Type }>;

export const isServerFrame: Check<ServerFrame> = isAnyOf<ServerFrame>(
  hasShape<FrameOf<'lines'>>({ type: isOne('lines'), lines: isListOf(isLine) }),
  hasShape<FrameOf<'changed'>>({ type: isOne('changed'), snapshot: isSnapshot }),
  hasShape<FrameOf<'welcome'>>({ type: isOne('welcome'), snapshot: isSnapshot }),
  hasShape<FrameOf<'refused'>>({
    type: isOne('refused'),
    reason: isOne('token', 'protocol', 'ending'),
    protocol: isCount,
  }),
  hasShape<FrameOf<'done'>>({ type: isOne('done'), call: isCount }),
  hasShape<FrameOf<'snapshot'>>({ type: isOne('snapshot'), call: isCount, snapshot: isSnapshot }),
  hasShape<FrameOf<'part'>>({ type: isOne('part'), call: isCount, lines: isListOf(isLine) }),
  hasShape<FrameOf<'error'>>({
    type: isOne('error'),
    call: isCount,
    code: isOne('untrusted', 'ending', 'internal'),
    message: isText,
  }),
);
