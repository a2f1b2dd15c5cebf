import { MODULES, NAMESPACES } from './python-import-map';
import { normalizeName } from './requirement';

/** Ways in which distributions are called after the one module they hold. */
const CUSTOMS = [
  'python-*',
  '*-python',
  'py-*',
  'py*',
  '*-py',
  '*py',
  '*-python-api',
  '*-api',
  '*-sdk',
  'django-*',
  'flask-*',
  'types-*',
];

/**
 * The distributions that may provide a module, in PEP 503 normal form and the likeliest first: those known for it or a
 * package above it, its own name, and names made from that by custom. An import counts as declared if any of them is.
 */
export function candidates(importPath: string): string[] {
  const parts = importPath.split('.').filter((part) => part !== '');
  const [top] = parts;
  if (top === undefined) return [];
  const known: string[] = [];
  for (let length = parts.length; length > 0; length--) {
    known.push(...(MODULES.get(parts.slice(0, length).join('.')) ?? []));
  }
  const own = normalizeName(top);
  const customs = CUSTOMS.map((custom) => custom.replace('*', () => own));
  return [...new Set([...known, ...fromNamespace(parts), own, ...customs])];
}

/** Parts of a namespace are distributions of their own: `google.cloud.storage` is `google-cloud-storage`. */
function fromNamespace(parts: readonly string[]): string[] {
  const depth = NAMESPACES.get(parts[0] ?? '') ?? 0;
  const names: string[] = [];
  for (let length = Math.min(depth, parts.length); length > 1; length--) {
    names.push(normalizeName(parts.slice(0, length).join('-')));
  }
  return names;
}
