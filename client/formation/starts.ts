import type { EntryPointsResult, StartOfProcess } from '../../core/protocol';
import { Listeners } from './listeners';
import type { FormationView } from './view';

/** Asks where the process types of an app start; undefined while nobody can say. */
export type AskStarts = (key: string) => Promise<EntryPointsResult | undefined>;

/** What is known of where process types start; asked again when the lines of a Procfile change. */
export class Starts {
  readonly #ask: AskStarts;
  /** More has become known. */
  readonly changes = new Listeners<void>();
  readonly #later: (again: () => void) => void;
  readonly #known = new Map<string, { readonly lines: string; readonly starts: readonly StartOfProcess[] }>();
  readonly #asked = new Set<string>();

  /** `later` runs what may do better in a while. */
  constructor(ask: AskStarts, later: (again: () => void) => void) {
    this.#ask = ask;
    this.#later = later;
  }

  /** What is known of the process types of an app. */
  of(key: string): readonly StartOfProcess[] {
    return this.#known.get(key)?.starts ?? [];
  }

  /** Where one process type starts; asks where nothing is known yet. */
  async find(key: string, type: string): Promise<StartOfProcess | undefined> {
    const starts = this.#known.get(key)?.starts ?? (await this.#ask(key))?.starts;
    return starts?.find((one) => one.type === type);
  }

  /** The formation with what is known: a process type that listens serves, whatever it is called. */
  on(view: FormationView): FormationView {
    const lines = linesOf(view);
    const known = this.#known.get(view.key);
    if (known?.lines !== lines) void this.#learn(view.key, lines);
    if (!known) return view;
    return {
      ...view,
      types: view.types.map((type) => {
        const start = known.starts.find((one) => one.type === type.name);
        if (!start) return type;
        return { ...type, serves: type.serves || (start.serves && !type.oneOff), starts: start.says };
      }),
    };
  }

  async #learn(key: string, lines: string): Promise<void> {
    const question = `${key}\n${lines}`;
    if (this.#asked.has(question)) return;
    this.#asked.add(question);
    try {
      const found = await this.#ask(key);
      if (!found) return;
      if (!found.complete) {
        // The app is still being read.
        this.#later(() => this.changes.tell());
        return;
      }
      this.#known.set(key, { lines, starts: found.starts });
      this.changes.tell();
    } finally {
      this.#asked.delete(question);
    }
  }
}

function linesOf({ procfile, types }: FormationView): string {
  return [procfile, ...types.map(({ name, command }) => `${name}: ${command}`)].join('\n');
}
