import type { StringFact } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { everywhere, named, says } from '../shared/apis';
import { replacing } from '../shared/repairs';

const SAVE_PATH = /^(?:\d+;)*(?:\uFFFC?\/|\.|[A-Za-z]:[\\/])/;
const SETS_HANDLER = new Set(['session.save_handler', 'session.save_path']);

/** `'session' => ['save' => 'files']` of Magento's `env.php`, `'Session' => ['defaults' => 'php']` of CakePHP. */
export function configured({ holder, value }: StringFact, path: string): Breach | undefined {
  if (
    holder?.name === 'save' &&
    holder.owner === 'session' &&
    value.text === 'files' &&
    /(?:^|\/)env\.php$/.test(path)
  )
    return says('Magento', value.range);
  const isCake =
    holder?.name === 'defaults' && holder.owner === 'Session' && /^(?:php|cake)$/.test(value.text);
  return isCake && /(?:^|\/)config\/app\w*\.php$/.test(path)
    ? says('CakePHP', value.range, 'information')
    : undefined;
}

export const php: readonly Api[] = [
  {
    calls: ['env'],
    global: true,
    breach: ({ args }, { path }) => {
      const fallback = args[1]?.value;
      if (textOf(args[0]?.value) !== 'SESSION_DRIVER' || !fallback || textOf(fallback) !== 'file')
        return undefined;
      if (!/(?:^|\/)config\/session\.php$/i.test(path)) return undefined;
      const { range } = fallback;
      const breach = says('Laravel’s file driver', range, 'information');
      return replacing(breach, 'Keep sessions in Redis', range, "'redis'");
    },
  },
  {
    calls: ['session_save_path', 'ini_set'],
    global: true,
    breach: (call) => {
      const key = call.callee === 'ini_set' ? textOf(call.args[0]?.value) : 'session.save_path';
      const given = call.callee === 'ini_set' ? call.args[1]?.value : call.args[0]?.value;
      if (key === undefined || !SETS_HANDLER.has(key) || !given) return undefined;
      const start = textOf(given) ?? '';
      const isFile = key === 'session.save_handler' ? start === 'files' : SAVE_PATH.test(start);
      return isFile ? says(key, call.range) : undefined;
    },
  },
  {
    calls: ['session_start'],
    global: true,
    // PHP keeps sessions in files unless an ini file, which may stand outside of the app, says otherwise.
    breach: (call, _file, app) => {
      const isConfigured =
        [...app.tree.paths].some((path) => /(?:^|\/)(?:php[\w.-]*|\.user)\.ini$/.test(path)) ||
        [...app.tree.appFiles.values()].some(({ text }) => text.includes('session.save_handler'));
      const handler = argumentAt(call.args, 0);
      return isConfigured || handler?.kind === 'object'
        ? undefined
        : { ...says('PHP’s default session handler', call.range, 'information'), once: 'start' };
    },
  },
  ...everywhere(
    named(
      'NativeFileSessionHandler',
      'Symfony.Component.HttpFoundation.Session.Storage.Handler.NativeFileSessionHandler',
    ),
    named('CodeIgniter’s FileHandler', 'CodeIgniter.Session.Handlers.FileHandler'),
  ),
];
