import { isStarted } from '../../../entry/started';
import type { CallFact, Value } from '../../../facts/fact';
import type { Api, Severity } from '../../../rule';
import { says } from '../../06-processes/shared/apis';
import { startedFrom } from '../../shared/started-from';

/** Seconds that are worth a word. */
const LONG = 3;

const numberOf = (value: Value | undefined): number => {
  if (value?.kind === 'number') return value.value;
  if (value?.kind !== 'call') return 0;
  const inside = numberOf(value.args[0]?.value);
  return /(?:from_millis|FromMilliseconds)$/.test(value.callee) ? inside / 1000 : inside;
};

const atStart = ({ enclosure }: CallFact): boolean =>
  (enclosure.topLevel || /^(?:main|Main)$/.test(enclosure.fn ?? '')) && !enclosure.inLoop && !enclosure.inTry;

/** Nothing follows it in the function around it: what waits there has done its work. */
function isLast({ callee, around = [] }: CallFact): boolean {
  const at = around.lastIndexOf(callee);
  return at >= 0 && around.slice(at).every((name) => name.startsWith(callee));
}

/** A wait of a fixed time in what a process does first; in a loop it may be for another try. */
function sleeps(calls: readonly string[], unit: number): Api {
  return {
    calls,
    around: true,
    breach: (call, file, app) => {
      const seconds = numberOf(call.args[0]?.value) / unit;
      if (seconds < LONG || !atStart(call) || isLast(call) || !isStarted(file.path, app)) return undefined;
      const found = says(`This waits ${Math.round(seconds)} seconds`, call.range);
      return { ...found, ...startedFrom(file.path, app) };
    },
  };
}

/** Data that is fetched while the process starts. */
function fetches(what: string, severity: Severity, ...calls: readonly string[]): Api {
  return {
    calls,
    breach: (call, file, app) =>
      call.enclosure.topLevel && isStarted(file.path, app)
        ? { ...says(what, call.range, severity), ...startedFrom(file.path, app) }
        : undefined,
  };
}

export const javascript: readonly Api[] = [sleeps(['timers/promises.setTimeout'], 1000)];

export const python: readonly Api[] = [
  sleeps(['time.sleep'], 1),
  fetches(
    'This downloads data',
    'hint',
    'nltk.download',
    'spacy.cli.download',
    'spacy.cli.download.download',
  ),
  fetches(
    'This loads a model',
    'hint',
    'transformers.pipeline',
    'transformers.AutoModel.from_pretrained',
    'transformers.AutoTokenizer.from_pretrained',
    'whisper.load_model',
    'sentence_transformers.SentenceTransformer',
  ),
];

const global = (api: Api): Api => ({ ...api, global: true });
export const ruby: readonly Api[] = [sleeps(['sleep', 'Kernel.sleep'], 1)];
export const php: readonly Api[] = [global(sleeps(['sleep'], 1))];
export const java: readonly Api[] = [
  global(sleeps(['Thread.sleep', 'java.lang.Thread.sleep'], 1000)),
  sleeps(['java.util.concurrent.TimeUnit.SECONDS.sleep'], 1),
];
export const csharp: readonly Api[] = [
  global(
    sleeps(
      ['Thread.Sleep', 'System.Threading.Thread.Sleep', 'Task.Delay', 'System.Threading.Tasks.Task.Delay'],
      1000,
    ),
  ),
];
export const rust: readonly Api[] = [sleeps(['std.thread.sleep', 'tokio.time.sleep'], 1)];
