import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import { parseCommand } from '../../../procfile/command';
import { everySimple, type SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';

/** Where what a deploy brings is looked at by a web server only, or is no code of the app. */
const STATIC =
  /(?:^|[\s/:"'])(?:dist|public|build|_site|site|docs?|html|static|assets|out|www-static|gh-pages|coverage|htdocs|\.output)(?:[\s/"']|$)/;
const CODE_CHANGE =
  /\b(?:git[ \t]{1,4}(?:-C[ \t]{1,4}\S{1,200}[ \t]{1,4})?(?:pull|reset|checkout)\b|(?:npm|yarn|pnpm)[ \t]{1,4}(?:install|i|ci)\b|pip3?[ \t]{1,4}install\b|composer[ \t]{1,4}(?:install|update)\b|bundle[ \t]{1,4}install\b)/;
const PULL = /\bgit[ \t]{1,4}(?:-C[ \t]{1,4}\S{1,200}[ \t]{1,4})?(?:pull|reset|checkout)\b/;
const IMAGES =
  /\bdocker(?:-compose|[ \t]{1,4}compose|[ \t]{1,4}stack|[ \t]{1,4}service)?\b|\bkubectl\b|\bhelm\b|\bnomad\b/;
/** Tools that make a folder for each release and switch a link. */
const RELEASES = /\breleases?\/|\bcap\b|\bdep[ \t]+deploy\b|\bcurrent\b/;

/** Commands that reach into a machine or a container and change code there. */
export function liveEdits({ command, role, place, path }: RoleCommand, app: App): Breach[] {
  if (role === 'build' || role === 'check' || (role === 'run' && place?.form !== 'script')) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const isInCode = place?.key === 'run' && /\.(?:py|rb|php)$/.test(path);
  return everySimple(command).flatMap((simple) => [
    ...overSsh(simple),
    ...(isInCode || place?.key === 'sudo' || place?.key === 'execute' ? onMachine(simple, text) : []),
    ...copies(simple),
    ...inContainer(simple),
  ]);
}

/** `ssh host "cd app && git pull"`. */
function overSsh({ words, range }: SimpleCommand): Breach[] {
  const program = words.find(({ text }) => /^(?:ssh|sshpass|autossh)$/.test(baseName(text)));
  const script = words.at(-1);
  if (!program || !script || !PULL.test(script.text) || RELEASES.test(script.text)) return [];
  const severity = IMAGES.test(script.text) ? ({ severity: 'information' } as const) : {};
  return [{ range, words: { what: 'git over SSH' }, ...severity }];
}

/** A deploy script's own connection: `run("git pull")`. */
function onMachine({ range }: SimpleCommand, text: string): Breach[] {
  const written = text.slice(range.start, range.end);
  return PULL.test(written) && !RELEASES.test(text) ? [{ range, words: { what: 'git on the server' } }] : [];
}

/** `rsync -a . user@host:/var/www/app`. */
function copies({ words, range }: SimpleCommand): Breach[] {
  const program = baseName(words[0]?.text ?? '');
  if (program === 'lftp' && words.some(({ text }) => /\bmirror\b[^;]{0,80}(?:-R|--reverse)/.test(text)))
    return [{ range, words: { what: 'lftp' } }];
  if (!/^(?:rsync|scp)$/.test(program)) return [];
  const places = words.slice(1).filter(({ text }) => !text.startsWith('-'));
  const target = places.at(-1)?.text ?? '';
  const sources = places.slice(0, -1).map(({ text }) => text);
  const isRemote = /^[^\s/:]{1,200}:(?!\/\/)(?:\/|~|\$|\w)/.test(target);
  const isCode =
    program === 'rsync' ? sources.some(isFolder) : words.some(({ text }) => /^-\w{0,8}r/.test(text));
  if (
    !isRemote ||
    !isCode ||
    /\/releases?\/|\/tmp\b|backup/i.test(target) ||
    // Nothing but variables says nothing of code.
    ![...sources.filter(isFolder), target.slice(target.indexOf(':') + 1)].some(isNamed) ||
    STATIC.test(` ${sources.join(' ')} ${target} `)
  )
    return [];
  return [{ range, words: { what: program } }];
}

/** A part of the path is written out, or its variable speaks of the app. */
function isNamed(path: string): boolean {
  if (/app|code|src|source|site|deploy|project|www/i.test(path)) return true;
  return /[\w.]/.test(path.replace(/\$\{?\w{1,80}\}?/g, ''));
}

function isFolder(word: string): boolean {
  return (
    /^(?:\.{1,2}|\$\w+|\$\{\w+\}|\.{0,2}\/?[\w./-]*)\/?$/.test(word) &&
    !/\.(?:tar|gz|tgz|zip|jar|war|ya?ml|env|conf|sql|json)$/.test(word) &&
    word !== 'ssh'
  );
}

/** `docker exec web pip install x`, `kubectl cp app.py pod:/app`. */
function inContainer({ words, range }: SimpleCommand): Breach[] {
  const [program = '', ...rest] = words.map(({ text }) => text);
  if (!/^(?:docker|podman|kubectl|docker-compose|oc)$/.test(baseName(program))) return [];
  const at = rest.findIndex((word) => word === 'exec' || word === 'cp');
  if (at < 0 || at > 4) return [];
  const after = rest.slice(at + 1).join(' ');
  if (rest[at] === 'exec') {
    const inner = parseCommand(after)
      .simple.map(({ words: all }) => all.map(({ text }) => text).join(' '))
      .join(' ; ');
    return CODE_CHANGE.test(inner) ? [{ range, words: { what: `${baseName(program)} exec` } }] : [];
  }
  const target = rest.at(-1) ?? '';
  const isCode =
    /:\S/.test(target) &&
    rest
      .slice(at + 1, -1)
      .some((word) => /^\.{0,2}\/?(?:src|app|lib|server)?\/?\.?$|\.(?:py|rb|php|js|ts|jar|war)$/.test(word));
  return isCode ? [{ range, words: { what: `${baseName(program)} cp` } }] : [];
}
