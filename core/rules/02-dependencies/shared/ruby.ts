import type { App } from '../../../app';
import type { Lock } from '../../../lockfile';
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
    'pry-byebug': ['pry', 'byebug'],
    'pry-remote': ['pry'],
    standard: ['rubocop'],
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
  if (!/^[a-z][\w-]*(?:\/[\w.-]+)*$/i.test(feature)) return undefined;
  if (rubyStdlib.has(top) && !FEATURES.has(feature)) return undefined;
  const manifests = manifestsOf(app, 'rubygems');
  const gemfile = manifests.find(({ format }) => format === 'gemfile') ?? manifests[0];
  if (!gemfile || manifests.every(({ dependencies }) => dependencies.length === 0)) return undefined;
  const known = FEATURES.get(feature) ?? FEATURES.get(top);
  // A name that is no known library's and in no lockfile may be a file on some load path.
  const gem = known ?? lockedGem(feature, app);
  if (gem === undefined || isOwn(feature, path, app) || provides(manifests, feature, gem)) return undefined;
  return {
    package: gem,
    manifest: gemfile.path,
    ...(known === undefined ? { severity: 'information' } : {}),
  };
}

const lockedNames = new WeakMap<Lock, ReadonlyMap<string, string>>();

/** The gem of a lockfile that is named as what is required, or as what it starts with: `foo-bar` for `foo/bar/baz`. */
function lockedGem(feature: string, { locks }: App): string | undefined {
  const parts = feature.split('/');
  for (const lock of locks) {
    if (lock.ecosystem !== 'rubygems') continue;
    const names =
      lockedNames.get(lock) ?? new Map([...lock.versions.keys()].map((name) => [plain(name), name]));
    lockedNames.set(lock, names);
    for (let length = parts.length; length > 0; length--) {
      const gem = names.get(plain(parts.slice(0, length).join('')));
      if (gem !== undefined) return gem;
    }
  }
  return undefined;
}

/** Folders that are on the load path, and the folder of the file itself; a name of one word may stand anywhere else. */
const ROOT = /(?:^|\/)(?:lib|src|app|app\/\w+|spec|test|config|features|vendor\/[\w.-]+)\/$|^$/;

/** A folder `app` below `lib` is a namespace there. */
function isRoot(folder: string): boolean {
  const lib = folder.indexOf('lib/');
  return ROOT.test(folder) && (lib < 0 || !folder.includes('/app/', lib));
}

/** `require 'shop/cart'` of a file below some folder of the load path. */
function isOwn(feature: string, path: string, app: App): boolean {
  const names = new Set([feature, feature.split('/')[0] ?? '']);
  const beside = path.slice(0, path.lastIndexOf('/') + 1);
  for (const known of app.tree.paths) {
    if (known === path || !known.endsWith('.rb')) continue;
    for (const name of names) {
      if (!known.endsWith(`${name}.rb`)) continue;
      const folder = known.slice(0, -`${name}.rb`.length);
      if (name.includes('/') ? folder === '' || folder.endsWith('/') : isRoot(folder) || folder === beside)
        return true;
    }
  }
  return false;
}

/** Gems that bring the one whose name theirs starts with: `redis-rails`, `sidekiq-pro`. */
const EXTENDS = /^(?:rails\w*|ruby|pro|enterprise|ent|gem|all|core|\w*adapter)$/;

function provides(manifests: readonly Manifest[], feature: string, gem: string): boolean {
  const [wanted, top, plainGem] = [plain(feature), plain(feature.split('/')[0] ?? ''), plain(gem)];
  return manifests.some(({ name, dependencies }) =>
    [...(name === undefined ? [] : [name]), ...dependencies.map((one) => one.name)].some((one) => {
      const has = plain(one);
      if (one === gem || has === wanted || has === plainGem) return true;
      // A back end or a fork that carries the whole name: `talentbox-delayed_job_sequel`.
      if (plainGem.length > 7 && has.includes(plainGem)) return true;
      if ((BROUGHT_BY.get(one) ?? []).some((word) => top.startsWith(plain(word)))) return true;
      // `foo-bar` is a part of `foo`, which has a gem of its own, or one of several that make it up.
      if (has.startsWith(top)) return top !== plainGem || EXTENDS.test(has.slice(top.length));
      return wanted.startsWith(has) && has !== top && has.length > 3;
    }),
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_/]/g, '');
}
