/** Where a document lies: its folder's URI and its path below that folder, with `/` and nothing escaped. */
export interface Place {
  readonly folder: string;
  readonly path: string;
}

/** The path of a document below a folder; undefined where it lies elsewhere. Both may be escaped differently. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const lead = `${decoded(folder)}/`;
  const whole = decoded(uri);
  return whole.startsWith(lead) && whole.length > lead.length ? whole.slice(lead.length) : undefined;
}

/** The place of a document that lies in no workspace folder: the folder right above it. */
export function placeOf(uri: string): Place {
  const slash = uri.lastIndexOf('/');
  const end = slash < 0 ? uri.indexOf(':') + 1 : slash;
  return { folder: uri.slice(0, end), path: decoded(uri.slice(slash < 0 ? end : end + 1)) };
}

export function uriOf(folder: string, path: string): string {
  const below = path.split('/').map(escaped).join('/');
  return folder.endsWith(':') ? `${folder}${below}` : `${folder}/${below}`;
}

/** As VS Code escapes a segment, which goes further than `encodeURIComponent`. */
function escaped(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A folder's URI without the slash at its end. */
export function trimmed(folder: string): string {
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A lone `%`: the URI was never escaped.
    return uri;
  }
}
