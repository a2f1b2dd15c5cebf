// What Ruby installs with itself over its versions. Run it under a newer Ruby to add its own.
import { execFileSync } from 'node:child_process';
import { writeWords } from './words.mjs';

/** Gone from the library, or by another name in it, in versions from 2.5 on. https://stdgems.org */
const REMOVED = `
  abbrev base64 benchmark bigdecimal cmath continuation coverage csv dbm debug did_you_mean drb e2mmap fiber gdbm
  getoptlong irb kconv logger mathn mutex_m net nkf observer ostruct profile profiler pstore racc rdoc readline
  reline rexml rinda rss sdbm scanf sync syslog thread thwait tracer tsort webrick win32ole win32 xmlrpc shell open_uri`;
/** Newer, or bundled as gems that every installation has. */
const ADDED = `
  error_highlight expect io matrix minitest objspace optparse pathname power_assert prime prism pty rake random rbs
  repl_type_completor resolv-replace ruby_parser rubygems set socket sorted_set strscan syntax_suggest
  test test-unit thread_safe typeprof unicode_normalize un ubygems comparable complex rational structured_debug
  unbound_method optionparser`;

const script = `
  require "rbconfig"
  folders = RbConfig::CONFIG.values_at("rubylibdir", "rubyarchdir").uniq.select { |one| Dir.exist?(one) }
  names = folders.flat_map { |one| Dir.children(one) }.filter_map { |one| one[/\\A([A-Za-z][\\w-]*)(?:\\.rb|\\.so)?\\z/, 1] }
  puts names + Gem::Specification.select(&:default_gem?).map(&:name)`;
const installed = execFileSync('ruby', ['-e', script], { encoding: 'utf8' });

writeWords(
  'core/rules/02-dependencies/shared/ruby-stdlib.generated.ts',
  'scripts/data/ruby-stdlib.mjs',
  'What Ruby installs with itself: its library with the default and bundled gems, over all versions from 2.5 on.',
  [installed, REMOVED, ADDED].flatMap((text) => text.split(/\s+/)),
);
