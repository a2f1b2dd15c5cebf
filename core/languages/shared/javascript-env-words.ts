import type { Tolerance } from './env-scan';

/** The environment itself. */
export const ENV = String.raw`(?:(?:process|require\(["'](?:node:)?process["']\))(?:\??\.env|\[["']env["']\])|import\.meta\.env|Bun\.env)`;

export const TOLERANCE: Tolerance = {
  after: /^!?\s*(?:\|\||\?\?|&&|\?|[!=]==?)|^!?\s*\)\s*(?:\|\||\?\?|\?)/,
  before: /(?:!!|\btypeof\s+|\bBoolean\(\s*|\b(?:if|while)\s*\(\s*|&&\s*|[!=]==?\s*)$/,
  missing: /(?<!!)!\s*$/,
};
