import type { RoleCommand } from '../commands';
import { defineSource } from '../source';
import { shellCommand } from './shared/embedded';

/** A call that runs a command somewhere, up to the quote of a literal. */
const CALL =
  /\b(run|sudo|local|execute|sh|bash|within|remote|localexec)(?:\([ \t]{0,4}|[ \t]{1,4})(?:script:[ \t]{0,4})?([frbu]{0,2})("""|'''|"|')/g;
const LONGEST = 4_000;

/** Scripts of deploy tools in code: fabfiles, Capistrano, Deployer, Shipit, Jenkins pipelines. Only literal commands. */
export default defineSource({
  id: 'deploy-scripts',
  files:
    /(?:^|\/)(?:fabfile\.py|Capfile|config\/deploy(?:\/[\w-]+)?\.rb|deploy\.php|shipitfile\.js|[\w.-]*Jenkinsfile(?:\.[\w-]+)?)$/,
  isCode: true,
  read(path, text) {
    const isCi = /Jenkinsfile/.test(path);
    const commands: RoleCommand[] = [];
    for (const match of text.matchAll(CALL)) {
      const quote = match[3] ?? '"';
      const start = match.index + match[0].length;
      const end = endOf(text, start, quote);
      if (end === undefined || isComment(text, match.index)) continue;
      const range = { start, end };
      const value = text.slice(start, end);
      const place = { name: match[1], form: 'shell', key: match[1] ?? '', range } as const;
      commands.push({
        command: shellCommand(text, { value, range }),
        role: isCi ? 'ci' : 'deploy',
        path,
        place,
      });
    }
    return { commands };
  },
});

function endOf(text: string, start: number, quote: string): number | undefined {
  const limit = Math.min(text.length, start + LONGEST);
  for (let at = start; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at;
    else if (quote.length === 1 && text[at] === '\n') return undefined;
  }
  return undefined;
}

function isComment(text: string, at: number): boolean {
  return /^\s*(?:#|\/\/|\*)/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at + 1));
}
