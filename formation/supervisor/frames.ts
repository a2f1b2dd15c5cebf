import type { FormationSnapshot, LogLine, ProcessSpec, ProcessStats } from '../model';
import { type Check, hasShape, isAnyOf, isCount, isFlag, isListOf, isOne, isText, orNothing } from './check';
import { isLine, isSnapshot, isSpec, isStats } from './shapes';

/** Raised with every change of the frames. `hello`, `retire` and `refused` stay as they are in all versions. */
export const protocolVersion = 2;

/** The first frame of a client. `retire` ends a supervisor of another version, and with it its processes. */
export interface Hello {
  readonly type: 'hello' | 'retire';
  readonly protocol: number;
  readonly token: string;
}

export type Call =
  | {
      readonly type: 'start' | 'restart' | 'propose';
      readonly call: number;
      readonly specs: readonly ProcessSpec[];
    }
  | { readonly type: 'stop'; readonly call: number; readonly ids: readonly string[] | undefined }
  | { readonly type: 'snapshot'; readonly call: number }
  | { readonly type: 'lines-after'; readonly call: number; readonly sequence: number }
  | { readonly type: 'write'; readonly call: number; readonly id: string; readonly text: string }
  | {
      readonly type: 'resize';
      readonly call: number;
      readonly id: string;
      readonly columns: number;
      readonly rows: number;
    }
  /** From then on `output` frames of this process are sent, under a number of the client's choice. */
  | { readonly type: 'attach'; readonly call: number; readonly id: string; readonly attachment: number }
  | { readonly type: 'detach'; readonly call: number; readonly attachment: number }
  /** From then on, or no more, `stats` frames are sent. */
  | { readonly type: 'measure'; readonly call: number; readonly on: boolean };

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
  | { readonly type: 'lines'; readonly lines: readonly LogLine[] }
  | { readonly type: 'output'; readonly attachment: number; readonly text: string }
  | { readonly type: 'stats'; readonly stats: readonly ProcessStats[] };

export const isHello: Check<Hello> = hasShape<Hello>({
  type: isOne('hello', 'retire'),
  protocol: isCount,
  token: isText,
});

type CallOf<Type extends Call['type']> = Extract<Call, { readonly type: Type }>;

export const isCall: Check<Call> = isAnyOf<Call>(
  hasShape<CallOf<'write'>>({ type: isOne('write'), call: isCount, id: isText, text: isText }),
  hasShape<CallOf<'start' | 'restart' | 'propose'>>({
    type: isOne('start', 'restart', 'propose'),
    call: isCount,
    specs: isListOf(isSpec),
  }),
  hasShape<CallOf<'stop'>>({ type: isOne('stop'), call: isCount, ids: orNothing(isListOf(isText)) }),
  hasShape<CallOf<'snapshot'>>({ type: isOne('snapshot'), call: isCount }),
  hasShape<CallOf<'lines-after'>>({ type: isOne('lines-after'), call: isCount, sequence: isCount }),
  hasShape<CallOf<'resize'>>({
    type: isOne('resize'),
    call: isCount,
    id: isText,
    columns: isCount,
    rows: isCount,
  }),
  hasShape<CallOf<'attach'>>({ type: isOne('attach'), call: isCount, id: isText, attachment: isCount }),
  hasShape<CallOf<'detach'>>({ type: isOne('detach'), call: isCount, attachment: isCount }),
  hasShape<CallOf<'measure'>>({ type: isOne('measure'), call: isCount, on: isFlag }),
);

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { readonly type: Type }>;

export const isServerFrame: Check<ServerFrame> = isAnyOf<ServerFrame>(
  hasShape<FrameOf<'lines'>>({ type: isOne('lines'), lines: isListOf(isLine) }),
  hasShape<FrameOf<'output'>>({ type: isOne('output'), attachment: isCount, text: isText }),
  hasShape<FrameOf<'changed'>>({ type: isOne('changed'), snapshot: isSnapshot }),
  hasShape<FrameOf<'stats'>>({ type: isOne('stats'), stats: isListOf(isStats) }),
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
