import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { runVariable } from '../node/child-env';
import type { Guard } from '../node/guard';
import { startScript } from './launch';

/**
 * Its first word is the run's name, which it so has from its birth on. Reads `+ GROUP` and `- GROUP` until its input
 * ends, which it does however its supervisor ends. Then it kills the groups, and all that carry the run's mark until two looks have found none. It is a shell
 * script because a second Node would cost 40 MB.
 */
const script = `
trap '' HUP INT QUIT TERM
run=$1
groups=' '
while IFS=' ' read -r sign group; do
  case $sign in
    +) groups="$groups$group " ;;
    -) case $groups in
      *" $group "*) groups="\${groups%% $group *} \${groups#* $group }" ;;
    esac ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
marked() {
  if [ -r /proc/self/environ ]; then
    for file in $(grep -lsaF "${runVariable}=$run." /proc/[0-9]*/environ); do
      file=\${file#/proc/}
      echo "\${file%/environ}"
    done
  else
    ps -A -E -ww -o pid= -o command= | grep "[T]${runVariable.slice(1)}=$run[.]" | while read -r pid rest; do echo "$pid"; done
  fi
}
looks=0
clean=0
while [ "$clean" -lt 2 ] && [ "$looks" -lt 500 ]; do
  left=$(marked)
  if [ -n "$left" ]; then
    clean=0
    kill -s KILL $left 2>/dev/null
  else
    clean=$((clean + 1))
  fi
  looks=$((looks + 1))
  sleep 0.02
done
`;

/** Milliseconds before a watchdog that was killed is replaced. */
const replaceMs = 200;

/** Kills what is left of the formation when this program ends, also by SIGKILL. */
export class Watchdog implements Guard {
  readonly #run: string;
  readonly #groups = new Set<number>();
  #script: ChildProcess | undefined;
  #released = false;

  constructor(run: string) {
    this.#run = run;
  }

  get pid(): number | undefined {
    return this.#script?.pid;
  }

  ready(): void {
    if (this.#script || this.#released) return;
    const started = startScript(script, this.#run);
    this.#script = started;
    const over = (): void => this.#onEnd(started);
    started.once('exit', over);
    started.once('error', over);
    // It may end while it is written to; then another takes its place.
    started.stdin?.on('error', () => undefined);
    started.unref();
    if (started.stdin && 'unref' in started.stdin && typeof started.stdin.unref === 'function')
      started.stdin.unref();
    this.#tell([...this.#groups].map((group) => `+ ${group}\n`).join(''));
  }

  add(group: number): void {
    this.#groups.add(group);
    this.#tell(`+ ${group}\n`);
  }

  remove(group: number): void {
    this.#groups.delete(group);
    this.#tell(`- ${group}\n`);
  }

  /** For an orderly end: the watchdog looks once more whether anything is left, and ends. */
  release(): void {
    this.#released = true;
    this.#script?.stdin?.end();
  }

  #tell(text: string): void {
    this.#script?.stdin?.write(text);
  }

  #onEnd(ended: ChildProcess): void {
    if (this.#script !== ended) return;
    this.#script = undefined;
    setTimeout(() => {
      if (this.#groups.size > 0) this.ready();
    }, replaceMs).unref();
  }
}

/** No watchdog: on Windows there is no shell to run it. */
export const noWatchdog = {
  ready: () => undefined,
  add: () => undefined,
  remove: () => undefined,
  release: () => undefined,
};

/** Kills what a supervisor left that was killed together with its watchdog. */
export async function sweep(run: string): Promise<void> {
  const sweeper = startScript(script, run);
  const ended = once(sweeper, 'exit');
  sweeper.stdin?.on('error', () => undefined);
  sweeper.stdin?.end();
  await ended;
}
