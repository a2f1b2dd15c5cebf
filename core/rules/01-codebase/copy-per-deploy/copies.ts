import type { App } from '../../../app';
import type { Manifest } from '../../../manifest';
import { baseName, folderOf } from '../../../manifests/shared/paths';

const DEPLOYS =
  'dev|develop|development|qa|uat|stage|staging|stg|preprod|preview|sandbox|demo|prod|production|live';
/** `shop-staging`, `staging-shop`, `staging`. */
const NAMED = new RegExp(`^(?:(.*)[-_.](?:${DEPLOYS})|(?:${DEPLOYS})[-_.](.*)|(?:${DEPLOYS}))$`, 'i');
/** Manifests of what runs where, which are not the app's code. */
const CONFIG =
  /(?:^|\/)(?:k8s|kubernetes|helm|charts?|overlays?|environments?|envs?|deploy(?:ments?)?|infra\w*|terraform|ansible|clusters?|config|settings)(?:\/|$)/i;
const ENTRY = new RegExp(
  `^(?:index|main|server|app|worker|bot|wsgi|asgi)[._-](${DEPLOYS})\\.(?:[cm]?[jt]s|py|rb|php|go)$`,
  'i',
);

/** The folders beside this app's that are named for a deploy of it and hold a manifest of the same name. */
export function copiesOf(manifest: Manifest, app: App): readonly string[] {
  const own = stemOf(app.root);
  if (own === undefined || manifest.name === undefined || CONFIG.test(app.root)) return [];
  const copies = [...app.tree.manifests.values()].filter(
    (one) =>
      one.format === manifest.format &&
      one.name === manifest.name &&
      folderOf(one.path) !== app.root &&
      folderOf(folderOf(one.path)) === folderOf(app.root) &&
      stemOf(folderOf(one.path)) === own,
  );
  const folders = [app.root, ...copies.map(({ path }) => folderOf(path))].sort();
  // Told once, in the first of them.
  return folders.length > 1 && folders[0] === app.root ? folders : [];
}

function stemOf(folder: string): string | undefined {
  const [, before, after] = NAMED.exec(baseName(folder)) ?? [];
  return NAMED.test(baseName(folder)) ? (before ?? after ?? '') : undefined;
}

/** Files of one folder that start the app, each for another deploy. */
export function entriesPerDeploy(app: App): readonly string[] {
  const byFolder = new Map<string, string[]>();
  for (const { path, class: kind } of app.files.values()) {
    if (kind !== 'app' || !ENTRY.test(baseName(path)) || CONFIG.test(folderOf(path))) continue;
    const key = `${folderOf(path)}/${baseName(path).split(/[._-]/, 1)[0] ?? ''}`;
    byFolder.set(key, [...(byFolder.get(key) ?? []), path]);
  }
  return [...byFolder.values()].find((paths) => paths.length > 1)?.sort() ?? [];
}
