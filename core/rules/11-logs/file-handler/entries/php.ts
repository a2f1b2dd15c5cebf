import { ANY, type Setting } from './setting';

const php: readonly Setting[] = [
  {
    files:
      /^(?!(?:.*\/)?(?:nginx|apache2?|httpd)\/)(?:.*\/)?(?:php[\w.-]*\.(?:ini|conf)|\.user\.ini|www\.conf|(?:php|conf\.d|pool\.d)\/[^/]+\.(?:ini|conf))$/,
    at: /(?:^|\.)(?:access\.log|slowlog|error_log|php_(?:admin_)?value\[error_log\])$/,
    value: ANY,
    api: 'PHP',
    path: true,
    repair: { to: 'whole', text: '/dev/stderr' },
  },
  {
    // What Symfony's own recipe sets up for a developer's machine stays silent.
    files: /(?:^|\/)config\/(?!packages\/(?:dev|test)\/)(?:[\w.-]+\/)*[\w.-]+\.ya?ml$/,
    at: /^(?!when@(?:dev|test)\.)(?:when@\w+\.)?monolog\.handlers\.[^.]+\.path$/,
    value: ANY,
    api: 'Monolog',
    path: true,
    repair: { to: 'whole', text: 'php://stderr' },
  },
];

export default php;
