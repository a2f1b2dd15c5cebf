import assert from 'node:assert/strict';
import { commandsIn, readSource, variablesIn } from '../../../harness/sources';

const TEXT = `
services:
  web:
    build: .
    image: shop:\${TAG:-1}
    command: >
      sh -c "bundle exec
      rake db:migrate && exec puma -p $\${PORT}"
    entrypoint: ["/bin/entry.sh", 'a "b"']
    environment:
      NODE_ENV: production
      SECRET: "\${SECRET}"
      PASSED:
    ports: ['8080:3000', 127.0.0.1:9229:9229/tcp, 5000, "\${P}:80"]
  db:
    image: registry.example.com:5000/bitnami/postgresql:15.2-debian
    environment:
      - POSTGRES_PASSWORD=x y
      - EDITOR
  cache: { image: redis }
`;

describe('compose files', () => {
  it('give commands with their places', () => {
    assert.deepEqual(commandsIn('docker-compose.yml', TEXT), [
      'run exec web: /bin/entry.sh|a "b"',
      'run shell web: bundle|exec|rake|db:migrate; exec|puma|-p|$${PORT}',
    ]);
    assert.deepEqual(
      commandsIn('compose.dev.yaml', TEXT).map((one) => one.slice(0, 3)),
      ['dev', 'dev'],
    );
  });

  it('give variables that are set, handed on and read', () => {
    assert.deepEqual(variablesIn('docker-compose.yml', TEXT), [
      'set NODE_ENV=production',
      `set SECRET=\${SECRET} external`,
      'read PASSED passed',
      'set POSTGRES_PASSWORD=x y',
      'read EDITOR passed',
      'read TAG default',
      'read SECRET',
      'read P',
    ]);
  });

  it('give services and ports', () => {
    const { facts, cut } = readSource('docker-compose.prod.yml', TEXT);
    assert.deepEqual(
      facts.services.map(({ kind, name, version, range, place }) => [kind, name, version, cut(range), place]),
      [
        ['postgres', 'db', '15.2', '15.2', 'deploy'],
        ['redis', 'cache', undefined, 'redis', 'deploy'],
      ],
    );
    assert.deepEqual(
      facts.ports.map(({ port, side, range }) => `${side} ${port} ${cut(range)}`),
      [
        'inside 3000 3000',
        'host 8080 8080',
        'inside 9229 9229',
        'host 9229 9229',
        'inside 5000 5000',
        'inside 80 80',
      ],
    );
  });
});
