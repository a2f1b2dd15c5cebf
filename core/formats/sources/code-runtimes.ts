import { defineSource, type RuntimeKind, type RuntimePin } from '../source';

/** A version in a text that is no format of entries. */
const PATTERNS: readonly [
  files: RegExp,
  pattern: RegExp,
  runtime: RuntimeKind,
  purpose: RuntimePin['for'],
][] = [
  [/(?:^|\/)go\.mod$/, /^go[ \t]+(\d[\w.]*)/m, 'go', 'support'],
  [/(?:^|\/)go\.mod$/, /^toolchain[ \t]+go(\d[\w.]*)/m, 'go', 'build'],
  [/(?:^|\/)Gemfile$/, /^ruby[ \t(]+["'](\d[\w.]*)["']/m, 'ruby', 'run'],
  [/(?:^|\/)build\.gradle(?:\.kts)?$/, /\bJavaLanguageVersion\.of\((\d+)\)/, 'java', 'build'],
  [/(?:^|\/)system\.properties$/, /^java\.runtime\.version[ \t]*=[ \t]*(\d[\w.]*)/m, 'java', 'run'],
];

/** Runtime versions in `go.mod`, a Gemfile, a Gradle build, `system.properties`. */
export default defineSource({
  id: 'code-runtimes',
  files: /(?:^|\/)(?:go\.mod|Gemfile|build\.gradle(?:\.kts)?|system\.properties)$/,
  read(path, text) {
    const rows = PATTERNS.filter(([files]) => files.test(path));
    return {
      runtimes: rows.flatMap(([, pattern, runtime, purpose]): RuntimePin[] => {
        const found = pattern.exec(text);
        const version = found?.[1];
        if (!found || version === undefined) return [];
        const start = found.index + found[0].indexOf(version);
        const range = { start, end: start + version.length };
        return [{ runtime, version, range, place: 'local', for: purpose }];
      }),
    };
  },
});
