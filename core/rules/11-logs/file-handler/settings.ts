import type { App } from '../../../app';
import { property } from '../../../facts/values';
import type { GivenCheck, StringCheck } from '../../../rule';
import { isOpenFile, isPath, isStreamName } from '../shared/log-file';

const PYTHON_HANDLER =
  /^(?:logging\.(?:FileHandler|handlers\.(?:Rotating|TimedRotating|Watched)FileHandler)|concurrent_log_handler\.\w+)$/;
const TARGET = /^\\?(?:yii\\log\\FileTarget|Cake\\Log\\Engine\\FileLog)$/;
const GUNICORN = /(?:^|\/)(?:gunicorn[\w.-]*|conf(?:ig)?\/gunicorn[\w/.-]*)\.py$/;
const PM2 = /(?:^|\/)(?:ecosystem|pm2|process(?:es)?)[\w.-]*\.[cm]?[jt]s$/;

/** Settings that name a file or a handler: of dictConfig, gunicorn, Yii, PM2. */
export const settings: StringCheck = {
  containing: ['FileHandler', 'FileTarget', 'FileLog', 'good-file'],
  heldBy: ['accesslog', 'errorlog', 'out_file', 'error_file', 'log_file', 'LOG_FILE', 'log_file_prefix'],
  breach: ({ value: { text, range }, holder }, file, app) => {
    const name = holder?.name ?? '';
    if (name === 'class' && PYTHON_HANDLER.test(text))
      return { range, words: { api: text }, repair: { to: 'dict-config' } };
    if (/^class(?:Name)?$/.test(name) && TARGET.test(text)) return { range, words: { api: text } };
    if (name === 'module' && text === 'good-file') return { range, words: { api: text } };
    const isFile = text !== '' && !isStreamName(text);
    if (GUNICORN.test(file.path) && /^(?:accesslog|errorlog)$/.test(name) && isFile)
      return { range, words: { api: 'gunicorn' }, repair: { to: 'quoted', text: '-' } };
    if (PM2.test(file.path) && /^(?:out_file|error_file|log_file)$/.test(name) && isFile)
      return { range, words: { api: 'PM2' } };
    const isScrapy = name === 'LOG_FILE' && isPythonSettings(file.path) && uses(app, 'scrapy');
    const isTornado =
      name === 'log_file_prefix' && file.imports.some(({ module }) => module.startsWith('tornado'));
    if ((isScrapy || isTornado) && isFile) return { range, words: { api: isScrapy ? 'Scrapy' : 'Tornado' } };
    return undefined;
  },
};

const isPythonSettings = (path: string): boolean => /(?:^|\/)settings\.py$/.test(path);

function uses({ manifests }: App, name: string): boolean {
  return manifests.some(({ dependencies }) => dependencies.some((one) => one.name.toLowerCase() === name));
}

/** Egg writes each log to a file below this folder, whatever else is set. */
const EGG = /(?:^|\/)config\/(?:config|plugin)\.(?:default|prod)\.[cm]?[jt]s$/;

/** Streams that a file takes the place of. */
export const streams: GivenCheck = {
  names: [
    'stdout',
    'stderr',
    'DefaultWriter',
    'DefaultErrorWriter',
    'log.Out',
    'logger.Out',
    'OutputPaths',
    'logger',
  ],
  breach: ({ holder: { name, owner, kind }, value, range }, { path: at }, app) => {
    if (name === 'logger') {
      const folder = EGG.test(at) && uses(app, 'egg') ? property(value, 'dir') : undefined;
      return folder && { range: folder.range, words: { api: 'Egg' } };
    }
    if (/^(?:Error)?OutputPaths$/.test(name) && kind === 'attribute') {
      const path = value.kind === 'array' ? value.items.find(isPath) : undefined;
      return path && { range: path.range, words: { api: 'zap' }, repair: { to: 'quoted', text: 'stdout' } };
    }
    const isStream =
      (owner === 'sys' && /^std(?:out|err)$/.test(name)) ||
      (owner === 'os' && /^Std(?:out|err)$/.test(name)) ||
      (name === 'Out' && /log/i.test(owner ?? '')) ||
      (owner === 'gin' && /^Default(?:Error)?Writer$/.test(name));
    return isStream && isOpenFile(value) ? { range, words: { api: `${owner}.${name}` } } : undefined;
  },
};
