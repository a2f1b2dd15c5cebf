/** Frameworks bring what their own documentation tells users to import. */
export const LARAVEL = [
  'laravel/framework',
  'laravel/lumen-framework',
  'laravel-zero/framework',
  'roots/acorn',
];
export const SYMFONY = [
  'symfony/symfony',
  'symfony/framework-bundle',
  ...LARAVEL,
  'drupal/core*',
  'api-platform/*',
];

/** Packages that a lockfile may show, with the frameworks whose guides have users import them. */
export const BROUGHT: readonly (readonly [packages: RegExp, by: readonly string[]])[] = [
  [
    /^(?:symfony|illuminate|guzzlehttp|doctrine|egulias|brick|voku|nunomaduro|tijsverkoyen|fruitcake|laminas|swiftmailer)\/|^league\/(?:commonmark|config|flysystem[\w-]*|mime-type-detection|uri[\w-]*)$|^(?:nesbot\/carbon|ramsey\/uuid|ramsey\/collection|monolog\/monolog|nikic\/php-parser|filp\/whoops|psy\/psysh)$/,
    LARAVEL,
  ],
  [/^(?:doctrine|twig|monolog|phpdocumentor|phpstan)\//, ['symfony/*', 'api-platform/*']],
  [
    /^(?:symfony|twig|guzzlehttp|doctrine|laminas|egulias|masterminds)\//,
    ['drupal/core*', 'magento/*', 'shopware/*', 'sylius/*', 'typo3/*', 'contao/*'],
  ],
  [
    /^(?:sebastian|phpunit|phar-io|theseer|myclabs|hamcrest)\//,
    ['phpunit/*', 'mockery/mockery', 'pestphp/*', 'symfony/phpunit-bridge', 'orchestra/*'],
  ],
  [
    /^spatie\/(?:flare-client-php|ignition|backtrace)$/,
    ['spatie/laravel-ignition', 'spatie/laravel-flare', 'spatie/ignition'],
  ],
  [
    /^(?:slevomat\/coding-standard|squizlabs\/php_codesniffer|friendsofphp\/php-cs-fixer|object-calisthenics\/.+)$/,
    ['nunomaduro/phpinsights'],
  ],
  [/^nikic\/fast-route$/, ['slim/*', 'laravel/lumen-framework', 'league/route']],
  [/^(?:laminas|psr|mezzio)\//, ['laminas/*', 'mezzio/*', 'cakephp/*']],
];
