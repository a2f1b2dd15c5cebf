/** What a program builds or installs, by the words behind it; `?` matches any one word, `…` the rest. */
type Step = readonly [program: RegExp, words: RegExp];

/** `words` is matched against the program's words joined by blanks, options that stand before a command left out. */
export const STEPS: readonly Step[] = [
  [/^npm$/, /^(?:(?:i|install|ci|clean-install)(?:\s|$)|(?:run|run-script) build(?:[:\s]|$))/],
  [/^pnpm$/, /^(?:(?:i|install)(?:\s|$)|(?:run )?build(?:[:\s]|$))/],
  [/^yarn$/, /^(?:install(?:\s|$)|(?:run )?build(?:[:\s]|$)|$)/],
  [/^bun$/, /^(?:(?:i|install)(?:\s|$)|(?:run )?build(?:[:\s]|$))/],
  [/^tsc$/, /^(?!.*(?:--noEmit|--version))/],
  [
    /^(?:vite|next|nuxt|nuxi|ng|vue-cli-service|react-scripts|gatsby|nest|astro|remix|tsup|parcel|medusa|strapi)$/,
    /^build(?:\s|$)/,
  ],
  [/^webpack$/, /^(?!serve\b|.*--watch)/],
  [/^(?:gulp|grunt)$/, /^build(?:[:\s]|$)/],
  [/^pip[\d.]*$/, /^install\s/],
  [/^(?:pipenv|poetry|pdm)$/, /^(?:install|sync|update)(?:\s|$)/],
  [/^uv$/, /^(?:sync|pip install)(?:\s|$)/],
  [/^conda$/, /^(?:env create|install|create)\b/],
  [/^(?:manage\.py|django-admin)$/, /^(?:collectstatic|compress|compilemessages|compilescss)\b/],
  [/^setup\.py$/, /^(?:install|build|develop)\b/],
  [/^bundle$/, /^(?:install|update)(?:\s|$)/],
  [/^(?:rake|rails)$/, /^(?:assets:precompile|webpacker:compile|tailwindcss:build|assets:clobber)\b/],
  [/^bootsnap$/, /^precompile\b/],
  [/^composer(?:\.phar)?$/, /^(?:install|update|dump-?autoload)\b/],
  [/^mvnw?$/, /(?:^|\s)(?:package|install|compile|verify)(?:\s|$)/],
  [/^gradlew?$/, /(?:^|\s):?(?:[\w-]+:)*(?:build|assemble|bootJar|shadowJar|installDist|classes)(?:\s|$)/],
  [/^go$/, /^(?:build|install|get|generate|mod download)\b|^run\s/],
  [/^cargo$/, /^(?:build|install|run|b|r)\b/],
  [/^dotnet$/, /^(?:build|publish|restore|run)\b/],
  [/^sbt$/, /(?:^|\s)(?:compile|stage|assembly|run)\b/],
  [/^mix$/, /^(?:deps\.get|compile|assets\.deploy)\b/],
  [/^make$/, /^(?:build|install|assets)\b/],
  [/^git$/, /^(?:clone|pull|checkout|submodule)\b/],
  [/^(?:apt|apt-get|yum|dnf)$/, /^(?:-\S+ )*install\b/],
  [/^apk$/, /^(?:-\S+ )*add\b/],
];
