/**
 * What Ruby installs with itself: its standard library with the default and bundled gems, over the versions from 2.7.
 * https://stdgems.org, https://docs.ruby-lang.org/en/master/standard_library_md.html
 */
export const RUBY_STDLIB: ReadonlySet<string> = new Set(
  `
  abbrev base64 benchmark bigdecimal bundler cgi cmath continuation coverage csv date dbm debug delegate did_you_mean
  digest drb English enumerator erb error_highlight etc expect e2mmap fcntl fiber fiddle fileutils find forwardable
  gdbm getoptlong io ipaddr irb json kconv logger mathn matrix minitest monitor mutex_m net nkf objspace observer open3
  open-uri open_uri openssl optionparser optparse ostruct pathname pp prettyprint prime prism profile profiler pstore
  psych pty racc rake random rational rbconfig rbs rdoc readline reline resolv resolv-replace rexml rinda ripper rss
  ruby_parser rubygems scanf sdbm securerandom set shell shellwords singleton socket sorted_set stringio strscan
  structured_debug sync syntax_suggest syslog tempfile test test-unit thread thread_safe thwait time timeout tmpdir tracer
  tsort typeprof un unicode_normalize uri weakref webrick win32ole win32 xmlrpc yaml zlib power_assert unbound_method
  comparable complex ubygems
  `
    .trim()
    .split(/\s+/),
);

/** Features of well-known gems, by what `require` is given: the whole of it or its first part. */
export const FEATURES: ReadonlyMap<string, string> = new Map(
  `
  active_model activemodel | active_record activerecord | active_support activesupport | action_mailer actionmailer
  action_controller actionpack | action_view actionview | addressable addressable | algoliasearch algoliasearch
  avro avro | aws-sdk aws-sdk | aws-sdk-s3 aws-sdk-s3 | aws-sdk-sqs aws-sdk-sqs | bcrypt bcrypt | bunny bunny
  cancancan cancancan | capybara capybara | carrierwave carrierwave | cassandra cassandra-driver | chronic chronic
  clockwork clockwork | concurrent concurrent-ruby | connection_pool connection_pool | cucumber cucumber
  curb curb | dalli dalli | data_mapper data_mapper | delayed_job delayed_job | devise devise | dm-core dm-core
  dotenv dotenv | dry-validation dry-validation | elasticsearch elasticsearch | eventmachine eventmachine | excon excon
  factory_bot factory_bot | factory_girl factory_girl | faker faker | faraday faraday | feedjira feedjira | ffi ffi
  fog fog | geocoder geocoder | google/cloud/storage google-cloud-storage | grape grape | grpc grpc | haml haml
  hanami hanami | hiredis hiredis | http http | httparty httparty | httpclient httpclient | i18n i18n | jwt jwt
  kaminari kaminari | karafka karafka | kramdown kramdown | liquid liquid | lograge lograge | mail mail
  mechanize mechanize | memcached memcached | mini_magick mini_magick | mocha mocha | mongo mongo | mongoid mongoid
  multi_json multi_json | mustache mustache | mysql mysql | mysql2 mysql2 | newrelic_rpm newrelic_rpm
  nokogiri nokogiri | octokit octokit | oj oj | omniauth omniauth | opentelemetry/sdk opentelemetry-sdk | ox ox
  paperclip paperclip | pg pg | prawn prawn | pry pry | puma puma | pundit pundit | rack rack | rails rails
  rbnacl rbnacl | rdiscount rdiscount | redcarpet redcarpet | redis redis | redis_client redis-client | resque resque
  rest-client rest-client | restclient rest-client | rmagick rmagick | RMagick rmagick | roda roda | rollbar rollbar
  rolify rolify | rouge rouge | rqrcode rqrcode | rspec rspec | rss rss | rubyXL rubyXL | ruby-kafka ruby-kafka
  rufus-scheduler rufus-scheduler | sass sass | savon savon | selenium-webdriver selenium-webdriver | sequel sequel
  sentry-ruby sentry-ruby | shrine shrine | sidekiq sidekiq | simplecov simplecov | sinatra sinatra | slim slim
  sneakers sneakers | snappy snappy | spring spring | sqlite3 sqlite3 | stripe stripe | sucker_punch sucker_punch
  thin thin | thor thor | tilt tilt | timecop timecop | twilio-ruby twilio-ruby | typhoeus typhoeus
  tzinfo tzinfo | unicorn unicorn | vcr vcr | webmock webmock | whenever whenever | yajl yajl-ruby | zip rubyzip
  `
    .trim()
    .split(/\s*[|\n]\s*/)
    .flatMap((pair): [string, string][] => {
      const [feature, gem] = pair.trim().split(' ');
      return feature && gem ? [[feature, gem]] : [];
    }),
);
