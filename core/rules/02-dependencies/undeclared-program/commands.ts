import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { Dependency, Manifest } from '../../../manifest';
import manifests from '../../../manifests/index.generated';
import { everySimple, type SimpleCommand, type Word } from '../../../procfile/procfile';
import { programOf } from '../../../procfile/program';
import type { Breach, Fixer } from '../../../rule';
import { lockedVersion } from '../shared/locking';
import { manifestsOf } from '../shared/undeclared';
import { PROGRAMS, type Provided } from './programs';

/** Programs of a Procfile's process types that come with a package which no manifest declares for production. */
export function undeclaredPrograms({ command, role, processType, path }: RoleCommand, app: App): Breach[] {
  if (!app.complete || processType === undefined || (role !== 'run' && role !== 'release')) return [];
  // What changes the folder or the search path may bring programs from elsewhere.
  const moved = command.simple.some(
    ({ words, assignments }) =>
      /^(?:cd|source|\.|nix-shell|conda)$/.test(words[0]?.text ?? '') ||
      assignments.some(({ name }) => name === 'PATH'),
  );
  if (moved) return [];
  return everySimple(command).flatMap((simple) => {
    const found = programOf(simple);
    const provided = found && PROGRAMS.get(found.name);
    if (!found || !provided || isOwn(found.word, path, app)) return [];
    return judge(simple, found.word, found.name, provided, app);
  });
}

function judge(simple: SimpleCommand, word: Word, program: string, provided: Provided, app: App): Breach[] {
  const known = manifestsOf(app, provided.ecosystem).filter(isReadable);
  const dependencies = known.flatMap((one) => one.dependencies);
  const [manifest] = known;
  if (!manifest || dependencies.length === 0) return [];
  const [usual] = provided.packages;
  const found = dependencies.filter(({ name }) => provided.packages.some((one) => names(one, name)));
  const { range } = word;
  if (found.length > 0) {
    // Only npm's platforms take development dependencies away by themselves.
    if (provided.ecosystem !== 'npm' || !found.every(({ kind }) => kind === 'dev')) return [];
    const why = `${usual} is a development dependency, which platforms leave out or remove before ${program} starts. Declare it for production.`;
    return [{ range, words: { why }, severity: 'information' }];
  }
  if (isLocked(usual, provided, app) || bringsIt(known, usual, app)) return [];
  const isFetched = simple.words.some(({ text }) => /^(?:npx|bunx|dlx)$/.test(text));
  const why = isFetched
    ? `${manifest.path} does not declare ${usual}: it is fetched anew, in whatever version, each time the process starts. Declare it.`
    : `No dependency provides ${program}: ${manifest.path} does not declare ${usual}. Declare it.`;
  return [{ range, words: { why }, repair: { package: usual, manifest: manifest.path } }];
}

/** A manifest of another tool beside it may declare more. */
function isReadable({ problem, format }: Manifest): boolean {
  return problem === undefined && format !== 'setup-py' && format !== 'gemspec';
}

function names(pattern: string, name: Dependency['name']): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function isLocked(name: string, { ecosystem }: Provided, app: App): boolean {
  return app.locks.some((lock) => lock.ecosystem === ecosystem && lock.versions.has(name));
}

/** `fastapi[standard]` brings uvicorn. */
function bringsIt(known: readonly Manifest[], name: string, app: App): boolean {
  if (name !== 'uvicorn') return false;
  return known.some(({ path }) =>
    /\b(?:fastapi|litestar)\s?\[/i.test(app.tree.appFiles.get(path)?.text ?? ''),
  );
}

/** A program of the project itself, or of an environment that something else fills. */
function isOwn({ text, literal }: Word, path: string, app: App): boolean {
  if (!literal) return true;
  if (!text.includes('/')) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return app.tree.paths.has(`${folder}${text}.py`) && /^(?:flask|fastapi|celery)$/.test(text);
  }
  return !/(?:^|\/)node_modules\/\.bin\//.test(text);
}

/** Declares the package in the manifest that the message names. */
export const declareProgram: Fixer = ({ breach: { repair } }, _text, app) => {
  const name = repair?.package;
  const path = repair?.manifest;
  if (typeof name !== 'string' || typeof path !== 'string') return [];
  const manifest = app.tree.manifests.get(path);
  const text = app.tree.appFiles.get(path)?.text;
  const format = manifests.find(({ id }) => id === manifest?.format);
  const edits =
    text === undefined
      ? undefined
      : format?.declare(text, name, manifest && lockedVersion(name, manifest, app), 'runtime');
  if (!edits || edits.length === 0) return [];
  return [
    {
      title: `Declare ${name} in ${path}`,
      kind: 'suggestion',
      edits: edits.map((edit) => ({ path, ...edit })),
    },
  ];
};
