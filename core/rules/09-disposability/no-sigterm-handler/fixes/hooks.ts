import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import type { Statement } from './statement';

/** The lines before a start that let a server finish what is open once the process is to end. */
const HOOKS: Readonly<Partial<Record<Stop, (on: string, semi: string) => readonly string[]>>> = {
  'ruby-server': (on) => [`trap('TERM') { ${on}.shutdown }`],
  // A handler of Ruby may take no lock, which closing a channel does.
  'ruby-bunny': (on) => [`trap('TERM') { Thread.new { ${on}.channel.work_pool.shutdown } }`],
  'java-server': (on) => [`Runtime.getRuntime().addShutdownHook(new Thread(() -> ${on}.stop(10)));`],
  'java-jetty': (on) => [`${on}.setStopAtShutdown(true);`, `${on}.setStopTimeout(10_000);`],
  'java-javalin': (on) => [
    `${on}.jettyServer().server().setStopTimeout(10_000);`,
    `Runtime.getRuntime().addShutdownHook(new Thread(${on}::stop));`,
  ],
};

/** Servers that stop by themselves once they are told to. */
export function stopByHook(
  stop: Stop,
  { call, indent, before, after, range, eol }: Statement,
): readonly TextEdit[] | undefined {
  const hook = HOOKS[stop];
  const on = /^(@?[\w.]+)\.\w+\b/.exec(call)?.[1];
  if (!hook || !/^;?$/.test(after.trim())) return undefined;
  const lines = (name: string): readonly string[] => hook(name, after.trim());
  if (on !== undefined && before === '' && !call.startsWith('Javalin.')) {
    const newText = lines(on).map((line) => `${line}${eol}${indent}`);
    return [{ range: { start: range.start, end: range.start }, newText: newText.join('') }];
  }
  // Javalin is made and started in one statement, and may be told afterwards.
  const given = /^(?:final )?(?:var|Javalin)\s+(\w+)\s*=\s*$/.exec(before)?.[1];
  if (stop !== 'java-javalin' || given === undefined) return undefined;
  const newText = lines(given).map((line) => `${eol}${indent}${line}`);
  return [{ range: { start: range.end, end: range.end }, newText: newText.join('') }];
}
