import { agree } from '../parity/version';

/** A runtime's version as a file asks for it, and how to learn which one is there. */
export interface RuntimeCheck {
  readonly runtime: string;
  readonly wanted: string;
  readonly file: string;
  readonly command: readonly [string, ...string[]];
}

const RUNTIMES: readonly (readonly [
  file: string,
  runtime: string,
  program: readonly [string, ...string[]],
  version: RegExp,
])[] = [
  ['.nvmrc', 'Node.js', ['node', '--version'], /^v?([\w/*.-]+)/],
  ['.node-version', 'Node.js', ['node', '--version'], /^v?([\w/*.-]+)/],
  ['package.json', 'Node.js', ['node', '--version'], /"node"\s{0,9}:\s{0,9}"([\d^~<>=v][^"]{0,60})"/],
  ['.python-version', 'Python', ['python3', '--version'], /^([\w.-]+)/],
  ['runtime.txt', 'Python', ['python3', '--version'], /^python-([\d.]+)/],
  ['pyproject.toml', 'Python', ['python3', '--version'], /^requires-python\s*=\s*"([^"]+)"/m],
  ['.ruby-version', 'Ruby', ['ruby', '--version'], /^(?:ruby-)?([\d.]+)/],
  ['go.mod', 'Go', ['go', 'version'], /^go ([\d.]+)/m],
  ['composer.json', 'PHP', ['php', '--version'], /"php"\s{0,9}:\s{0,9}"([\d^~<>=][^"]{0,60})"/],
  ['rust-toolchain.toml', 'Rust', ['rustc', '--version'], /channel\s*=\s*"([^"]+)"/],
  ['pom.xml', 'Java', ['java', '-version'], /<(?:java\.version|maven\.compiler\.release)>([\d.]+)</],
  ['global.json', '.NET', ['dotnet', '--version'], /"version"\s{0,9}:\s{0,9}"([\d.]+)"/],
  ['.tool-versions', 'Node.js', ['node', '--version'], /^nodejs ([\d.]+)/m],
  ['.tool-versions', 'Python', ['python3', '--version'], /^python ([\d.]+)/m],
  ['.tool-versions', 'Ruby', ['ruby', '--version'], /^ruby ([\d.]+)/m],
];

/** Files that say which runtime an app needs; the first of a runtime counts. */
export const runtimeFiles: readonly string[] = RUNTIMES.map(([file]) => file);

/** What is asked of the runtimes, by the texts of {@link runtimeFiles} that are there. */
export function runtimeChecks(texts: ReadonlyMap<string, string>): RuntimeCheck[] {
  const found = new Map<string, RuntimeCheck>();
  for (const [file, runtime, command, version] of RUNTIMES) {
    const wanted = version.exec(texts.get(file) ?? '')?.[1];
    if (wanted !== undefined && !found.has(runtime)) found.set(runtime, { runtime, wanted, file, command });
  }
  return [...found.values()];
}

/** A version as it was asked for, beside what is installed. */
export interface RuntimeFound extends RuntimeCheck {
  /** Undefined where the program is not there. */
  readonly found: string | undefined;
  readonly fits: boolean;
}

/** Java and Rust name the least that will do; so does Go. */
const LEAST = new Set(['Java', 'Go']);

/** What a program said of itself, put beside what is asked for. */
export function compared(check: RuntimeCheck, told: string | undefined): RuntimeFound {
  const found = /\d+(?:\.\d+){0,3}/.exec(told ?? '')?.[0];
  const wanted = LEAST.has(check.runtime) && /^\d/.test(check.wanted) ? `>=${check.wanted}` : check.wanted;
  return { ...check, found, fits: found !== undefined && agree(wanted, found) };
}

/** `Node.js 20 (.nvmrc): 18.19.0 is here.` */
export function comparedInWords({ runtime, wanted, file, found, fits }: RuntimeFound): string {
  const here = found === undefined ? 'none is installed' : fits ? `${found} is here` : `but ${found} is here`;
  return `${runtime} ${wanted} (${file}): ${here}.`;
}
