import assert from 'node:assert/strict';
import { MemoryApp } from '../../harness/app';

/** What is reported, and has no fix, because the one at hand would not be right there. */
const CASES: readonly [title: string, rule: string, path: string, text: string][] = [
  ...['handle(delivery).await', 'if old(&delivery.data) { continue; }'].map(
    (work): [string, string, string, string] => [
      `a message of lapin, given away or passed over: ${work}`,
      'disposability/auto-ack',
      'src/main.rs',
      `use lapin::options::BasicConsumeOptions;\n\nasync fn work(channel: lapin::Channel) {\n    let mut consumer = channel.basic_consume("a", "b", BasicConsumeOptions { no_ack: true, ..rest }, table).await.unwrap();\n    while let Some(Ok(delivery)) = consumer.next().await {\n        ${work}\n    }\n}\n`,
    ],
  ),
  [
    'winston 2 whose console was taken out',
    'logs/file-handler',
    'log.js',
    "const winston = require('winston');\nwinston.remove(winston.transports.Console);\nwinston.add(winston.transports.File, { filename: 'a.log' });\n",
  ],
  [
    'a transport that was imported by itself',
    'logs/file-handler',
    'log.js',
    "const { File } = require('winston').transports;\nlog.add(new File({ filename: 'a.log' }));\n",
  ],
  [
    'an appender whose failure is looked at',
    'logs/file-handler',
    'src/main.rs',
    'use log4rs::append::file::FileAppender;\n\nfn main() {\n    match FileAppender::builder().build("a.log") {\n        Ok(_) => {}\n        Err(_) => {}\n    }\n}\n',
  ],
  [
    'a callback that returns early',
    'disposability/auto-ack',
    'worker.php',
    "<?php\n$callback = function ($message) {\n    if (isOld($message)) {\n        return;\n    }\n    handle($message);\n};\n$channel->basic_consume('orders', '', false, true, false, false, $callback);\n",
  ],
  [
    'a lock whose answer is kept as a number in Java',
    'disposability/lock-without-expiry',
    'Locks.java',
    'import redis.clients.jedis.Jedis;\n\nclass Locks {\n  long take(Jedis jedis, String id) {\n    return jedis.setnx("lock:report", id);\n  }\n}\n',
  ],
  [
    'a lock whose answer is kept as a number in Rust',
    'disposability/lock-without-expiry',
    'src/main.rs',
    'use redis::Commands;\n\nfn take(con: &mut redis::Connection) {\n    let taken: i64 = con.set_nx("lock:report", 1).unwrap();\n}\n',
  ],
];

describe('no fix is offered for', () => {
  for (const [title, rule, path, text] of CASES)
    it(title, async () => {
      const found = await new MemoryApp({ [path]: text }).check(path);
      assert.deepEqual(
        found.filter((one) => one.rule === rule).map(({ fixable }) => fixable),
        [false],
      );
    });
});
