import type { RuntimeKind, RuntimePin } from '../../source';
import type { ConfigNode } from './tree';

/** Actions that install a runtime, with the input that takes its version. */
const SETUPS: readonly [action: string, runtime: RuntimeKind, key: string][] = [
  ['actions/setup-node', 'node', 'node-version'],
  ['actions/setup-python', 'python', 'python-version'],
  ['actions/setup-java', 'java', 'java-version'],
  ['actions/setup-go', 'go', 'go-version'],
  ['actions/setup-dotnet', 'dotnet', 'dotnet-version'],
  ['ruby/setup-ruby', 'ruby', 'ruby-version'],
  ['shivammathur/setup-php', 'php', 'php-version'],
  ['erlef/setup-beam', 'elixir', 'elixir-version'],
  ['oven-sh/setup-bun', 'bun', 'bun-version'],
  ['denoland/setup-deno', 'deno', 'deno-version'],
  ['dtolnay/rust-toolchain', 'rust', 'toolchain'],
  ['actions-rs/toolchain', 'rust', 'toolchain'],
];

export function setupOf(uses: string): { runtime: RuntimeKind; key: string } | undefined {
  const found = SETUPS.find(([action]) => uses.startsWith(`${action}@`));
  return found && { runtime: found[1], key: found[2] };
}

/** The versions that a value or a list holds, as they are written there. */
export function pinsAt(runtime: RuntimeKind, node: ConfigNode, matrix: boolean): RuntimePin[] {
  const values = node.kind === 'list' ? node.children : [node];
  // Several lines ask for several versions.
  const all = values.filter(({ value }) => /^[\w.^~<>=| *+/-]+$/.test(value) && /\d|lts|latest/.test(value));
  const isMatrix = matrix || values.length > 1;
  return all.map(({ value, range }) => ({
    runtime,
    version: value.trim(),
    range,
    place: 'ci',
    for: 'run',
    ...(isMatrix ? { matrix: true } : {}),
  }));
}
