import assert from 'node:assert/strict';
import fc from 'fast-check';
import formats from '../../../../core/formats/entries/index.generated';

const paths: Readonly<Record<string, string>> = {
  'appsettings.Production.json': 'json',
  'a/tsconfig.base.jsonc': 'json',
  'config/application.yml': 'yaml',
  'k8s/service.yaml': 'yaml',
  'config/database.yml.erb': 'yaml',
  'charts/templates/ingress.yaml.tpl': 'yaml',
  '.ebextensions/nginx.config': 'yaml',
  'traefik.toml': 'toml',
  'src/main/resources/logback-spring.xml': 'xml',
  'Web.config': 'xml',
  'NLog.config': 'xml',
  'shop/shop.csproj': 'xml',
  'src/main/resources/application-prod.properties': 'properties',
  'php.ini': 'ini',
  'docker/php/conf.d/opcache.ini': 'ini',
  'public/.user.ini': 'ini',
  'alembic.ini': 'ini',
  'airflow.cfg': 'ini',
  'logging.conf': 'ini',
  'config/log.conf': 'ini',
  'docker/supervisord.conf': 'ini',
  'docker/supervisor/conf.d/worker.conf': 'ini',
  'etc/uwsgi.conf': 'ini',
  'docker/php-fpm.conf': 'ini',
  'etc/php/8.1/fpm/pool.d/www.conf': 'ini',
  'deploy/shop.service': 'ini',
  'etc/systemd/shop.service.d/override.conf': 'ini',
  'my.cnf': 'ini',
  'nginx.conf': 'server-conf',
  'config/nginx.conf.erb': 'server-conf',
  'nginx.conf.sigil': 'server-conf',
  'docker/nginx/default.conf': 'server-conf',
  'docker/nginx/templates/default.conf.template': 'server-conf',
  'docker/php/nginx-site.conf': 'server-conf',
  'etc/nginx/sites-available/default': 'server-conf',
  'site.nginx': 'server-conf',
  'conf.d/shop.conf': 'server-conf',
  'haproxy.cfg': 'server-conf',
  'docker/haproxy-dev.cfg': 'server-conf',
  'httpd.conf': 'server-conf',
  'apache2/ports.conf': 'server-conf',
  'docker/vhost.conf': 'server-conf',
  'public/.htaccess': 'server-conf',
  'prisma/schema.prisma': 'prisma',
  Caddyfile: 'server-conf',
  'redis.conf': 'none',
  'src/main/resources/application.conf': 'none',
  'src/main.py': 'none',
  'readme.md': 'none',
  Dockerfile: 'none',
  '.env': 'none',
};

function matching(path: string): string {
  return formats.flatMap((format) => (format.matches(path) ? [format.id] : [])).join(' and ') || 'none';
}

describe('configuration files', () => {
  it('are read by the format they are written in', () => {
    const found = Object.keys(paths).map((path) => [path, matching(path)]);
    assert.deepEqual(Object.fromEntries(found), paths);
  });

  it('are never read by two formats', () => {
    const words =
      'nginx php supervisor supervisord conf.d pool.d logging haproxy httpd sites-enabled .ebextensions';
    const part = fc.constantFrom(...words.split(' '), 'www', 'log', 'vhost', 'app', 'x.service.d', 'apache2');
    const ending = fc.constantFrom(
      ...'.conf .cfg .config .ini .yml .json .xml .template .erb'.split(' '),
      '',
    );
    const path = fc
      .tuple(fc.array(part, { maxLength: 3 }), part, ending, ending)
      .map(([folders, name, first, second]) => [...folders, name + first + second].join('/'));
    fc.assert(fc.property(path, (one) => assert.ok(!matching(one).includes(' and '), matching(one))));
  });
});
