import type { CallFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { always, at, items } from '../shared/apis';
import { isOpenFile, isPath } from '../shared/log-file';

const LOGRUS = 'github.com/sirupsen/logrus';
const ZEROLOG = 'github.com/rs/zerolog';
const ZAP = 'go.uber.org/zap';
const GIN = 'github.com/gin-gonic/gin';

/** A writer that is an opened file, at any place among the arguments. */
function writer(...calls: readonly string[]): Api {
  return {
    calls,
    breach: (call) => {
      if (!call.args.some(({ value }) => isOpenFile(value))) return undefined;
      const calleeEnd = call.calleeRange.end - call.range.start;
      return at(call, undefined, isOpenFile(call.args[0]?.value) ? { to: 'go', calleeEnd } : undefined);
    },
  };
}

/** A path in one of these fields of the options. */
function paths(calls: readonly string[], ...fields: readonly string[]): Api {
  return {
    calls,
    breach: (call) => {
      const file = fieldOf(call, fields);
      const toStdout = file?.kind === 'string' && call.callee.startsWith(ZAP);
      return file
        ? { ...at(call, file, toStdout ? { to: 'quoted', text: 'stdout' } : undefined), range: file.range }
        : undefined;
    },
  };
}

function fieldOf({ args }: CallFact, fields: readonly string[]): Value | undefined {
  for (const { value } of args) {
    for (const field of fields) {
      const held = property(value, field);
      const found = [held, ...items(held)].find((one) => isPath(one) || isOpenFile(one));
      if (found) return found;
    }
  }
  return undefined;
}

/** `flag.Set("log_file", "app.log")` of glog and klog. */
const flagSet: Api = {
  calls: ['flag.Set'],
  breach: (call) => {
    const [name, value] = call.args.map((argument) => argument.value);
    return /^log_(?:dir|file)$/.test(textOf(name) ?? '') && isPath(value)
      ? { range: call.range, words: { api: 'klog' } }
      : undefined;
  },
};

const apis: readonly Api[] = [
  flagSet,
  {
    calls: ['syscall.Dup2', 'golang.org/x/sys/unix.Dup2'],
    breach: (call) => {
      const to = call.args[1]?.value;
      const isStream = to?.kind === 'number' && (to.value === 1 || to.value === 2);
      return isStream ? at(call) : undefined;
    },
  },
  writer('log.SetOutput', 'log.New', 'log.Default().SetOutput', 'log.New().SetOutput'),
  writer('log/slog.NewTextHandler', 'log/slog.NewJSONHandler'),
  writer(`${LOGRUS}.SetOutput`, `${LOGRUS}.New().SetOutput`, `${LOGRUS}.StandardLogger().SetOutput`),
  paths([`${LOGRUS}.Logger`], 'Out'),
  always('github.com/rifflock/lfshook.NewHook'),
  paths([`${ZAP}.Config`], 'OutputPaths', 'ErrorOutputPaths'),
  {
    calls: [`${ZAP}.Open`],
    breach: (call) => (call.args.some(({ value }) => isPath(value)) ? at(call) : undefined),
  },
  writer(`${ZAP}/zapcore.AddSync`, `${ZAP}/zapcore.Lock`),
  writer(
    `${ZEROLOG}.New`,
    `${ZEROLOG}.MultiLevelWriter`,
    `${ZEROLOG}/log.Output`,
    `${ZEROLOG}/log.Logger.Output`,
  ),
  paths([`${ZEROLOG}.ConsoleWriter`], 'Out'),
  writer(`${GIN}.LoggerWithWriter`, `${GIN}.RecoveryWithWriter`),
  paths([`${GIN}.LoggerConfig`], 'Output'),
  paths(
    [
      'github.com/labstack/echo/middleware.LoggerConfig',
      'github.com/labstack/echo/v4/middleware.LoggerConfig',
    ],
    'Output',
  ),
  paths(
    [
      'github.com/gofiber/fiber/middleware/logger.Config',
      'github.com/gofiber/fiber/v2/middleware/logger.Config',
      'github.com/gofiber/fiber/v3/middleware/logger.Config',
    ],
    'Output',
    'Stream',
  ),
  writer('github.com/gorilla/handlers.LoggingHandler', 'github.com/gorilla/handlers.CombinedLoggingHandler'),
  writer(
    'github.com/go-kit/log.NewLogfmtLogger',
    'github.com/go-kit/log.NewJSONLogger',
    'github.com/go-kit/kit/log.NewLogfmtLogger',
    'github.com/go-kit/kit/log.NewJSONLogger',
    'github.com/go-kit/log.NewSyncWriter',
  ),
  paths(['github.com/hashicorp/go-hclog.LoggerOptions'], 'Output'),
  paths(['github.com/charmbracelet/log.NewWithOptions', 'github.com/charmbracelet/log.New'], 'Output'),
  writer('github.com/charmbracelet/log.New', 'github.com/charmbracelet/log.NewWithOptions'),
  always(
    'github.com/phuslu/log.FileWriter',
    'github.com/gookit/slog/handler.NewFileHandler',
    'github.com/gookit/slog/handler.MustFileHandler',
    'github.com/gookit/slog/handler.NewRotateFileHandler',
    'github.com/gookit/slog/handler.MustRotateFile',
    'github.com/gookit/slog/handler.NewTimeRotateFileHandler',
    'github.com/gookit/slog/handler.NewSizeRotateFileHandler',
  ),
  {
    calls: ['unknwon.dev/clog.NewFile', 'unknwon.dev/clog/v2.NewFile', 'github.com/unknwon/clog.NewFile'],
    breach: (call) => {
      const settings = call.args.at(-1)?.value;
      const given = settings?.kind === 'call' ? settings.args[0]?.value : settings;
      return at(call, property(given, 'Filename') ?? (settings?.kind === 'reference' ? settings : undefined));
    },
  },
  {
    calls: [
      'github.com/beego/beego/core/logs.SetLogger',
      'github.com/beego/beego/v2/core/logs.SetLogger',
      'github.com/astaxie/beego/logs.SetLogger',
      'github.com/beego/beego/logs.SetLogger',
    ],
    breach: (call) => (isBeegoFile(call.args[0]?.value) ? at(call) : undefined),
  },
];

function isBeegoFile(value: Value | undefined): boolean {
  if (value?.kind === 'reference') return /\.Adapter(?:Multi)?File$/.test(value.name);
  return value?.kind === 'string' && /^(?:multi)?file$/.test(value.text);
}

export default apis;
