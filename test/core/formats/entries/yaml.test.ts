import assert from 'node:assert/strict';
import { entriesOf, shown, written } from '../../../harness/config-entries';

describe('YAML', () => {
  it('reads every document', () => {
    assert.deepEqual(shown('a.yml', 'kind: Service\n---\nkind: Ingress\n'), [
      'kind = Service',
      'kind = Ingress',
    ]);
  });

  it('gives scalars of any style as what they stand for', () => {
    const text = [
      'plain: a b # comment',
      "single: 'it''s'",
      'double: "a\\tb"',
      'folded: >-',
      '  one',
      '  two',
      'literal: |',
      '  three',
      '  four',
      '',
      'number: 0x1F',
      'none: ~',
      'nothing:',
      'empty: ""',
      'tagged: !Ref Bucket',
    ].join('\n');
    const values = Object.fromEntries(
      entriesOf('a.yml', text).map(({ keys, value }) => [keys.join('.'), value]),
    );
    assert.deepEqual(values, {
      plain: 'a b',
      single: "it's",
      double: 'a\tb',
      folded: 'one two',
      literal: 'three\nfour\n',
      number: '0x1F',
      none: '',
      nothing: '',
      empty: '',
      tagged: 'Bucket',
    });
    assert.deepEqual(written('a.yml', text), {
      plain: 'a b',
      single: "it''s",
      double: 'a\\tb',
      folded: 'one\n  two',
      literal: 'three\n  four',
      number: '0x1F',
      none: '~',
      nothing: 'nothing',
      empty: '',
      tagged: 'Bucket',
    });
  });

  it('reads what aliases and merges stand for, where it is written', () => {
    const text =
      'default: &default\n  adapter: sqlite3\n  pool: &pool 5\nproduction:\n  <<: *default\n  adapter: pg\n  most: *pool\n';
    assert.deepEqual(shown('config/database.yml', text).slice(3), [
      'production: map',
      'production.adapter = pg',
      'production.most = 5',
      'production.pool = 5',
    ]);
    const pools = entriesOf('config/database.yml', text).filter(({ keys }) => keys.at(-1) === 'pool');
    assert.equal(pools.length, 2);
    assert.deepEqual(pools[0]?.range, pools[1]?.range);
    assert.equal(written('config/database.yml', text)['production.most'], '*pool');
  });

  it('merges several maps, of which the first counts', () => {
    const text = 'a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc:\n  <<: [*a, *b]\nd: *nothing\n';
    assert.deepEqual(shown('a.yml', text).slice(-3), ['c: map', 'c.x = 1', 'c.y = 3']);
  });

  it('keeps what a template fills as written', () => {
    const text = [
      'pool: <%= ENV.fetch("POOL") { 5 } %>',
      '<% if Rails.env.production? %>',
      'url: "redis://<%= ENV["HOST"] %>/1"',
      '<% end %>',
      'host: {{ .Values.host | quote }}',
      '{{- with .Values.labels }}',
      'labels: {{- toYaml . | nindent 2 }}',
      '{{- end }}',
      'mode: {% if debug %}a{% else %}b{% endif %}',
      'last: {{ not closed',
    ].join('\n');
    assert.deepEqual(shown('a.yml', text).slice(0, 5), [
      'pool = <%= ENV.fetch("POOL") { 5 } %>',
      'url = redis://<%= ENV["HOST"] %>/1',
      'host = {{ .Values.host | quote }}',
      'labels = {{- toYaml . | nindent 2 }}',
      'mode = {% if debug %}a{% else %}b{% endif %}',
    ]);
  });

  it('reads what it can of a text that is being typed', () => {
    assert.deepEqual(shown('a.yml', 'server:\n  port: 80\n  ho\nlast: 1\n').slice(0, 2), [
      'server: map',
      'server.port = 80',
    ]);
  });
});
