import type { LanguageFixture, Marked } from './fixture';

const block = (text: string): string =>
  `<template>\n  <p>'not code' import x from 'y'</p>\n</template>\n<script lang="ts">\n${text}</script>\n`;
const all = (texts: readonly string[]): string[] => texts.map(block);
const marked = <T>(cases: readonly Marked<T>[]): Marked<T>[] =>
  cases.map(([text, means]) => [block(text), means]);
const both = (cases: readonly Marked<string>[]): Marked<string>[] =>
  cases.map(([a, b]) => [block(a), block(b)]);
const each = <K extends string, V>(record: Readonly<Record<K, V>>, change: (value: V) => V): Record<K, V> =>
  Object.fromEntries(Object.entries<V>(record).map(([key, value]) => [key, change(value)])) as Record<K, V>;

/** The table of a language with each text put into the script block of a component. */
export function inScriptBlock(fixture: LanguageFixture): LanguageFixture {
  return {
    ...fixture,
    imports: fixture.imports.map((one) => ({ ...one, text: block(one.text) })),
    noImports: all(fixture.noImports),
    callees: each(fixture.callees, ([text, means]) => [block(text), means] as const),
    options: all(fixture.options),
    arguments: all(fixture.arguments),
    envReads: fixture.envReads.map((one) => ({ ...one, marked: block(one.marked) })),
    reads: fixture.reads.map(([text, names]) => [block(text), names] as const),
    noEnvReads: all(fixture.noEnvReads),
    holders: each(fixture.holders, (cases) => marked(cases)),
    unheld: all(fixture.unheld),
    given: all(fixture.given),
    fallbacks: all(fixture.fallbacks),
    noFallbacks: all(fixture.noFallbacks),
    handlers: all(fixture.handlers),
    noHandlers: all(fixture.noHandlers),
    decorated: marked(fixture.decorated),
    handing: fixture.handing.map(([text, calls]) => [block(text), calls] as const),
    comparisons: fixture.comparisons.map(([text, then]) => [block(text), then] as const),
    unequal: all(fixture.unequal),
    noComparisons: all(fixture.noComparisons),
    inFunction: block(fixture.inFunction),
    inTry: fixture.inTry === undefined ? undefined : block(fixture.inTry),
    notInTry: block(fixture.notInTry),
    statement: (expression) => block(fixture.statement(expression)),
    readEnv: both(fixture.readEnv),
    // Where a component would load `.env` is no place of its own.
    loadEnv: [],
    movable: marked(fixture.movable),
    immovable: all(fixture.immovable),
  };
}
