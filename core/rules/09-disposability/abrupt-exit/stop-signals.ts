import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import { type Dockerfile, type DockerImage, readDockerfile } from '../../../formats/dockerfile';
import { readImage } from '../../../formats/sources/shared/images';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { eolOf } from '../../../text';
import { baseName } from '../../shared/commands';
import { withEdit } from '../../shared/one-edit';

/** Servers to which SIGTERM means “now”, and SIGQUIT “when the last request is done”. */
const FAST_ON_TERM = /^(?:nginx|openresty|php-fpm(?:\d(?:\.\d+)?)?|unicorn(?:_rails)?)$/;
/** Images of a system or a language, which leave the signal as it is. Those of the servers themselves set it. */
const PLAIN =
  /^(?:alpine|debian|ubuntu|centos|fedora|rockylinux|almalinux|amazonlinux|busybox|ubi\d*(?:-minimal)?|node|python|ruby|php|golang)$/;

/** Images that start such a server and do not say which signal stops it well. */
export function missingStopSignals(path: string, app: App): Breach[] {
  if (!isDockerfile(path)) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const file = readDockerfile(text);
  const { cmd, entrypoint } = file;
  const command = entrypoint && !isOption(cmd?.command.simple[0]) && cmd ? cmd : (entrypoint ?? cmd);
  const last = command?.command.simple.at(-1);
  const program = last && programOf(last);
  if (!command || !last || program === undefined || !FAST_ON_TERM.test(program)) return [];
  const stages = stagesOf(file);
  if (file.instructions.some((one) => one.keyword === 'STOPSIGNAL' && stages.has(one.stage))) return [];
  const base = file.images.findLast((one) => stages.has(one.stage) && one.base === undefined);
  if (!base || !isPlain(base)) return [];
  const breach: Breach = {
    range: last.range,
    words: { what: `SIGTERM to ${program}`, advice: 'Add STOPSIGNAL SIGQUIT, which lets requests finish.' },
    severity: 'information',
  };
  const start = command.range.start;
  return [
    withEdit(breach, {
      title: 'Add STOPSIGNAL SIGQUIT',
      safe: false,
      start,
      end: start,
      newText: `STOPSIGNAL SIGQUIT${eolOf(text)}`,
    }),
  ];
}

function isOption(simple: SimpleCommand | undefined): boolean {
  return simple?.words[0]?.text.startsWith('-') === true;
}

/** The program behind wrappers that hand signals on. */
function programOf({ words }: SimpleCommand): string | undefined {
  const names = words.map(({ text }) => baseName(text));
  const skipped = /^(?:exec|tini|dumb-init|docker-php-entrypoint|docker-entrypoint\.sh|bundle|--)$|^-/;
  return names.find((name) => !skipped.test(name));
}

/** The final stage and those that it builds on. */
function stagesOf({ images, stages }: Dockerfile): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at: number | undefined = stages - 1; at !== undefined && !found.has(at); ) {
    found.add(at);
    at = images.find((image) => image.stage === at)?.base;
  }
  return found;
}

function isPlain({ image }: DockerImage): boolean {
  const { name, tag } = readImage(image);
  return PLAIN.test(name) && !(name === 'php' && /fpm/.test(tag ?? ''));
}
