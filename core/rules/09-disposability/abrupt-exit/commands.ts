import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import type { RoleCommand } from '../../../formats/commands';
import { readDockerfile } from '../../../formats/dockerfile';
import { everySimple, type SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';

const KILL = /^(?:-(?:9|KILL|SIGKILL)|-s|--signal)$/i;

/** Commands that bring out a deploy, or look after one, and kill what runs. */
export function kills({ command, role, place }: RoleCommand): Breach[] {
  if (role === 'dev' || role === 'build' || role === 'check') return [];
  if (role === 'ci' && place?.key !== undefined) return [];
  return everySimple(command).flatMap(kill);
}

function kill({ words, range }: SimpleCommand): Breach[] {
  const all = words.map(({ text }) => text);
  const program = baseName(all[0] === 'sudo' ? (all[1] ?? '') : (all[0] ?? ''));
  const isKill =
    /^(?:kill|pkill|killall|systemctl)$/.test(program) &&
    all.some((word, at) => isKillSignal(word, all[at + 1]));
  const isDocker =
    /^(?:docker|podman)$/.test(program) &&
    (/^kill$/.test(all[1] ?? '') ||
      (all[1] === 'stop' && /^(?:-t|--time|--timeout)[= ]0(?: |$)/.test(all.slice(2, 4).join(' ')))) &&
    !all.some((word) => /^(?:-s|--signal)/.test(word));
  const isForced = program === 'kubectl' && all.includes('delete') && all.includes('--grace-period=0');
  if (!isKill && !isDocker && !isForced) return [];
  const what = isForced ? '--grace-period=0' : isDocker ? `docker ${all[1]}` : `${program} -9`;
  return [
    { range, words: { what, advice: 'Send SIGTERM and give it time to finish.' }, severity: 'information' },
  ];
}

function isKillSignal(word: string, next: string | undefined): boolean {
  if (!KILL.test(word)) return /^-(?:s|-signal)=?(?:9|SIGKILL|KILL)$/i.test(word);
  return /^-(?:9|KILL|SIGKILL)$/i.test(word) || /^(?:9|KILL|SIGKILL)$/i.test(next ?? '');
}

/** `STOPSIGNAL SIGKILL` of an image. */
export function killSignals(path: string, app: App): Breach[] {
  if (!isDockerfile(path)) return [];
  const { instructions } = readDockerfile(app.tree.appFiles.get(path)?.text ?? '');
  return instructions.flatMap(({ keyword, args: [signal] }) =>
    keyword === 'STOPSIGNAL' && signal && /^(?:SIG)?(?:KILL|9)$/i.test(signal.text)
      ? [{ range: signal.range, words: { what: 'SIGKILL', advice: 'Let SIGTERM stop it.' } }]
      : [],
  );
}
