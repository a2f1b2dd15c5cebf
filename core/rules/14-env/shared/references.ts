import type { App } from '../../../app';
import type { Breach } from '../../../rule';
import { isMentioned, isPlatformVariable } from '../../shared/known-variables';
import { type EnvText, writtenValue } from './files';

const REFERENCE = /\$\{([A-Za-z_]\w*)\}/g;

/** `${NAME}` in values that nothing known sets. What it names is part of a value and stays unsaid. */
export function unknownReferences(file: EnvText, app: App): Breach[] {
  if (!app.complete || file.source.example) return [];
  const names = new Set(app.env.flatMap(({ file: { entries } }) => entries.map(({ name }) => name)));
  const answers = new Map<string, boolean>();
  const isKnown = (name: string) => {
    const answer =
      answers.get(name) ??
      (isPlatformVariable(name) || app.envReads.has(name) || isMentioned(name, app, file.path));
    answers.set(name, answer);
    return answer;
  };
  const found: Breach[] = [];
  for (const entry of file.source.file.entries) {
    if (entry.quote === "'") continue;
    const value = writtenValue(entry, file);
    for (const { 0: whole, 1: name = '', index } of value.includes('${') ? value.matchAll(REFERENCE) : []) {
      const escaped = value[index - 1] === '\\' || value[index - 1] === '$';
      if (escaped || names.has(name) || isKnown(name)) continue;
      const start = entry.valueRange.start + index;
      found.push({ range: { start, end: start + whole.length } });
    }
  }
  return found;
}
