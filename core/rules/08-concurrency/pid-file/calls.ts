import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { everywhere, named, says, when } from '../../06-processes/shared/apis';
import { removing } from '../../06-processes/shared/repairs';

const PID_FILE = /\.pid$/i;
const PID = /(?:^|[.:])\$?(?:pid|getpid|getmypid|Getpid|ProcessId|id|\$\$)(?:\(\))?$/;

function isPidFile(value: Value | undefined): boolean {
  if (!value) return false;
  if (value.kind === 'reference') return /pid_?(?:file|path)/i.test(value.name);
  if (value.kind === 'call') return value.args.some(({ value: part }) => isPidFile(part));
  return PID_FILE.test(textOf(value) ?? '');
}

/** A file that is written, and by its name holds the id of a process. */
function writes(calls: readonly string[], modes?: RegExp): Api {
  return {
    calls,
    beside: ['pid', 'Pid', 'PID'],
    breach: ({ args, range }: CallFact) => {
      if (!isPidFile(args[0]?.value)) return undefined;
      if (modes && !modes.test(textOf(args[1]?.value) ?? '')) return undefined;
      return says('This', range);
    },
  };
}

/** A file that the id of the process is written to. */
function writesId(calls: readonly string[]): Api {
  return {
    calls,
    beside: ['pid', 'Pid', 'PID', 'process'],
    breach: (call: CallFact) => {
      const { args } = call;
      const content = args[1]?.value;
      const isId = (value: Value | undefined): boolean =>
        value?.kind === 'reference'
          ? PID.test(value.name)
          : value?.kind === 'call' &&
            (PID.test(value.callee) || value.args.some((one) => isId(one.value)) || isIdText(value.callee));
      return isPidFile(args[0]?.value) || isId(content) ? statement(call) : undefined;
    },
  };
}

/** A statement of its own may go; that of a branch without braces may not. */
function statement({ range, alone, enclosure }: CallFact): Breach {
  const found = says('This', range);
  return alone && !enclosure.inBranch ? removing(found, 'Remove the statement', range) : found;
}

const isIdText = (callee: string): boolean =>
  /process\.pid|Process\.pid|getpid|Getpid|ProcessId|process\.id/.test(callee);

export const javascript: readonly Api[] = [
  writesId([
    'fs.writeFile',
    'fs.writeFileSync',
    'fs/promises.writeFile',
    'fs.promises.writeFile',
    'fs-extra.outputFile',
    'fs-extra.writeFile',
  ]),
  named('npid', 'npid.create'),
  named('node-pidfile', 'node-pidfile'),
];

export const python: readonly Api[] = [
  ...everywhere(writes(['open'], /^[wax]/)),
  named('pid', 'pid.PidFile'),
  named(
    'lockfile',
    'lockfile.pidlockfile.PIDLockFile',
    'daemon.pidfile.PIDLockFile',
    'daemon.pidfile.TimeoutPIDLockFile',
  ),
];

export const ruby: readonly Api[] = [
  writesId(['File.write', 'IO.write', 'File.binwrite']),
  writes(['File.open', 'File.new'], /^[wa]/),
];

export const php: readonly Api[] = everywhere(writesId(['file_put_contents']), writes(['fopen'], /^[wax]/));

export const java: readonly Api[] = [
  named('ApplicationPidFileWriter', 'org.springframework.boot.context.ApplicationPidFileWriter'),
  when(
    'This',
    [
      'java.nio.file.Files.write',
      'java.nio.file.Files.writeString',
      'java.io.FileWriter',
      'java.io.PrintWriter',
    ],
    ({ args }) => isPidFile(args[0]?.value),
  ),
];

export const go: readonly Api[] = [writesId(['os.WriteFile', 'io/ioutil.WriteFile']), writes(['os.Create'])];

export const csharp: readonly Api[] = everywhere(
  writesId([
    'File.WriteAllText',
    'System.IO.File.WriteAllText',
    'File.WriteAllTextAsync',
    'System.IO.File.WriteAllTextAsync',
  ]),
);

export const rust: readonly Api[] = [writesId(['std.fs.write']), writes(['std.fs.File.create'])];
