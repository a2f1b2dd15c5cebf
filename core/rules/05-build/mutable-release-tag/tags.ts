const MUTABLE =
  /^(?:latest|prod|production|staging|stage|stable|main|master|develop|development|dev|edge|nightly|live|current|release|canary|test|testing|qa)$/i;

/** No tag is `latest`. */
export function isMutableTag(tag: string | undefined): boolean {
  return tag === undefined || MUTABLE.test(tag);
}
