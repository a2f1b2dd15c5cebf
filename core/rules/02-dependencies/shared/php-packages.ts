/** Frameworks bring what their own documentation tells users to import. */
const LARAVEL = ['laravel/framework', 'laravel/lumen-framework', 'laravel-zero/framework', 'roots/acorn'];
const SYMFONY = ['symfony/symfony', 'symfony/framework-bundle', ...LARAVEL, 'drupal/core*', 'api-platform/*'];

/**
 * Namespaces of well-known packages, the longest first, with the packages that bring them: the one to declare, then
 * those that a user may rely on instead. A name that ends in `*` stands for all that start so.
 */
export const NAMESPACES: readonly (readonly [prefix: string, packages: readonly string[]])[] = (
  [
    ['Aws\\', ['aws/aws-sdk-php', 'aws/*', 'league/flysystem-aws-s3-v3']],
    ['Carbon\\', ['nesbot/carbon', ...LARAVEL, 'briannesbitt/carbon', 'illuminate/support']],
    ['Cake\\', ['cakephp/*']],
    [
      'Doctrine\\DBAL\\',
      [
        'doctrine/dbal',
        'doctrine/orm',
        'doctrine/doctrine-bundle',
        'symfony/orm-pack',
        'doctrine/migrations',
      ],
    ],
    ['Doctrine\\ORM\\', ['doctrine/orm', 'symfony/orm-pack', 'doctrine/doctrine-bundle', 'api-platform/*']],
    ['Doctrine\\ODM\\MongoDB\\', ['doctrine/mongodb-odm', 'doctrine/mongodb-odm-bundle']],
    ['Dotenv\\', ['vlucas/phpdotenv', ...LARAVEL]],
    ['Elasticsearch\\', ['elasticsearch/elasticsearch']],
    ['Faker\\', ['fakerphp/faker', 'fzaninotto/faker', ...LARAVEL]],
    ['Firebase\\JWT\\', ['firebase/php-jwt', 'google/auth', 'laravel/socialite', 'google/apiclient']],
    ['GuzzleHttp\\Promise\\', ['guzzlehttp/promises', 'guzzlehttp/guzzle', 'aws/aws-sdk-php', ...LARAVEL]],
    ['GuzzleHttp\\Psr7\\', ['guzzlehttp/psr7', 'guzzlehttp/guzzle', 'aws/aws-sdk-php', ...LARAVEL]],
    ['GuzzleHttp\\', ['guzzlehttp/guzzle', 'aws/aws-sdk-php', 'google/apiclient', ...LARAVEL]],
    ['Illuminate\\', [...LARAVEL, 'illuminate/*', 'laravel/*', 'orchestra/testbench']],
    ['Intervention\\Image\\', ['intervention/image', 'intervention/image-laravel']],
    [
      'League\\Flysystem\\',
      ['league/flysystem', 'league/flysystem-*', 'league/flysystem-bundle', ...LARAVEL],
    ],
    [
      'League\\OAuth2\\Client\\',
      ['league/oauth2-client', 'league/oauth2-*', 'knpuniversity/oauth2-client-bundle'],
    ],
    ['MongoDB\\', ['mongodb/mongodb', 'mongodb/laravel-mongodb', 'ext-mongodb', 'doctrine/mongodb-odm*']],
    ['Monolog\\', ['monolog/monolog', 'symfony/monolog-bundle', ...LARAVEL]],
    [
      'PhpAmqpLib\\',
      [
        'php-amqplib/php-amqplib',
        'php-amqplib/*',
        'enqueue/amqp-lib',
        'vladimir-yuldashev/laravel-queue-rabbitmq',
      ],
    ],
    ['PHPMailer\\PHPMailer\\', ['phpmailer/phpmailer']],
    [
      'PHPUnit\\',
      [
        'phpunit/phpunit',
        'symfony/phpunit-bridge',
        'pestphp/pest',
        'symfony/test-pack',
        'johnkary/phpunit-speedtrap',
      ],
    ],
    ['Predis\\', ['predis/predis']],
    ['Pusher\\', ['pusher/pusher-php-server']],
    ['Ramsey\\Uuid\\', ['ramsey/uuid', 'ramsey/*', ...LARAVEL]],
    ['Sentry\\', ['sentry/sentry', 'sentry/*']],
    ['Slim\\', ['slim/slim', 'slim/*']],
    ['Stripe\\', ['stripe/stripe-php', 'laravel/cashier']],
    [
      'Twig\\',
      [
        'twig/twig',
        'symfony/twig-bundle',
        'symfony/twig-pack',
        'symfony/webapp-pack',
        'slim/twig-view',
        'rcrowe/twigbridge',
      ],
    ],
    ['Twilio\\', ['twilio/sdk']],
    ['Symfony\\Component\\Cache\\', ['symfony/cache', ...SYMFONY]],
    ['Symfony\\Component\\Mailer\\', ['symfony/mailer', 'symfony/webapp-pack', ...SYMFONY]],
    ['Symfony\\Component\\Lock\\', ['symfony/lock', 'symfony/symfony', 'drupal/core*']],
    ['Symfony\\Component\\RateLimiter\\', ['symfony/rate-limiter', 'symfony/symfony']],
    [
      'Symfony\\Component\\Messenger\\',
      ['symfony/messenger', 'symfony/symfony', 'symfony/webapp-pack', 'api-platform/*'],
    ],
  ] as const
).toSorted(([one], [other]) => other.length - one.length);
