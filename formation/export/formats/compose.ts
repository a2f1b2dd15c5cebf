import { defineExport, type ExportInput, type ExportType } from '../format';
import { toYaml } from '../yaml';

/** Docker Compose: one service for each process type. */
export default defineExport({
  id: 'compose',
  title: 'a Docker Compose file',
  files: (input) => {
    const services = Object.fromEntries(input.types.map((type) => [type.name, service(input, type)]));
    return [{ path: 'compose.yaml', text: toYaml({ name: input.app, services }) }];
  },
});

function service(input: ExportInput, type: ExportType): object {
  const count = type.instances.length;
  const last = type.port + count - 1;
  const published = count > 1 ? `${type.port}-${last}` : `${type.port}`;
  const known = input.types.filter(({ name }) => type.after.includes(name));
  return {
    ...(input.image === undefined ? { build: '.' } : { image: input.image }),
    command: ['/bin/sh', '-c', escaped(type.shellCommand)],
    ...(input.envFiles.length > 0 ? { env_file: input.envFiles } : {}),
    ...(type.oneShot ? {} : { environment: { PORT: String(type.port) } }),
    ...(type.serves ? { ports: [`${published}:${type.port}`] } : {}),
    ...(count > 1 ? { scale: count } : {}),
    ...(type.oneShot ? { profiles: [type.name], restart: 'no' } : { restart: 'unless-stopped' }),
    init: true,
    stop_signal: type.stopSignal,
    stop_grace_period: `${type.stopGrace}s`,
    ...(known.length > 0 ? { depends_on: Object.fromEntries(known.map(dependency)) } : {}),
  };
}

function dependency({ name, oneShot }: ExportType): [string, object] {
  return [name, { condition: oneShot ? 'service_completed_successfully' : 'service_started' }];
}

/** `$` is Compose's own. */
function escaped(text: string): string {
  return text.replaceAll('$', '$$$$');
}
