import type { Fixer } from '../../../rule';
import { bring } from '../../shared/bring';

const VERSIONS: Readonly<Record<string, string>> = { gunicorn: '23.0.0', uvicorn: '0.34.0', puma: '' };

/** Declares a webserver in the manifest that declares the framework. */
export const declareServer: Fixer = ({ path, breach }, _text, app) => {
  const name = breach.repair?.server;
  const version = typeof name === 'string' ? VERSIONS[name] : undefined;
  const manifest = app.manifests.find((one) => one.path === path);
  if (typeof name !== 'string' || version === undefined || !manifest) return [];
  const edits = bring({ ...app, manifests: [manifest], manifestsAbove: [] }, manifest.ecosystem, [
    { name, version },
  ]);
  return edits.length > 0 ? [{ title: `Declare ${name}`, kind: 'suggestion', edits }] : [];
};
