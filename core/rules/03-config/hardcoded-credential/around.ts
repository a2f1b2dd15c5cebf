import type { App } from '../../../app';
import { isAppCode, isDockerfile } from '../../../facts/app-files';
import type { RoleCommand } from '../../../formats/commands';
import { readDockerfile } from '../../../formats/dockerfile';
import type { Breach } from '../../../rule';
import { credentialEvidence } from '../../../values/credential';
import { inlineSecrets } from '../../13-procfile/shared/inline-secrets';

/** Credentials in commands of pipelines, containers and makefiles; those of process types have a rule of their own. */
export function inCommands(command: RoleCommand, app: App): Breach[] {
  if (command.processType !== undefined || isAppCode(command.path)) return [];
  return inlineSecrets(command, app).map((breach) => ({ ...breach, severity: 'information' }));
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
