import { stringify } from 'smol-toml';
import { defineExport, type ExportType } from '../format';

/** Fly.io: one process group for each type. How many of each run is told to `fly scale count`. */
export default defineExport({
  id: 'fly',
  title: 'a fly.toml',
  files: ({ app, image, types }) => {
    const lasting = types.filter(({ oneShot }) => !oneShot);
    const release = types.find(({ name }) => name === 'release');
    const web = lasting.find(({ serves }) => serves);
    const text = stringify({
      app,
      ...killOf(lasting),
      build: image === undefined ? {} : { image },
      ...(release ? { deploy: { release_command: line(release) } } : {}),
      ...(web ? { env: { PORT: String(web.port) } } : {}),
      processes: Object.fromEntries(lasting.map((type) => [type.name, line(type)])),
      ...(web ? { http_service: service(web) } : {}),
    });
    const scale = lasting.map(({ name, instances }) => `${name}=${instances.length}`).join(' ');
    return [{ path: 'fly.toml', text: `# fly scale count ${scale}\n${text}` }];
  },
});

/** Its processes are split into words, not read by a shell. */
function line({ command }: ExportType): string {
  return /[$|&;<>()`"'\\*?~#{}[\]]/.test(command)
    ? `/bin/sh -c '${command.replaceAll("'", `'"'"'`)}'`
    : command;
}

function killOf(types: readonly ExportType[]): object {
  const [first] = types;
  if (!first) return {};
  const stopGrace = types.reduce((most, type) => Math.max(most, type.stopGrace), 0);
  return { kill_signal: first.stopSignal, kill_timeout: `${stopGrace}s` };
}

function service({ name, port, ready }: ExportType): object {
  const path = ready?.kind === 'http' ? { checks: [{ method: 'GET', path: ready.path }] } : {};
  return { internal_port: port, force_https: true, processes: [name], ...path };
}
