import type { App } from '../../../app';
import { isAppCode, isDockerfile, isExampleEnvFile } from '../../../facts/app-files';
import { classOfPath } from '../../../file-class';
import type { RoleCommand } from '../../../formats/commands';
import { readDockerfile } from '../../../formats/dockerfile';
import type { Breach } from '../../../rule';
import { credentialEvidence } from '../../../values/credential';
import { inlineSecrets } from '../../13-procfile/shared/inline-secrets';
import { levelOf, onceApart } from './level';

/** Credentials in commands of pipelines, containers, makefiles and scripts; those of process types have a rule of their own. */
export function inCommands(command: RoleCommand, app: App): Breach[] {
  if (command.processType !== undefined) return [];
  const file = { path: command.path, class: classOfPath(command.path) };
  const level = isAppCode(command.path) ? levelOf('certain', '', '', file) : 'information';
  return level ? inlineSecrets(command, app).map((breach) => ({ ...breach, severity: level })) : [];
}

/** Defaults of build arguments, and variables of stages that are left behind; those of the image have a rule of their own. */
export function inDockerfile(path: string, app: App): Breach[] {
  if (!isDockerfile(path)) return [];
  const file = readDockerfile(app.tree.appFiles.get(path)?.text ?? '');
  const early = file.env.filter(({ stage }) => stage < file.stages - 1);
  return [...file.args, ...early].flatMap(({ name, value, valueRange }) => {
    const text = value.reveal();
    return text !== '' && credentialEvidence(name, text) === 'certain'
      ? [{ range: valueRange, severity: 'warning' }]
      : [];
  });
}

/** `Environment=` of systemd units. */
export function inUnit(path: string, app: App): Breach[] {
  if (!/\.service(?:\.\w+)?$/.test(path)) return [];
  const file = { path, class: classOfPath(path) };
  const env = app.sources.find((source) => source.path === path)?.facts.env ?? [];
  return env.flatMap(({ name, value, valueRange }) => {
    const text = value?.reveal() ?? '';
    const evidence = text === '' ? undefined : credentialEvidence(name, text);
    const severity = evidence && levelOf(evidence, text, name, file);
    return severity && valueRange ? [{ range: valueRange, severity, ...onceApart(file) }] : [];
  });
}

/** Keys that a machine made, in a file that documents variables: it is tracked, and shows names, not values. */
export function inExampleEnv(path: string, app: App): Breach[] {
  if (!isExampleEnvFile(path)) return [];
  const entries = app.env.find((source) => source.path === path)?.file.entries ?? [];
  const file = { path, class: 'example' } as const;
  return entries.flatMap(({ name, value, valueRange }) => {
    const text = value.reveal();
    const evidence = credentialEvidence(name, text);
    const severity = evidence && levelOf(evidence, text, name, file);
    return severity ? [{ range: valueRange, severity, ...onceApart(file) }] : [];
  });
}
