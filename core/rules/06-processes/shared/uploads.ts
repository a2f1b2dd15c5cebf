import type { App } from '../../../app';
import { HOLE, type Value } from '../../../facts/fact';
import { readsEnv, textOf } from '../../../facts/values';
import type { Related, Severity } from '../../../rule';

/** A folder that holds what users gave. */
const UPLOADS =
  /(?:^|[/\\\uFFFC])(?:(?:user[-_]?)?uploads?|user[-_]?files|media|avatars|attachments|uploaded[-_]?\w+)(?:[/\\\uFFFC]|$)/i;
const TEMPORARY =
  /(?:^|[/\\_.-])te?mp(?:[/\\_.-]|$)|tmpdir|gettempdir|GetTempPath|temp_dir|sys_get_temp_dir|mkdtemp|TempDir|createTemp/i;

/** All literal parts of a path, and whether one of its parts is a temporary folder. */
function parts(value: Value): { readonly texts: readonly string[]; readonly isTemporary: boolean } {
  const text = textOf(value);
  if (text !== undefined) return { texts: [text], isTemporary: TEMPORARY.test(text) };
  if (value.kind === 'reference') return { texts: [], isTemporary: TEMPORARY.test(value.name) };
  const inner =
    value.kind === 'call'
      ? value.args.map((argument) => argument.value)
      : value.kind === 'either'
        ? value.values
        : value.kind === 'array'
          ? value.items
          : [];
  const all = inner.map(parts);
  return {
    texts: all.flatMap(({ texts }) => texts),
    isTemporary:
      all.some(({ isTemporary }) => isTemporary) || (value.kind === 'call' && TEMPORARY.test(value.callee)),
  };
}

/** A path that starts with something unknown may start with a temporary folder. */
const isRelativeToUnknown = (texts: readonly string[]): boolean => texts[0]?.startsWith(HOLE) ?? false;

/** How sure it is that a path leads into a folder of what users gave: less where the deploy chooses the path. */
export function uploadFolder(value: Value | undefined): Severity | undefined {
  if (!value) return undefined;
  const { texts, isTemporary } = parts(value);
  if (isTemporary || !texts.some((text) => UPLOADS.test(text.replace(/^file:(?:\/\/)?/, ''))))
    return undefined;
  return readsEnv(value) || isRelativeToUnknown(texts) ? 'information' : 'warning';
}

/** How sure it is that a path is kept: a literal that is no temporary folder. */
export function keptFolder(value: Value | undefined): Severity | undefined {
  if (!value) return undefined;
  const { texts, isTemporary } = parts(value);
  if (isTemporary || texts.every((text) => text === '')) return undefined;
  if (isRelativeToUnknown(texts)) return uploadFolder(value);
  return readsEnv(value) || value.kind === 'either' ? 'information' : 'warning';
}

/** What an app keeps, by the name of the folder; only where the path starts at the app's own root. */
const KEPT =
  /(?:^|[/\\\uFFFC])(?:public|static|storage|images|avatars|invoices|attachments|wwwroot)(?:[/\\\uFFFC]|$)/i;
const OWN_ROOT =
  /(?:^|[.$?])(?:__dirname|import\.meta\.dirname|process\.cwd|BASE_DIR|MEDIA_ROOT|STATIC_ROOT|Rails\.root(?:\.join)?|Rails\.public_path(?:\.join)?|__DIR__|storage_path|public_path|base_path|WebRootPath|ContentRootPath|AppContext\.BaseDirectory)(?:\(\))?$/;
/** Names of what is made of the app itself, and can be made again. */
const DERIVED =
  /(?:manifest|sitemap|robots|cache|build|bundle|schema|swagger|openapi|compiled|generated|version|lock|routes?|log|pid|feed|rss)[\w.-]*$|\.(?:js|css|map|html?|ts|lock|log|pid|xml|ya?ml|php)$/i;

const BUILT = /(?:^|\/)(?:build|dist|target|out|node_modules|vendor)\//;

function isAnchored(value: Value): boolean {
  if (value.kind === 'reference') return OWN_ROOT.test(value.name);
  if (value.kind === 'call')
    return OWN_ROOT.test(value.callee) || value.args.some((argument) => isAnchored(argument.value));
  return value.kind === 'array' && value.items.some(isAnchored);
}

export interface Kept {
  readonly severity: Severity;
  readonly related?: readonly Related[];
}

/** How sure it is that what is written to a path is to be kept: uploads, what the app serves, what its own folders hold. */
export function keptFile(value: Value | undefined, app: App): Kept | undefined {
  if (!value) return undefined;
  const { texts, isTemporary } = parts(value);
  const path = texts
    .join('/')
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.{0,2}\/)+/, '');
  if (isTemporary) return undefined;
  const serving = [...app.files.values()].filter((file) =>
    file.served.some((folder) => path === folder || path.startsWith(`${folder}/`)),
  );
  const related = serving.map((file) => ({ path: file.path, message: 'This file serves the folder' }));
  const upload = uploadFolder(value);
  if (upload) return related.length > 0 ? { severity: upload, related } : { severity: upload };
  if (DERIVED.test(path) || BUILT.test(path)) return undefined;
  if (related.length > 0 && path.includes('/') && path.includes(HOLE))
    return { severity: 'information', related };
  return isAnchored(value) && KEPT.test(path) ? { severity: 'information' } : undefined;
}
