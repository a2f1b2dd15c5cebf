import { baseName, type Found, type Launcher, splitOptions, type Way, within } from './launch';

const interpreter = /^python[\d.]*$/;
const valued = new Set(['-W', '-X', '--check-hash-based-pycs']);

/** Commands of Python packages and the modules they are. */
const modules: ReadonlyMap<string, string> = new Map([
  ['gunicorn', 'gunicorn'],
  ['uvicorn', 'uvicorn'],
  ['hypercorn', 'hypercorn'],
  ['daphne', 'daphne'],
  ['granian', 'granian'],
  ['waitress-serve', 'waitress'],
  ['flask', 'flask'],
  ['quart', 'quart'],
  ['fastapi', 'fastapi'],
  ['django-admin', 'django'],
  ['celery', 'celery'],
  ['dramatiq', 'dramatiq'],
  ['arq', 'arq'],
  ['taskiq', 'taskiq'],
  ['rq', 'rq.cli'],
  ['huey_consumer', 'huey.bin.huey_consumer'],
  ['huey_consumer.py', 'huey.bin.huey_consumer'],
  ['streamlit', 'streamlit'],
  ['alembic', 'alembic.config'],
  ['pserve', 'pyramid.scripts.pserve'],
]);

/** Python programs by debugpy: modules (`gunicorn`, `python -m`), scripts, and Django's manage.py. */
export const python: Launcher = ({ words, folder }, files) => {
  const [first = '', ...rest] = words;
  const name = baseName(first);
  if (interpreter.test(name)) return interpreted(first, rest, folder);
  const module = modules.get(name);
  if (module !== undefined) return ofModule(module, rest);
  if (/\.py$/.test(name)) return ofProgram(within(folder, first), rest);
  const script = ['.venv/bin/', 'venv/bin/', 'env/bin/']
    .map((bin) => within(folder, bin + name))
    .find((path) => files.has(path));
  return script === undefined ? undefined : ofProgram(script, rest);
};

function interpreted(executable: string, rest: readonly string[], folder: string): Found | undefined {
  const dashM = rest.indexOf('-m');
  const [options, [file, ...args]] = splitOptions(rest, valued);
  const own = executable.includes('/') ? { python: executable } : {};
  if (dashM >= 0 && dashM < options.length) {
    const [module, ...moduleArgs] = rest.slice(dashM + 1);
    if (module === undefined) return undefined;
    if (module === 'debugpy') return interpreted(executable, underDebugpy(moduleArgs), folder);
    return ofModule(module, moduleArgs, { ...own, ...withOptions(rest.slice(0, dashM)) });
  }
  if (file === undefined || options.includes('-c')) return undefined;
  return ofProgram(within(folder, file), args, { ...own, ...withOptions(options) });
}

const debugpyValued = new Set([
  '--listen',
  '--connect',
  '--log-to',
  '--configure-subProcess',
  '--adapter-access-token',
]);

/** What debugpy itself was to start. */
function underDebugpy(args: readonly string[]): readonly string[] {
  const at = args.findIndex(
    (arg, index) => (!arg.startsWith('-') || arg === '-m') && !debugpyValued.has(args[index - 1] ?? ''),
  );
  return at < 0 ? [] : args.slice(at);
}

function withOptions(options: readonly string[]): Way['attributes'] {
  return options.length > 0 ? { pythonArgs: options } : {};
}

function ofModule(module: string, args: readonly string[], more: Way['attributes'] = {}): Found | undefined {
  return ofPython({ module, args: [...args, ...forDebugging(module, args)], ...frameworks(module), ...more });
}

function ofProgram(
  program: string,
  args: readonly string[],
  more: Way['attributes'] = {},
): Found | undefined {
  return ofPython({ program, args, ...frameworks(baseName(program)), ...more });
}

/** A process that waits at a breakpoint must not be taken for one that hangs, nor run where no breakpoint is seen. */
function forDebugging(module: string, args: readonly string[]): readonly string[] {
  if (module === 'gunicorn') return ['--timeout', '0'];
  if (module === 'flask' && args.includes('run')) return ['--no-debugger', '--no-reload'];
  const chosen = args.some((arg) => /^(?:-P|--pool)/.test(arg));
  return module === 'celery' && args.includes('worker') && !chosen ? ['--pool=solo'] : [];
}

function frameworks(name: string): Way['attributes'] {
  if (name === 'manage.py' || name === 'django') return { django: true };
  return name === 'flask' || name === 'quart' ? { jinja: true } : {};
}

function ofPython(attributes: Way['attributes']): Found | undefined {
  // A terminal would show the env vars that a debugger starts its program with.
  const shared = { console: 'internalConsole', redirectOutput: true, subProcess: true, justMyCode: true };
  return {
    runtime: 'python',
    ways: ['debugpy', 'python'].map((type) => ({ type, attributes: { ...attributes, ...shared } })),
  };
}
