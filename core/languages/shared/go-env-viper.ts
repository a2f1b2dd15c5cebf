import type { EnvRead } from '../../facts/fact';
import { derivedRead, readOf } from './env-scan';

const KEY = /\bviper\.(Get\w*|BindEnv)\(\s*"([\w.-]+)"\s*(\)|,)/g;

/**
 * Keys that viper takes from the environment: with `AutomaticEnv` each that is asked for, else those that are bound.
 * The variable is the key in capitals, behind the prefix, with what its replacer puts in place of dots and dashes.
 */
export function viperReads(text: string): EnvRead[] {
  if (!text.includes('viper.')) return [];
  const prefix = /\bSetEnvPrefix\(\s*"(\w+)"/.exec(text)?.[1];
  const isAutomatic = /\.AutomaticEnv\(/.test(text);
  const replacements = replacementsOf(text);
  return [...text.matchAll(KEY)].flatMap((match) => {
    const [whole, method = '', key = '', sign] = match;
    if (method === 'BindEnv' && sign === ',') return [];
    const start = match.index + whole.indexOf(`"${key}`) + 1;
    if (prefix === undefined && /^[A-Z][A-Z0-9_]*$/.test(key)) return [readOf(key, start, true)];
    if (method !== 'BindEnv' && !isAutomatic) return [];
    const spelt = replacements.reduce((name, [from, to]) => name.replaceAll(from, to), key);
    const name = `${prefix === undefined ? '' : `${prefix}_`}${spelt}`.toUpperCase();
    return /^\w+$/.test(name) ? [derivedRead(name, key, start, true)] : [];
  });
}

/** The pairs of `strings.NewReplacer(".", "_", "-", "_")`. */
function replacementsOf(text: string): [from: string, to: string][] {
  const args =
    /\bNewReplacer\(\s{0,20}((?:"[^"\n]{0,10}"[\s,]{1,20}){1,19}"[^"\n]{0,10}")/.exec(text)?.[1] ?? '';
  const words = [...args.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
  return words.flatMap((from, at): [string, string][] =>
    at % 2 === 0 && from !== '' ? [[from, words[at + 1] ?? '']] : [],
  );
}
