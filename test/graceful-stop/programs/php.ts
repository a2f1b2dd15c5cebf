import type { Sample } from '../sample';

export const php: readonly Sample[] = [
  {
    name: 'PHP, a worker',
    needs: ['php', 'redis-server'],
    service: 'redis',
    path: 'worker.php',
    files: {
      Procfile: 'worker: php worker.php\n',
      'composer.json': '{ "require": { "predis/predis": "^2" } }\n',
      'worker.php': `<?php
require 'redis.php';

$redis = new Redis();
$redis->connect('127.0.0.1', (int) getenv('REDIS_PORT'));
$redis->lPush('mails', 'mail');
while (true) {
    $job = $redis->brPop(['mails'], 1);
    if (!$job) {
        continue;
    }
    echo "busy\\n";
    usleep(300000);
    echo "done\\n";
}
`,
      // The extension may not be there: as much of it as the worker needs.
      'redis.php': `<?php
if (!class_exists('Redis')) {
    class Redis
    {
        private $socket;

        public function connect($host, $port)
        {
            $this->socket = stream_socket_client("tcp://$host:$port");
        }

        public function lPush($key, $value)
        {
            return $this->ask("LPUSH $key $value");
        }

        public function brPop($keys, $timeout)
        {
            return $this->ask("BRPOP {$keys[0]} $timeout");
        }

        private function ask($line)
        {
            fwrite($this->socket, "$line\\r\\n");
            $answer = trim(fgets($this->socket));
            if ($answer[0] === ':') {
                return (int) substr($answer, 1);
            }
            for ($left = 2 * (int) substr($answer, 1); $left > 0; $left--) {
                fgets($this->socket);
            }
            return $answer !== '*-1';
        }
    }
}
`,
    },
    run: ['php', 'worker.php'],
    isWorker: true,
  },
];
