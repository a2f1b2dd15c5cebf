import assert from 'node:assert/strict';
import { stackPlaces } from '../../../client/output/stack-lines';

/** `path:line[:column] «linked text»` of each place. */
function places(line: string): string[] {
  return stackPlaces(line).map(({ path, line: at, column, start, length, isTail }) => {
    const position = column === undefined ? `${at}` : `${at}:${column}`;
    return `${isTail ? '…/' : ''}${path}:${position} «${line.slice(start, start + length)}»`;
  });
}

describe('places in stack lines', () => {
  const rows: readonly (readonly [language: string, line: string, ...expected: string[]])[] = [
    ['node', '    at pay (/app/web/orders.js:10:13)', '/app/web/orders.js:10:13 «/app/web/orders.js:10:13»'],
    ['node', '    at file:///app/web/orders.mjs:4:11', '/app/web/orders.mjs:4:11 «/app/web/orders.mjs:4:11»'],
    ['node', '/app/web/server.js:3', '/app/web/server.js:3 «/app/web/server.js:3»'],
    ['node', '    at Module._compile (node:internal/modules/cjs/loader:1554:14)'],
    ['typescript', 'src/main.ts:4:5 - error TS2304: no name', 'src/main.ts:4:5 «src/main.ts:4:5»'],
    [
      'python',
      '  File "/app/worker/mail.py", line 12, in send',
      '/app/worker/mail.py:12 «/app/worker/mail.py", line 12»',
    ],
    ['python', '  File "worker/my mail.py", line 7', 'worker/my mail.py:7 «worker/my mail.py", line 7»'],
    ['ruby', "app/models/order.rb:42:in `pay'", 'app/models/order.rb:42 «app/models/order.rb:42»'],
    ['ruby', "\tfrom /app/config.ru:3:in 'block'", '/app/config.ru:3 «/app/config.ru:3»'],
    ['go', '\t/app/cmd/web/main.go:31 +0x1d', '/app/cmd/web/main.go:31 «/app/cmd/web/main.go:31»'],
    ['go', './main.go:9:2: undefined: pay', './main.go:9:2 «./main.go:9:2»'],
    ['php', '#0 /app/src/Orders.php(42): Shop\\pay()', '/app/src/Orders.php:42 «/app/src/Orders.php(42)»'],
    ['php', 'PHP Fatal error: no in /app/index.php on line 7', '/app/index.php:7 «/app/index.php on line 7»'],
    ['php', 'thrown in /app/src/Orders.php:42', '/app/src/Orders.php:42 «/app/src/Orders.php:42»'],
    [
      'java',
      '\tat com.example.shop.Orders.pay(Orders.java:42)',
      '…/com/example/shop/Orders.java:42 «Orders.java:42»',
    ],
    ['java', '\tat app//com.example.Main.<init>(Main.kt:3)', '…/com/example/Main.kt:3 «Main.kt:3»'],
    ['java', '\tat com.example.A$B.run(A.java:3)', '…/com/example/A.java:3 «A.java:3»'],
    [
      'java',
      '\tat java.base/java.lang.Thread.run(Thread.java:833)',
      '…/java/lang/Thread.java:833 «Thread.java:833»',
    ],
    ['c#', '   at Shop.Orders.Pay() in /app/Orders.cs:line 42', '/app/Orders.cs:42 «/app/Orders.cs:line 42»'],
    [
      'c#',
      '   at Shop.Orders.Pay() in C:\\app\\Orders.cs:line 42',
      'C:\\app\\Orders.cs:42 «C:\\app\\Orders.cs:line 42»',
    ],
    ['rust', "thread 'main' panicked at src/main.rs:4:5:", 'src/main.rs:4:5 «src/main.rs:4:5»'],
    ['rust', '             at ./src/main.rs:4:5', './src/main.rs:4:5 «./src/main.rs:4:5»'],
    [
      'windows',
      'at pay (C:\\app\\web\\orders.js:10:13)',
      'C:\\app\\web\\orders.js:10:13 «C:\\app\\web\\orders.js:10:13»',
    ],
    ['two', 'a.js:1:2 and b/c.rb:3', 'a.js:1:2 «a.js:1:2»', 'b/c.rb:3 «b/c.rb:3»'],
    ['prefixed', '12:30:45 web.1    | /app/a.js:3:1', '/app/a.js:3:1 «/app/a.js:3:1»'],
    ['none', 'listening on http://localhost:5000'],
    ['none', '12:30:45 web.1 | GET /orders 200 in 12 ms'],
    ['none', 'node 20.11.1:80, at 127.0.0.1:5000'],
    ['none', ''],
  ];
  for (const [language, line, ...expected] of rows) {
    it(`${language}: ${line.trim()}`, () => assert.deepEqual(places(line), expected));
  }

  it('are not looked for in endless lines', () => {
    assert.deepEqual(stackPlaces(`${'x'.repeat(5000)} a.js:1:2`), []);
  });
});
