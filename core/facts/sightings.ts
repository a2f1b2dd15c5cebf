import type { Rule, Sighting } from '../rule';
import { Automaton } from './automaton';

/** What a rule has seen in a text without knowing its language. */
export interface RuleSighting {
  readonly rule: Rule;
  readonly sighting: Sighting;
}

/** What rules look for in texts of any kind, arranged so that one pass over a text finds it. */
export class TextTable {
  readonly #automaton: Automaton;
  readonly #literals: readonly { readonly text: string; readonly rule: Rule }[];

  constructor(rules: readonly Rule[]) {
    this.#literals = rules.flatMap((rule) => (rule.texts?.literals ?? []).map((text) => ({ text, rule })));
    this.#automaton = new Automaton(this.#literals.map(({ text }) => text));
  }

  find(text: string): RuleSighting[] {
    const found: RuleSighting[] = [];
    this.#automaton.scan(text, (at, index) => {
      const literal = this.#literals[index];
      if (literal) see(literal.rule, text, at, literal.text, found);
    });
    return found;
  }
}

/** Adds what a rule sees at one of its literals, once. */
export function see(rule: Rule, text: string, at: number, literal: string, found: RuleSighting[]): void {
  const sighting = rule.texts?.find(text, at, literal);
  if (!sighting) return;
  const { start } = sighting.range;
  if (found.some((one) => one.rule === rule && one.sighting.range.start === start)) return;
  found.push({ rule, sighting });
}
