/**
 * - `live`: whoever has it can act for its owner.
 * - `limited`: a test system's, or one that runs out.
 * - `page`: as well a key that a web page or a mobile app has to show, where its provider restricts it by origin.
 * - `own`: no provider gives it; anyone makes one, also for a test and nothing else.
 * - `vague`: live, but its mark is short and nothing in it can be checked: what a test holds is most often made up.
 * - `agreed`: both sides sign with it and nobody else knows it: a test, or an example, may make one up.
 */
export type Reach = 'live' | 'limited' | 'page' | 'own' | 'vague' | 'agreed';

/** How a provider writes one kind of its tokens. */
export interface TokenFormat {
  /** Such as `github-pat`; told apart by it in tests and lists. */
  readonly id: string;
  readonly provider: string;
  /** What it is, as the message says it: `access token`. */
  readonly what: string;
  /** A literal of every such token, at its start or so many characters behind it. Case matters. */
  readonly mark: string;
  /** How many characters may stand before the mark. */
  readonly before?: readonly number[];
  /** The whole token; sticky. */
  readonly is: RegExp;
  /** Shannon entropy in bits a character that what follows the mark has at least. */
  readonly entropy?: number;
  /** Whether the parts that the provider computes from the others are right. */
  check?(token: string): boolean;
  /** What it opens for whoever has it; `live` if left out. */
  readonly reach?: Reach;
}

export function defineTokens(formats: readonly TokenFormat[]): readonly TokenFormat[] {
  return Object.freeze(formats);
}
