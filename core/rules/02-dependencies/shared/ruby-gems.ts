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
  active_job activejob | active_storage activestorage | acts-as-taggable-on acts-as-taggable-on | airbrake airbrake
  amqp amqp | ancestry ancestry | aws-sdk-ses aws-sdk-ses | aws-sdk-sns aws-sdk-sns | barnes barnes | blueprinter blueprinter
  bootsnap bootsnap | bson bson | bugsnag bugsnag | cld3 cld3 | commonmarker commonmarker
  datadog datadog | ddtrace ddtrace | delayed_job_active_record delayed_job_active_record | doorkeeper doorkeeper
  dry/monads dry-monads | dry/struct dry-struct | dry/types dry-types | em-http em-http-request
  falcon falcon | faraday/multipart faraday-multipart | faraday/retry faraday-retry | fast_jsonapi fast_jsonapi
  fastimage fastimage | flipper flipper | fluent-logger fluent-logger | fluent/logger fluent-logger | friendly_id friendly_id | fugit fugit | gelf gelf
  gibbon gibbon | gitlab gitlab | gollum-lib gollum-lib | googleauth googleauth | google/apis google-api-client
  graphql graphql | gruff gruff | hamlit hamlit | hashids hashids | hashie hashie | hashr hashr | honeybadger honeybadger
  html/pipeline html-pipeline | htmlentities htmlentities | icalendar icalendar | image_processing image_processing
  immigrant immigrant | inifile inifile | jbuilder jbuilder | json-schema json-schema | json/jwt json-jwt | koala koala
  launchy launchy | libhoney libhoney | lru_redux lru_redux | mailgun mailgun-ruby | maxminddb maxminddb | memoist memoist
  mime-types mime-types | mime/types mime-types | mini_exiftool mini_exiftool | mini_racer mini_racer | money money
  mixpanel-ruby mixpanel-ruby | msgpack msgpack | multipart/post multipart-post | neo4j neo4j | net/ldap net-ldap
  net/scp net-scp | net/sftp net-sftp | net/ssh net-ssh | nsq nsq-ruby | oauth oauth | oauth2 oauth2 | oembed ruby-oembed
  onebox onebox | open4 open4 | openid ruby-openid | openssl/ccm openssl-ccm | parallel parallel
  phonelib phonelib | plaid plaid | pdfkit pdfkit | pdf/reader pdf-reader | pg_search pg_search | premailer premailer
  prometheus prometheus-client | pusher pusher | qless qless | rack/attack rack-attack | rack/cors rack-cors
  rack/mini_profiler rack-mini-profiler | rack/protection rack-protection | rack/test rack-test | ransack ransack
  redlock redlock | redis/namespace redis-namespace | rgeo rgeo | roo roo | ruby-progressbar ruby-progressbar
  ruby-saml ruby-saml | ruby_llm ruby_llm | sanitize sanitize | scout_apm scout_apm
  semantic_logger semantic_logger | sendgrid-ruby sendgrid-ruby | sidekiq-cron sidekiq-cron | sidekiq-scheduler sidekiq-scheduler
  signet signet | sinatra/json sinatra-contrib | sinatra/reloader sinatra-contrib | sinatra/namespace sinatra-contrib
  sinatra/activerecord sinatra-activerecord | skylight skylight | slack-notifier slack-notifier | snmp snmp
  spreadsheet spreadsheet | sprockets sprockets | stackprof stackprof | statsd-instrument statsd-instrument
  swagger/blocks swagger-blocks | telegram/bot telegram-bot-ruby | toml toml | twitter twitter | uglifier uglifier
  useragent useragent | vips ruby-vips | warden warden | websocket-client-simple websocket-client-simple
  will_paginate will_paginate | write_xlsx write_xlsx | axlsx caxlsx | webpush web-push | zeitwerk zeitwerk
  `
    .trim()
    .split(/\s*[|\n]\s*/)
    .flatMap((pair): [string, string][] => {
      const [feature, gem] = pair.trim().split(' ');
      return feature && gem ? [[feature, gem]] : [];
    }),
);
