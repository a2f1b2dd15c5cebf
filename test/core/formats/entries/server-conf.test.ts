import assert from 'node:assert/strict';
import { entriesOf, shown, written } from '../../../harness/config-entries';

/** Kept apart, for it is no placeholder of ours. */
const braced = '{x}';

describe('server configuration', () => {
  it('reads nginx', () => {
    const text = [
      'daemon off;',
      'http {',
      '  upstream app { # { no',
      '    ip_hash; server a:1 weight=5;',
      '  }',
      "  log_format main '$a; '",
      "                  '$b';",
      '  access_log "/dev/stdout" ;',
      `  map $${braced} $y { default 1; }`,
      '  content_by_lua_block { if a then b = {1}; end }',
      '  listen <%= ENV["PORT"] %>;',
      '  {{ if .SSL }}',
      '  ssl on;',
      '}',
    ].join('\n');
    assert.deepEqual(shown('nginx.conf', text), [
      'daemon = off',
      'http: map',
      'http.upstream: map',
      'http.upstream.ip_hash = ',
      'http.upstream.server = a:1 weight=5',
      "http.log_format = main '$a; '\n                  '$b'",
      'http.access_log = /dev/stdout',
      'http.map: map',
      'http.map.default = 1',
      'http.content_by_lua_block = { if a then b = {1}; end }',
      'http.listen = <%= ENV["PORT"] %>',
      'http.ssl = on',
    ]);
    const hash = entriesOf('nginx.conf', text).find(({ keys }) => keys.at(-1) === 'ip_hash');
    assert.equal(text.slice(hash?.whole.start, hash?.whole.end), 'ip_hash;');
  });

  it('reads HAProxy', () => {
    const text =
      'global\n    log stdout format raw local0\n\nbackend web\n    balance source # sticky\n    cookie SRV insert indirect\n    server a 10.0.0.1:80 cookie a\nlisten stats\n    bind *:80\n';
    assert.deepEqual(shown('haproxy.cfg', text), [
      'global: map',
      'global.log = stdout format raw local0',
      'backend: map',
      'backend.balance = source',
      'backend.cookie = SRV insert indirect',
      'backend.server = a 10.0.0.1:80 cookie a',
      'listen: map',
      'listen.bind = *:80',
    ]);
  });

  it('reads Apache httpd', () => {
    const text = [
      'Listen 80',
      '<VirtualHost *:80>',
      '  <Proxy "balancer://shop">',
      '    ProxySet stickysession=ROUTEID',
      '  </Proxy>',
      '  CustomLog "logs/access.log" \\',
      '     combined',
      '</VirtualHost>',
      'ErrorLog "logs/error.log"',
    ].join('\n');
    assert.deepEqual(shown('httpd.conf', text), [
      'Listen = 80',
      'VirtualHost: map',
      'VirtualHost.Proxy: map',
      'VirtualHost.Proxy.ProxySet = stickysession=ROUTEID',
      'VirtualHost.CustomLog = "logs/access.log" \\\n     combined',
      'ErrorLog = logs/error.log',
    ]);
    const [, host] = entriesOf('httpd.conf', text);
    assert.match(text.slice(host?.whole.start, host?.whole.end), /^<VirtualHost [\s\S]*<\/VirtualHost>$/);
  });

  it('reads Caddy', () => {
    const text = 'shop.example {\n\treverse_proxy a:80 b:80 {\n\t\tlb_policy ip_hash\n\t}\n}\n';
    assert.deepEqual(written('Caddyfile', text), { 'shop.example.reverse_proxy.lb_policy': 'ip_hash' });
  });
});
