import { parseCommand } from '../../procfile/command';
import type { RoleCommand } from '../commands';
import { defineSource } from '../source';

const FILES =
  /\.(?:sh|bash)$|(?:^|\/)(?:bin|scripts?|docker|deploy)\/[\w-]+$|(?:^|\/)(?:docker-)?entrypoint$/;

/**
 * Shell scripts. When one runs is told by what starts it, which the app knows and the script does not; what it reads
 * of the environment is told by its language.
 */
export default defineSource({
  id: 'shell',
  files: FILES,
  isCode: true,
  read(path, text) {
    const shell = /\.(?:sh|bash)$/.test(path) ? (shebangOf(text) ?? 'sh') : shebangOf(text);
    if (shell === undefined) return {};
    const command = parseCommand(text);
    const range = { start: 0, end: text.length };
    const place = { name: undefined, form: 'script', key: 'script', range, shell } as const;
    const role: RoleCommand['role'] = 'script';
    return { commands: [{ command, role, path, place }] };
  },
});

/** The shell of a `#!` line; undefined for anything that no shell runs. */
function shebangOf(text: string): string | undefined {
  const line = /^\ufeff?#!([^\r\n]{1,200})/.exec(text)?.[1]?.trim();
  const words = line?.split(/\s+/).filter((word) => !word.endsWith('/env') && !word.startsWith('-')) ?? [];
  return words.find((word) => /(?:^|\/)(?:sh|bash|dash|ash|zsh|ksh)$/.test(word));
}
