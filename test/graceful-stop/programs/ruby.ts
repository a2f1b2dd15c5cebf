import type { Sample } from '../sample';

export const ruby: readonly Sample[] = [
  {
    name: 'Ruby, a worker',
    needs: ['ruby'],
    path: 'worker.rb',
    files: {
      Procfile: 'worker: ruby worker.rb\n',
      Gemfile: '',
      'worker.rb': `$stdout.sync = true

class Jobs
  def blpop(_name, timeout:)
    'job'
  end
end

jobs = Jobs.new
loop do
  job = jobs.blpop('mails', timeout: 1)
  puts 'busy'
  sleep 0.3
  puts 'done' if job
end
`,
    },
    run: ['ruby', 'worker.rb'],
    isWorker: true,
  },
  {
    name: 'Ruby, WEBrick',
    needs: ['ruby'],
    path: 'server.rb',
    files: {
      Procfile: 'web: ruby server.rb\n',
      Gemfile: "gem 'webrick'\n",
      'server.rb': `require 'webrick'

$stdout.sync = true
log = WEBrick::Log.new(File::NULL)
server = WEBrick::HTTPServer.new(Port: ENV.fetch('PORT'), Logger: log, AccessLog: [])
server.mount_proc('/') do |_request, response|
  puts 'busy'
  sleep 0.3
  response.body = 'done'
end
puts 'ready'
server.start
`,
    },
    run: ['ruby', 'server.rb'],
  },
  {
    name: 'Ruby, Bunny',
    needs: ['ruby', 'rabbitmq-server'],
    service: 'rabbitmq',
    path: 'worker.rb',
    files: {
      Procfile: 'worker: ruby worker.rb\n',
      Gemfile: "gem 'bunny'\n",
      'worker.rb': `require 'bunny'

$stdout.sync = true
channel = Bunny.new(port: Integer(ENV.fetch('AMQP_PORT'))).start.create_channel
channel.prefetch(1)
queue = channel.queue('mails')
queue.publish('mail')
queue.subscribe(manual_ack: true, block: true) do |delivery, _properties, _body|
  puts 'busy'
  sleep 0.3
  channel.ack(delivery.delivery_tag)
  puts 'done'
end
`,
    },
    // Bunny must be installed: as a gem, or as ruby-bunny of Debian.
    prepare: [['ruby', '-rbunny', '-e', '']],
    run: ['ruby', 'worker.rb'],
    isWorker: true,
  },
];
