import type { Launch, Way } from './launch';

export interface Started {
  /** What the debug session is called, such as `web.1`. */
  readonly name: string;
  /** The app's folder on disk. */
  readonly root: string;
  /** The whole environment that the process is to have. */
  readonly env: Readonly<Record<string, string>>;
  /** The environment that debuggers start their programs with anyway. */
  readonly inherited: Readonly<Record<string, string | undefined>>;
}

/** A debug configuration as VS Code takes it. */
export interface Configuration {
  readonly name: string;
  readonly type: string;
  readonly request: 'launch' | 'attach';
  readonly [attribute: string]: unknown;
}

/** Attributes that name a file or a folder of the app. */
const paths = new Set(['program', 'python']);

/** The whole configuration of one way to launch a program: paths made absolute, and the env vars that it must be given. */
export function configurationOf(
  launch: Launch,
  way: Way,
  { name, root, env, inherited }: Started,
): Configuration {
  const { env: own, ...attributes } = way.attributes;
  const given = Object.entries(env).filter(([key, value]) => inherited[key] !== value);
  const cwd = launch.folder === '' ? root : `${root}/${launch.folder}`;
  return {
    name,
    type: way.type,
    request: 'launch',
    cwd,
    ...Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, placed(key, value, root, way.type)]),
    ),
    env: { ...Object.fromEntries(given), ...launch.env, ...(typeof own === 'object' ? own : {}) },
  };
}

function placed(key: string, value: unknown, root: string, type: string): unknown {
  if (typeof value !== 'string') return value;
  // Ruby LSP takes a command line for a program.
  const isPath = paths.has(key) && type !== 'ruby_lsp' && value !== '' && !/^(?:[\\/]|[A-Za-z]:)/.test(value);
  if (isPath) return value === '.' ? root : `${root}/${value}`;
  return value.replaceAll(`\${root}`, root);
}
