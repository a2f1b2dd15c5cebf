import type { App } from '../../../app';
import type { Breach } from '../../../rule';
import { declaredPackages } from '../../shared/declared';

const FRAMEWORKS = new Set(['rails', 'sinatra', 'hanami', 'roda', 'grape', 'padrino', 'cuba', 'camping']);
const SERVERS =
  /^(?:puma|unicorn\S*|thin|falcon|passenger|webrick|rainbows|iodine|agoo|goliath|itsi|pitchfork|lamby|jets|trinidad|torquebox\S*|rack-handlers|rackup)$/;

/** A Ruby framework without a server, where a Procfile or an image says that the app is deployed as processes. */
export function withoutRubyServer(path: string, app: App): Breach[] {
  const manifest = app.manifests.find((one) => one.path === path);
  if (manifest?.ecosystem !== 'rubygems' || manifest.format !== 'gemfile' || !app.complete) return [];
  const deployed = app.commands.filter(
    ({ role, path: from }) => role === 'run' && !from.endsWith('package.json'),
  );
  const all = declaredPackages(app, 'rubygems');
  if (deployed.length === 0 || !all || [...all].some((name) => SERVERS.test(name))) return [];
  if (
    manifest.includes.length > 0 ||
    deployed.some(({ command }) => /\b(?:puma|unicorn|thin|falcon|passenger|nginx)\b/.test(command.text))
  )
    return [];
  const framework = manifest.dependencies.find(
    ({ name, kind }) => kind === 'runtime' && FRAMEWORKS.has(name),
  );
  return framework
    ? [
        {
          range: framework.nameRange,
          words: { app: framework.name, how: 'declare puma or falcon' },
          repair: { server: 'puma' },
        },
      ]
    : [];
}
