import type { Range } from '../../text';
import { linesOf, trimmed } from '../entries/shared/lines';
import { defineSource, type RuntimeKind, type RuntimePin } from '../source';

const FILES: readonly [RegExp, RuntimeKind, RegExp][] = [
  [/(?:^|\/)\.(?:nvmrc|node-version)$/, 'node', /^(?:node-)?(v?\d[\w.]*|lts\/[\w*-]+|node|stable)$/],
  [/(?:^|\/)\.python-version$/, 'python', /^(?:python-|cpython-)?(\d[\w.]*)$/],
  [/(?:^|\/)runtime\.txt$/, 'python', /^python-(\d[\w.]*)$/],
  [/(?:^|\/)\.ruby-version$/, 'ruby', /^(?:ruby-)?(\d[\w.]*)$/],
  [/(?:^|\/)\.go-version$/, 'go', /^(?:go)?(\d[\w.]*)$/],
  [/(?:^|\/)\.java-version$/, 'java', /^(?:[a-z-]+-)?(\d[\w.]*)$/],
  [/(?:^|\/)\.php-version$/, 'php', /^(\d[\w.]*)$/],
  [/(?:^|\/)\.bun-version$/, 'bun', /^v?(\d[\w.]*)$/],
  [/(?:^|\/)rust-toolchain$/, 'rust', /^(\d[\w.]*)$/],
];

/** Files that hold one version and nothing else: `.nvmrc`, `.python-version`, `runtime.txt` … */
export default defineSource({
  id: 'version-files',
  files:
    /(?:^|\/)(?:\.(?:nvmrc|node-version|python-version|ruby-version|go-version|java-version|php-version|bun-version)|runtime\.txt|rust-toolchain)$/,
  read(path, text) {
    const row = FILES.find(([files]) => files.test(path));
    if (!row) return {};
    const pins: RuntimePin[] = [];
    for (const line of linesOf(text)) {
      const range = trimmed(text, line);
      const written = text.slice(range.start, range.end).replace(/^\ufeff/, '');
      if (written === '' || written.startsWith('#')) continue;
      const pin = pinOf(written, { start: range.end - written.length, end: range.end }, row[1], row[2]);
      if (pin) pins.push(pin);
    }
    // pyenv falls back from the first line to the next.
    return { runtimes: pins.slice(0, 1) };
  },
});

function pinOf(written: string, range: Range, runtime: RuntimeKind, shape: RegExp): RuntimePin | undefined {
  const version = shape.exec(written)?.[1];
  if (version === undefined) return undefined;
  const start = range.start + written.indexOf(version);
  return { runtime, version, range: { start, end: start + version.length }, place: 'local', for: 'run' };
}
