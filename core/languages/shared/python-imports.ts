import type { Import, ImportBinding } from '../../facts/fact';

const LINE = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import\b|import[ \t]+)/gm;

/** `import` and `from … import` statements of a Python text. */
export function readImports(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(LINE)) {
    const end = match.index + match[0].length;
    const module = match[1];
    if (module === undefined) found.push(...plain(text, end));
    else found.push(from(text, match.index, end, module));
  }
  return found;
}

function plain(text: string, start: number): Import[] {
  const lineEnd = endOfLine(text, start);
  const found: Import[] = [];
  let at = start;
  for (const part of text.slice(start, lineEnd).split(/[,;#]/)) {
    const words = part.trim().split(/\s+/);
    const module = words[0] ?? '';
    if (/^[A-Za-z_][\w.]*$/.test(module)) {
      const offset = at + part.indexOf(module);
      const local = words[1] === 'as' ? words[2] : module.split('.')[0];
      const qualified = words[1] === 'as' ? module : (module.split('.')[0] ?? module);
      const bindings = local ? [{ local, qualified }] : [];
      found.push({
        module,
        range: { start: offset, end: offset + module.length },
        typeOnly: false,
        bindings,
      });
    }
    if (text[at + part.length] !== ',') break;
    at += part.length + 1;
  }
  return found;
}

function from(text: string, lineStart: number, end: number, module: string): Import {
  const start = text.indexOf(module, text.indexOf('from', lineStart) + 4);
  return {
    module,
    range: { start, end: start + module.length },
    typeOnly: false,
    bindings: names(text, end, module),
  };
}

function names(text: string, start: number, module: string): ImportBinding[] {
  const open = /^[ \t]*\(/.exec(text.slice(start, start + 80));
  const stop = open ? text.indexOf(')', start) : endOfLine(text, start);
  const list = text.slice(start + (open?.[0].length ?? 0), stop < 0 ? start : stop);
  const bindings: ImportBinding[] = [];
  for (const part of list
    .replace(/#[^\n]*/g, '')
    .replaceAll('\\', ' ')
    .split(',')) {
    const words = part.trim().split(/\s+/);
    const member = words[0];
    const local = words[1] === 'as' ? words[2] : member;
    const dot = module.endsWith('.') ? '' : '.';
    if (member && local) bindings.push({ local, qualified: `${module}${dot}${member}` });
  }
  return bindings;
}

function endOfLine(text: string, start: number): number {
  let at = start;
  for (;;) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    if (text[end - 1] !== '\\' && text.slice(end - 2, end) !== '\\\r') return end;
    at = end + 1;
  }
}
