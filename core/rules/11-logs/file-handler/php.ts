import { argumentAt, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { always, at, fileOnly, fileWhenGiven } from '../shared/apis';
import { isFile } from '../shared/log-file';

const repair = { to: 'whole', text: "new \\Monolog\\Handler\\StreamHandler('php://stdout')" } as const;

/** `new StreamHandler(__DIR__ . '/app.log')`; a stream of PHP's own is fine. */
const monolog: Api = {
  calls: ['Monolog.Handler.StreamHandler'],
  breach: (call) => {
    const file = argumentAt(call.args, 0, 'stream');
    if (!file || !isFile(file)) return undefined;
    return at(call, file, {
      to: 'inner',
      text: "'php://stdout'",
      start: file.range.start,
      end: file.range.end,
    });
  },
};

/** `ini_set('error_log', '/var/log/app.log')` */
const iniSet: Api = {
  calls: ['ini_set', 'ini_alter'],
  global: true,
  breach: (call) =>
    textOf(call.args[0]?.value) === 'error_log' && isFile(call.args[1]?.value)
      ? { range: call.range, words: { api: 'error_log' } }
      : undefined,
};

/** `'default' => env('LOG_CHANNEL', 'daily')`: what Laravel does where the deploy says nothing. */
const laravel: Api = {
  calls: ['env'],
  global: true,
  breach: (call, file) => {
    const [name, fallback] = call.args.map(({ value }) => value);
    if (!/(?:^|\/)config\/logging\.php$/i.test(file.path) || textOf(name) !== 'LOG_CHANNEL') return undefined;
    if (!fallback || !/^(?:stack|single|daily)$/.test(textOf(fallback) ?? '')) return undefined;
    return {
      range: fallback.range,
      words: { api: 'Laravel' },
      severity: 'information',
      repair: { to: 'quoted', text: 'stderr' },
    };
  },
};

/** `define('WP_DEBUG_LOG', true)` writes to wp-content/debug.log. */
const wordpress: Api = {
  calls: ['define'],
  global: true,
  breach: (call, file) => {
    const [name, value] = call.args.map((argument) => argument.value);
    if (!/(?:^|\/)(?:wp-config|config\/application)\.php$/.test(file.path) || textOf(name) !== 'WP_DEBUG_LOG')
      return undefined;
    const isOn = value?.kind === 'boolean' ? value.value : isFile(value);
    return isOn ? { range: call.range, words: { api: 'WordPress' } } : undefined;
  },
};

const apis: readonly Api[] = [
  monolog,
  fileOnly(['Monolog.Handler.RotatingFileHandler'], { key: 'filename', repair }),
  fileWhenGiven(['Laminas.Log.Writer.Stream', 'Zend.Log.Writer.Stream', 'Zend_Log_Writer_Stream'], {
    global: false,
  }),
  always('LoggerAppenderFile', 'LoggerAppenderRollingFile', 'LoggerAppenderDailyFile'),
  always('yii.log.FileTarget', 'Cake.Log.Engine.FileLog', 'CodeIgniter.Log.Handlers.FileHandler'),
  fileWhenGiven(['Phalcon.Logger.Adapter.Stream', 'Phalcon.Logger.Adapter.File']),
  fileOnly(['Nette.Logging.FileLogger', 'Katzgrau.KLogger.Logger', 'Apix.Log.Logger.File']),
  iniSet,
  laravel,
  wordpress,
];

export default apis;
