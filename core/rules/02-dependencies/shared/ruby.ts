import type { App } from '../../../app';
import type { Manifest } from '../../../manifest';
import { FEATURES } from './ruby-gems';
import rubyStdlib from './ruby-stdlib.generated';
import { manifestsOf, type Undeclared } from './undeclared';

/** What Rails requires by itself or tells users to require; a gem that declares Rails has them. */
const BROUGHT_BY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    rails:
      'abbrev action active activesupport activerecord arel builder concurrent crass erubi globalid i18n loofah mail marcel method_source minitest mini_mime nokogiri rack rackup rails railties sprockets thor tzinfo websocket zeitwerk bundler'.split(
        ' ',
      ),
    // Each part of Rails needs Active Support of its own version.
    railties: ['active', 'activesupport', 'action', 'rack', 'rackup', 'thor', 'zeitwerk', 'rails'],
    activerecord: ['activesupport', 'activemodel', 'arel'],
    activemodel: ['activesupport'],
    activejob: ['activesupport', 'globalid'],
    actionpack: ['activesupport', 'actionview', 'actiondispatch', 'abstractcontroller', 'rack'],
    actionview: ['activesupport'],
    actionmailer: ['activesupport', 'actionview', 'abstractcontroller', 'mail'],
    // Forks that keep the name of what they come from.
    'kt-paperclip': ['paperclip'],
    sinatra: ['rack', 'tilt', 'mustermann'],
    hanami: ['rack', 'dry'],
    puma: ['rack', 'nio'],
    rspec: ['rspec'],
    capybara: ['nokogiri', 'rack', 'xpath', 'addressable'],
    sidekiq: ['rack', 'redis_client', 'connection_pool', 'concurrent'],
    faraday: ['faraday'],
    fog: ['fog', 'excon'],
    omniauth: ['rack', 'hashie'],
    oauth2: ['faraday', 'jwt', 'multi_json', 'multi_xml', 'rack'],
    'rails-controller-testing': ['rails'],
    rubocop: ['rubocop', 'parser'],
    webmock: ['addressable', 'crack', 'hashdiff'],
    savon: ['nori', 'gyoku', 'wasabi', 'httpi', 'akami'],
  }),
);

/** The gem that a `require` of a Ruby file needs and no Gemfile declares. */
export function undeclaredInRuby(module: string, path: string, app: App): Undeclared | undefined {
  const feature = module.replace(/\.(?:rb|so)$/, '');
  const top = feature.split('/')[0] ?? '';
  if (!/^[a-z][\w-]*(?:\/[\w.-]+)*$/i.test(feature) || rubyStdlib.has(top)) return undefined;
  const manifests = manifestsOf(app, 'rubygems');
  const gemfile = manifests.find(({ format }) => format === 'gemfile') ?? manifests[0];
  if (!gemfile || manifests.every(({ dependencies }) => dependencies.length === 0)) return undefined;
  if (isOwn(feature, path, app) || provides(manifests, feature)) return undefined;
  const gem = FEATURES.get(feature) ?? FEATURES.get(top);
  // A name that is no known library's may be a file on some load path.
  return gem === undefined || declares(manifests, gem) ? undefined : { package: gem, manifest: gemfile.path };
}

/** `require 'shop/cart'` of a file below some folder of the load path. */
function isOwn(feature: string, path: string, app: App): boolean {
  const top = feature.split('/')[0] ?? '';
  for (const known of app.tree.paths) {
    if (known === path || !known.endsWith('.rb')) continue;
    if (known === `${feature}.rb` || known.endsWith(`/${feature}.rb`) || known.endsWith(`/${top}.rb`))
      return true;
  }
  return false;
}

function provides(manifests: readonly Manifest[], feature: string): boolean {
  const wanted = plain(feature);
  const top = plain(feature.split('/')[0] ?? '');
  return manifests.some(({ name, dependencies }) =>
    [...(name === undefined ? [] : [name]), ...dependencies.map((one) => one.name)].some((gem) => {
      const has = plain(gem);
      if (has === wanted || has === top || wanted.startsWith(has) || has.startsWith(top)) return true;
      return (BROUGHT_BY.get(gem) ?? []).some((word) => top.startsWith(plain(word)));
    }),
  );
}

function declares(manifests: readonly Manifest[], gem: string): boolean {
  return manifests.some(({ dependencies }) => dependencies.some(({ name }) => name === gem));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_/]/g, '');
}
