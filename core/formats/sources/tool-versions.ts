import { linesOf } from '../entries/shared/lines';
import toml from '../entries/toml';
import { defineSource, type RuntimeKind, type RuntimePin } from '../source';
import { treeOf } from './shared/tree';

const TOOLS: Readonly<Record<string, RuntimeKind>> = {
  nodejs: 'node',
  node: 'node',
  python: 'python',
  ruby: 'ruby',
  php: 'php',
  java: 'java',
  golang: 'go',
  go: 'go',
  rust: 'rust',
  dotnet: 'dotnet',
  'dotnet-core': 'dotnet',
  elixir: 'elixir',
  erlang: 'erlang',
  deno: 'deno',
  bun: 'bun',
};
const VERSION = /^(?:[a-z-]+-)?(\d[\w.]*)/;

/** The version managers asdf and mise. */
export default defineSource({
  id: 'tool-versions',
  files: /(?:^|\/)(?:\.tool-versions|\.?mise(?:\.[\w-]+)?\.toml)$/,
  read: (path, text) => ({ runtimes: path.endsWith('.toml') ? ofMise(text) : ofAsdf(text) }),
});

function ofAsdf(text: string): RuntimePin[] {
  const pins: RuntimePin[] = [];
  for (const { start, end } of linesOf(text)) {
    const [, before = '', name = '', version = ''] =
      /^(([\w-]+)[ \t]+)([^\s#]+)/.exec(text.slice(start, end)) ?? [];
    pins.push(...pinOf(name, version, start + before.length));
  }
  return pins;
}

function ofMise(text: string): RuntimePin[] {
  return (treeOf(toml.entries(text)).child('tools')?.children ?? []).flatMap((tool) => {
    const node = tool.isFilled ? tool : (tool.filled('version') ?? tool.children.find((one) => one.isFilled));
    return node ? pinOf(tool.key, node.value, node.range.start) : [];
  });
}

function pinOf(name: string, written: string, start: number): RuntimePin[] {
  const runtime = TOOLS[name];
  const found = VERSION.exec(written);
  const version = found?.[1];
  if (!runtime || version === undefined) return [];
  const at = start + (found?.[0].length ?? 0) - version.length;
  return [{ runtime, version, range: { start: at, end: at + version.length }, place: 'local', for: 'run' }];
}
