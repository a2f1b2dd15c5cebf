const OTHER_ENVIRONMENT =
  /(?:^|[/._-])(?:dev|devel|development|local|localhost|test|tests|testing|ci|override|example|sample|dist)(?=[/._-][^/]*$|\/)|(?:^|\/)(?:dev|local|test)_?settings\.py$|when@(?:dev|test)/i;

/** Whether a configuration file is for a developer's machine, for tests or for show. */
export function isForDevelopment(path: string): boolean {
  return OTHER_ENVIRONMENT.test(path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1));
}

/** Whether the keys of an entry lead through the part for development or tests. */
export function isKeyForDevelopment(keys: readonly string[]): boolean {
  return keys.some((key) => /^(?:when@)?(?:dev|development|local|test|testing)$/i.test(key));
}
