import { Secret } from '../../../secret';
import type { SourceEnv } from '../../source';
import type { ConfigNode } from './tree';

type Scope = SourceEnv['scope'];

/** `environment:` and its kin: a map of names to values, or a list of `NAME=value` and of bare names. */
export function environmentOf(
  node: ConfigNode | undefined,
  scope: Scope,
  when: SourceEnv['when'] = 'run',
): SourceEnv[] {
  if (!node) return [];
  if (node.kind === 'list') return node.children.flatMap((item) => listed(item, scope, when));
  return node.children.flatMap((item): SourceEnv[] => {
    if (item.kind === 'list') return [];
    const passed = item.kind === 'value' && !item.isFilled && item.range.start === item.keyRange.start;
    return [
      {
        name: item.key,
        range: item.keyRange,
        ...(passed ? { does: 'read', passed } : { does: 'set' }),
        ...(item.kind === 'value' && !passed
          ? { value: new Secret(item.value), valueRange: item.range }
          : {}),
        ...(item.kind === 'map' || isReference(item.value) ? { external: true } : {}),
        scope,
        when,
      },
    ];
  });
}

function listed(item: ConfigNode, scope: Scope, when: SourceEnv['when']): SourceEnv[] {
  if (item.kind !== 'value') return [];
  const equals = item.value.indexOf('=');
  const name = equals < 0 ? item.value : item.value.slice(0, equals);
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) return [];
  const { start, end } = item.range;
  const range = { start, end: start + name.length };
  if (equals < 0) return [{ name, range, does: 'read', passed: true, scope, when }];
  const value = item.value.slice(equals + 1);
  const valueRange = { start: Math.min(start + equals + 1, end), end };
  return [
    {
      name,
      range,
      does: 'set',
      value: new Secret(value),
      valueRange,
      ...(isReference(value) ? { external: true } : {}),
      scope,
      when,
    },
  ];
}

/** `${X}`, `${{ secrets.X }}`, `$X` and nothing else: the value comes from elsewhere. */
function isReference(value: string): boolean {
  return /^(?:\$\w+|\$\{[^{}]*\}|\$\{\{[^{}]*\}\}|\{\{[^{}]*\}\})$/.test(value.trim());
}

/** `${NAME}`, `${NAME:-default}`, `${NAME?message}` and `$NAME` in a text, but not `$$` nor `${{ … }}`. */
const INTERPOLATION = /\$(?:\{([A-Za-z_]\w*)(:?[-?+][^{}]*)?\}|([A-Za-z_]\w*)|\$|\{\{)/g;

/** The variables that stand in a text which the file's own reader fills, as Compose does. */
export function interpolated(text: string, scope: Scope, from = 0, to = text.length): SourceEnv[] {
  const found: SourceEnv[] = [];
  for (const match of text.slice(from, to).matchAll(INTERPOLATION)) {
    const name = match[1] ?? match[3];
    if (name === undefined) continue;
    const start = from + match.index + (match[1] === undefined ? 1 : 2);
    const hasDefault = /^:?[-+]/.test(match[2] ?? '');
    found.push({
      name,
      range: { start, end: start + name.length },
      does: 'read',
      ...(hasDefault ? { hasDefault } : {}),
      scope,
      when: 'run',
    });
  }
  return found;
}
