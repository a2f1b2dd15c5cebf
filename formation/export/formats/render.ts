import { defineExport, dnsName, type ExportInput, type ExportType } from '../format';
import { toYaml } from '../yaml';

/** Render: one service for each process type, the release task before the deploy of the first that serves. */
export default defineExport({
  id: 'render',
  title: 'a render.yaml',
  files: (input) => {
    const lasting = input.types.filter(({ oneShot }) => !oneShot);
    const release = input.types.find(({ name }) => name === 'release');
    const first = lasting.find(({ serves }) => serves) ?? lasting[0];
    const services = lasting.map((type) => service(input, type, type === first ? release : undefined));
    return [{ path: 'render.yaml', text: toYaml({ services }) }];
  },
});

function service(input: ExportInput, type: ExportType, release: ExportType | undefined): object {
  const shell = (command: string): string => `/bin/sh -c '${command.replaceAll("'", `'"'"'`)}'`;
  return {
    type: type.serves ? 'web' : 'worker',
    name: dnsName(`${input.app}-${type.name}`),
    ...(input.image === undefined
      ? { runtime: 'docker' }
      : { runtime: 'image', image: { url: input.image } }),
    dockerCommand: shell(type.shellCommand),
    ...(release ? { preDeployCommand: shell(release.shellCommand) } : {}),
    numInstances: type.instances.length,
    ...(type.ready?.kind === 'http' ? { healthCheckPath: type.ready.path } : {}),
    maxShutdownDelaySeconds: Math.min(300, Math.max(1, type.stopGrace)),
    envVars: [
      ...input.variables.filter((name) => name !== 'PORT').map(unset),
      ...(type.serves ? [{ key: 'PORT', value: String(type.port) }] : []),
    ],
  };
}

/** The value is typed in at Render, and stands in no file. */
function unset(key: string): object {
  return { key, sync: false };
}
