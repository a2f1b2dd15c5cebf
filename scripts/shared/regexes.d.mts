export interface FoundRegex {
  readonly source: string;
  readonly flags: string;
  readonly path: string;
  readonly line: number;
}

export type RegexVerdict = 'safe' | 'bounded' | 'short' | 'slow';

/** Relative to `root`, with `/`. */
export function sourcesOf(root: string): string[];
export function keyOf(regex: Pick<FoundRegex, 'source' | 'flags'>): string;
export function regexesOf(paths: readonly string[]): Promise<FoundRegex[]>;
export function judge(regex: Pick<FoundRegex, 'source' | 'flags'>): Promise<RegexVerdict>;
