import type { TextDocument } from 'vscode';
import { classifyEnvFile } from '../../core/env/cascade';

/** Backups and copies of env files hold values as well. */
const COPY = /^\.env(?:\.[\w.-]+)?(?:\.(?:bak|backup|old|orig|save|swp)|~)$/i;
const IDS: ReadonlySet<string> = new Set(['dotenv', 'env', 'env-spec']);

export type EnvDocumentKind = 'values' | 'example';

/** What a document is as far as masking goes: an env file with values, one with examples, or neither. */
export function envKindOf({ fileName, languageId }: Pick<TextDocument, 'fileName' | 'languageId'>) {
  const path = fileName.replaceAll('\\', '/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = classifyEnvFile(name);
  if (found) return found.kind === 'example' ? 'example' : ('values' satisfies EnvDocumentKind);
  return COPY.test(name) || IDS.has(languageId) ? 'values' : undefined;
}
