/** Files of JavaScript that configure a bundler, a compiler, a linter or a test runner. */
const CONFIG =
  /(?:^|\/)(?:\.[\w-]{1,40}rc|[\w.-]{1,60}\.(?:config|conf)|(?:webpack|rollup|gulpfile|gruntfile|babel|eslint|postcss|karma|jest)[\w.-]{0,40})\.[cm]?[jt]s$/i;
/** A name of a package, also with what lies in it, between quotes. */
const NAME = /(["'`])(@?[a-z][\w.-]{0,80}(?:\/[\w.-]{1,80}){0,6})\1/g;

/** The strings of such a file that may be names of packages, which the tool then loads; none of other files. */
export function toolNames(path: string, text: string): readonly string[] {
  if (!CONFIG.test(path)) return [];
  return [...new Set([...text.matchAll(NAME)].map(([, , name = '']) => name))];
}
