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
