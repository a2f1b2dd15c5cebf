const YAML = /\.ya?ml$/;
/** Keys under which names of variables are keys themselves, or items of a list. */
const BLOCK = /^(?:environment|env|variables|env_vars|envs)$/;
/** How far up a block's key is looked for. */
const FARTHEST = 20_000;

/**
 * Whether the name of a variable is expected behind `lead`, the part of a line up to where a name starts, in a file
 * around the code. `above` is the text before that line.
 */
export function nameExpected(path: string, above: string, lead: string): boolean {
  if (/^\s*#/.test(lead) && !YAML.test(path)) return false;
  if (/(?:^|[^\\$])\$\{?$/.test(lead) && !/^\s*#/.test(lead)) return true;
  const open = lead.lastIndexOf('${{');
  if (open >= 0 && !lead.includes('}}', open) && /[^\w](?:env|secrets|vars)\.$/.test(lead)) return true;
  if (/(?:^|\/)(?:[\w-]+\.)?Dockerfile(?:\.[\w.-]+)?$/i.test(path))
    return /^\s*(?:ENV|ARG)\s+(?:[\w.-]+=\S*\s+)*$/i.test(lead);
  if (!YAML.test(path)) return false;
  const key = /^(\s*)(?:-\s+)?["']?$/.exec(lead);
  const named = /^\s*-\s+name:\s+["']?$/.exec(lead);
  if (!key && !named) return false;
  const indent = /^\s*/.exec(lead)?.[0].length ?? 0;
  return BLOCK.test(blockOf(above.slice(-FARTHEST), indent) ?? '');
}

/** The key of the nearest line above that is indented less, or as much before a list. */
function blockOf(above: string, indent: number): string | undefined {
  const lines = above.split('\n');
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    const own = /^(\s*)([\w.-]+):[ \t]*(?:#.*)?\r?$/.exec(line);
    const depth = /^\s*/.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    if (own && (own[1]?.length ?? 0) <= indent && !/^\s*-/.test(line)) {
      if ((own[1]?.length ?? 0) < indent || /^\s*-/.test(lines[at + 1] ?? '-')) return own[2];
    }
    if (depth < indent && !/^\s*-/.test(line)) return undefined;
  }
  return undefined;
}
