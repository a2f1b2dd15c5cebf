import { HOLE, type Value } from '../../../facts/fact';
import { readsEnv, textOf } from '../../../facts/values';

/** What is no file on disk, though it is named like one. */
const STREAM =
  /^(?:\/dev\/(?:stdout|stderr|null|tty|fd\/\d)|\/proc\/(?:self|\d+)\/fd\/\d|php:\/\/.*|ext:\/\/.*|NUL|nul|CONOUT\$|-|stdout|stderr|std(?:out|err)\b.*|syslog.*|\d)$/i;

/** Functions that make a path of other paths, or of a path an object for it. */
const PATHS =
  /(?:^|[.:\\?])(?:path\.(?:join|resolve|normalize)|os\.path\.(?:join|abspath|expanduser)|pathlib\.Path|Path|PurePath|(?:url\.)?fileURLToPath|(?:Rails\.)?root\.join|Rails\.root\.join|File\.(?:join|expand_path)|Pathname\.new|(?:storage|base|app)_path|storagePath|(?:java\.io\.)?File|Paths\.get|Path\.of|(?:path\/)?filepath\.Join|path\.Join|(?:System\.IO\.)?Path\.(?:Combine|Join)|(?:System\.IO\.)?FileInfo|PathBuf\.from|Path\.new|(?:Path|PathBuf)(?:\.new|\.from)\(\)\.join)$/;

/** Functions that open a file. */
const OPENERS =
  /^(?:fs(?:-extra)?\.(?:createWriteStream|openSync)|open|io\.open|codecs\.open|(?:pathlib\.)?Path\(\)\.open|File\.(?:open|new)|fopen|SplFileObject|(?:java\.io\.)?(?:FileOutputStream|FileWriter|RandomAccessFile)|(?:java\.nio\.file\.)?Files\.new(?:OutputStream|BufferedWriter)|os\.(?:OpenFile|Create)|(?:System\.IO\.)?(?:File\.(?:CreateText|AppendText|OpenWrite|Create|Open)|FileStream)|(?:(?:std|tokio)\.fs\.)?File\.create(?:_new)?|(?:(?:std|tokio)\.fs\.)?(?:OpenOptions\.new\(\)|File\.options\(\)).*\.open)$/;

/** Functions whose result writes to what they are given. */
const WRAPPERS =
  /^(?:(?:java\.io\.)?(?:PrintStream|PrintWriter|BufferedOutputStream|BufferedWriter|OutputStreamWriter)|(?:System\.IO\.)?(?:StreamWriter|TextWriter\.Synchronized)|io\.MultiWriter|bufio\.NewWriter(?:Size)?|(?:std\.)?(?:sync\.)?(?:Mutex|Arc)\.new|(?:std\.io\.)?(?:BufWriter|LineWriter)\.new)$/;

/** Whether a value is a path of a file on disk. */
export function isPath(value: Value | undefined): boolean {
  if (!value) return false;
  const text = textOf(value);
  if (text !== undefined) return text !== '' && text !== HOLE && !STREAM.test(text);
  if (value.kind === 'call') return PATHS.test(value.callee);
  return value.kind === 'env' || (value.kind === 'either' && value.values.some(isPath));
}

/** Whether a value is a file that was opened to be written, however wrapped. */
export function isOpenFile(value: Value | undefined): boolean {
  if (value?.kind === 'either') return value.values.some(isOpenFile);
  if (value?.kind === 'array') return value.items.some(isOpenFile);
  if (value?.kind !== 'call') return false;
  const [first] = value.args;
  if (OPENERS.test(value.callee)) return first !== undefined && !isStream(first.value);
  const takesPath = /(?:StreamWriter|PrintStream|PrintWriter)$/.test(value.callee);
  return (
    WRAPPERS.test(value.callee) &&
    value.args.some(
      (argument, index) => isOpenFile(argument.value) || (takesPath && index === 0 && isPath(argument.value)),
    )
  );
}

/** Whether a value is a file on disk, by its path or opened. */
export function isFile(value: Value | undefined): boolean {
  return isPath(value) || isOpenFile(value);
}

/** A standard stream by its name or its path. */
function isStream(value: Value): boolean {
  const text = textOf(value);
  return text === undefined ? false : STREAM.test(text) || text === '';
}

export function isStreamName(text: string): boolean {
  return STREAM.test(text);
}

/** What holds what the deploy says, by its name: `config.getString(…)`, `settings.LOG_FILE`, `args.log_file`. */
const SETTINGS =
  /(?:^|[.?$_])(?:\w*config(?:uration)?|conf|cfg|settings?|options|opts|args|argv|flags|env|viper)\b/i;

/** Whether the deploy chooses the file. */
export function isChosenByDeploy(value: Value): boolean {
  if (value.kind === 'either') return value.values.some(isChosenByDeploy);
  if (value.kind === 'call' && value.args.some((argument) => isChosenByDeploy(argument.value))) return true;
  const name = value.kind === 'reference' ? value.name : value.kind === 'call' ? value.callee : '';
  return readsEnv(value) || SETTINGS.test(name);
}

const LOG_FILE =
  /\.log(?:[.-][\w\uFFFC.-]*)?$|(?:^|[\\/])logs?[\\/](?:[^\\/]+[\\/])*[^\\/.]+(?:\.(?:txt|log|out|err))?$|\/var\/log\/.|(?:^|[\\/])(?:error|access|debug|app|server|php)[_-]?logs?(?:\.txt)?$|(?:^|[\\/])(?:debug|logs?|errors?)\.txt$|(?:^|[\\/])(?:nohup|app)\.out$/i;
/** Words that end in “log” and are something else. */
const OTHER = /(?:^|[\\/])(?:change|cata|b|dia|back|v|ana)log(?:\.[\w.]+)?$|(?:^|[\\/])\.?git[\\/]/i;

/** Whether a path is that of a log file. */
export function isLogPath(path: string): boolean {
  return LOG_FILE.test(path) && !OTHER.test(path) && !STREAM.test(path);
}

/** The path that a value spells out, as far as the text tells; holes are U+FFFC. */
export function pathText(value: Value | undefined): string | undefined {
  if (!value) return undefined;
  const text = textOf(value);
  if (text !== undefined) return text;
  if (value.kind === 'either') return value.values.map(pathText).find((one) => one !== undefined);
  if (value.kind === 'env') return pathText(value.fallback);
  if (value.kind !== 'call' || !PATHS.test(value.callee)) return undefined;
  return value.args.map((argument) => pathText(argument.value) ?? HOLE).join('/');
}

export function isLogFile(value: Value | undefined): boolean {
  const path = pathText(value);
  return path !== undefined && isLogPath(path);
}
