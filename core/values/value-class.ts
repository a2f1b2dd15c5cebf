/** What a value is by its look alone, with the words that explain it; no reason says anything of the value itself. */
export const VALUE_CLASSES = {
  empty: 'There is nothing in it.',
  placeholder: 'It stands where someone is to fill in a value.',
  fake: 'It is a well-known default, a test value or a sequence, and no secret to anyone.',
  reference: 'It names the place that holds the value: a variable, a template, a vault.',
  encrypted: 'It is encrypted, and of no use without its key.',
  hash: 'It is a digest, from which nobody gets the value back.',
  public: 'It is made to be shown: a public key, a certificate, a publishable key, an id.',
  plain: 'It is a number, a switch or a unit.',
  structured:
    'It is data with a form of its own: markup, JSON, a list, a rule, an address of mail, a pattern.',
  sentence: 'It is text for people to read.',
  path: 'It is a path, a route or the name of a file.',
  identifier: 'It is a name, made of words.',
  url: 'It is a URL that carries no password.',
  'url-with-password': 'It is a URL that carries a password.',
  token: 'It has the format in which a provider writes its tokens.',
  'private-key': 'It is a private key.',
  random: 'Nothing in it can be read: a machine has made it, as it makes keys.',
  opaque: 'It is no word, no name and no stand-in: a password may look like this.',
} as const satisfies Readonly<Record<string, string>>;

export type ValueClass = keyof typeof VALUE_CLASSES;

export interface ValueVerdict {
  readonly class: ValueClass;
  /** What in particular decided it, in words that say nothing of the value. */
  readonly because: string;
}
