import type { CancellationToken } from 'vscode-languageserver';
import { declarationsOf } from '../core/dependencies/importers';
import { namingOf } from '../core/dependencies/packages-of';
import type { Import } from '../core/facts/fact';
import { mostBytes } from '../core/limits';
import { codeLanguageOf } from '../core/linter';
import type { Ecosystem } from '../core/manifest';
import type { Range } from '../core/text';
import { type DependencyAt, importersBelow } from './dependencies';
import type { File } from './file';
import type { Folder } from './folder';
import type { OpenDocument } from './open-document';
import type { Session } from './session';
import { Slices } from './slices';
import { uriOf } from './uri';

const ECOSYSTEMS: readonly Ecosystem[] = [
  'npm',
  'pypi',
  'rubygems',
  'packagist',
  'go',
  'maven',
  'nuget',
  'crates',
];

/** The imports of a file that mean one package, with the text that they stand in. */
export interface ImportText {
  readonly uri: string;
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** Every import of a package below its manifest. Undefined where the request is cancelled meanwhile. */
export async function importsOf(
  session: Session,
  folder: Folder,
  { manifest, dependency }: DependencyAt,
  token: CancellationToken,
): Promise<ImportText[] | undefined> {
  const slices = new Slices(session);
  const found: ImportText[] = [];
  for (const path of importersBelow(folder, manifest).get(dependency.name) ?? []) {
    const one = await readImports(session, { folder, path });
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
    if (!one) continue;
    const declared = new Set(manifest.dependencies.map(({ name }) => name));
    const ranges = one.imports
      .filter(({ module }) =>
        namingOf(manifest.ecosystem).packagesOf(module, declared).includes(dependency.name),
      )
      .map(({ range }) => range);
    if (ranges.length > 0) found.push({ uri: one.uri, text: one.text, ranges });
  }
  return found;
}

async function readImports(
  session: Session,
  file: File,
): Promise<{ uri: string; text: string; imports: readonly Import[] } | undefined> {
  const { folder, path } = file;
  const open = session.documentAt(file);
  if (open) return { uri: open.uri, text: open.text, imports: open.skim()?.imports ?? [] };
  const language = codeLanguageOf(path);
  if (!language) return undefined;
  const reading = await session.host.read(folder.uri, path, mostBytes(path));
  if (!('text' in reading)) return undefined;
  const { imports } = session.linter.skim(reading.text, language);
  return { uri: uriOf(folder.uri, path), text: reading.text, imports };
}

/** An import under the pointer, and where its package is declared. */
export interface ImportAt {
  readonly range: Range;
  readonly ecosystem: Ecosystem;
  readonly declarations: ReturnType<typeof declarationsOf>;
}

/** The import at an offset of code whose package a manifest declares. */
export function importAt(document: OpenDocument, offset: number): ImportAt | undefined {
  const { app, path, language } = document;
  const family = language?.family;
  const ecosystem = ECOSYSTEMS.find((one) => family && namingOf(one).families.includes(family));
  if (!ecosystem) return undefined;
  const found = document.skim()?.imports.find(({ range }) => range.start <= offset && offset <= range.end);
  const declarations = found ? declarationsOf(found.module, ecosystem, path, app) : [];
  if (!found || declarations.length === 0) return undefined;
  return { range: found.range, ecosystem, declarations };
}
