import { LARAVEL, SYMFONY } from './php-brings';

/** Rows of a namespace, the package to declare and those that bring it. */
const ROWS = String.raw`
  Algolia\AlgoliaSearch\ algolia/algoliasearch-client-php
  Amp\ amphp/*
  ApiPlatform\ api-platform/*
  BaconQrCode\ bacon/bacon-qr-code endroid/qr-code* simplesoftwareio/simple-qrcode
  Barryvdh\Debugbar\ barryvdh/laravel-debugbar
  Barryvdh\DomPDF\ barryvdh/laravel-dompdf
  Barryvdh\Snappy\ barryvdh/laravel-snappy
  Braintree\ braintree/braintree_php
  Brick\Math\ brick/math ramsey/uuid brick/* LARAVEL
  Brick\Money\ brick/money
  Bugsnag\ bugsnag/bugsnag bugsnag/*
  Cron\ dragonmantank/cron-expression LARAVEL
  Cviebrock\EloquentSluggable\ cviebrock/eloquent-sluggable
  Doctrine\Bundle\DoctrineBundle\ doctrine/doctrine-bundle symfony/orm-pack
  Doctrine\Bundle\FixturesBundle\ doctrine/doctrine-fixtures-bundle
  Dompdf\ dompdf/dompdf barryvdh/laravel-dompdf
  EasyCorp\Bundle\EasyAdminBundle\ easycorp/easyadmin-bundle
  Elastic\Elasticsearch\ elasticsearch/elasticsearch
  Endroid\QrCode\ endroid/qr-code endroid/*
  FOS\RestBundle\ friendsofsymfony/rest-bundle
  FOS\UserBundle\ friendsofsymfony/user-bundle
  Filament\ filament/filament filament/*
  Gedmo\ gedmo/doctrine-extensions stof/doctrine-extensions-bundle
  GeoIp2\ geoip2/geoip2
  Google\Cloud\Storage\ google/cloud-storage google/cloud spatie/laravel-google-cloud-storage
  Goutte\ fabpot/goutte
  HWI\Bundle\OAuthBundle\ hwi/oauth-bundle
  Hashids\ hashids/hashids vinkla/hashids
  Imagine\ imagine/imagine liip/imagine-bundle
  Inertia\ inertiajs/inertia-laravel
  JMS\Serializer\ jms/serializer jms/serializer-bundle
  Jenssegers\Agent\ jenssegers/agent
  Kalnoy\Nestedset\ kalnoy/nestedset
  Knp\Bundle\PaginatorBundle\ knplabs/knp-paginator-bundle
  Knp\Component\Pager\ knplabs/knp-components knplabs/knp-paginator-bundle
  Knp\Menu\ knplabs/knp-menu knplabs/knp-menu-bundle sonata-project/*
  Laminas\Diactoros\ laminas/laminas-diactoros
  Laracasts\Presenter\ laracasts/presenter
  Laravel\Cashier\ laravel/cashier laravel/cashier*
  Laravel\Dusk\ laravel/dusk
  Laravel\Fortify\ laravel/fortify laravel/jetstream
  Laravel\Horizon\ laravel/horizon
  Laravel\Jetstream\ laravel/jetstream
  Laravel\Passport\ laravel/passport
  Laravel\Sanctum\ laravel/sanctum
  Laravel\Scout\ laravel/scout
  Laravel\Socialite\ laravel/socialite socialiteproviders/*
  Laravel\Telescope\ laravel/telescope
  Lcobucci\JWT\ lcobucci/jwt laravel/passport lexik/jwt-authentication-bundle league/oauth2-server
  League\CommonMark\ league/commonmark LARAVEL
  League\Csv\ league/csv
  League\Fractal\ league/fractal spatie/fractalistic spatie/laravel-fractal prettus/l5-repository
  League\Glide\ league/glide league/glide-*
  League\HTMLToMarkdown\ league/html-to-markdown
  League\OAuth2\Server\ league/oauth2-server league/oauth2-server-bundle laravel/passport
  Lexik\Bundle\JWTAuthenticationBundle\ lexik/jwt-authentication-bundle
  Liip\ImagineBundle\ liip/imagine-bundle
  Livewire\ livewire/livewire livewire/* filament/*
  Maatwebsite\Excel\ maatwebsite/excel
  Mailgun\ mailgun/mailgun-php
  MatthiasMullie\Minify\ matthiasmullie/minify
  MeiliSearch\ meilisearch/meilisearch-php
  Meilisearch\ meilisearch/meilisearch-php
  Michelf\ michelf/php-markdown
  Minishlink\WebPush\ minishlink/web-push laravel-notification-channels/webpush
  Mockery\ mockery/mockery
  Mollie\ mollie/mollie-api-php mollie/*
  Mpdf\ mpdf/mpdf carlos-meneses/laravel-mpdf
  Nelmio\ApiDocBundle\ nelmio/api-doc-bundle
  Nelmio\CorsBundle\ nelmio/cors-bundle
  NunoMaduro\Collision\ nunomaduro/collision
  Nwidart\Modules\ nwidart/laravel-modules
  Nyholm\Psr7\ nyholm/psr7
  OTPHP\ spomky-labs/otphp scheb/2fa*
  Omnipay\ omnipay/common omnipay/* league/omnipay
  OneLogin\Saml2\ onelogin/php-saml aacotroneo/laravel-saml2 hslavich/* nbgrp/*
  OpenApi\ zircote/swagger-php nelmio/api-doc-bundle darkaonline/l5-swagger
  OpenSpout\ openspout/openspout
  OpenTelemetry\ open-telemetry/sdk open-telemetry/*
  Pagerfanta\ pagerfanta/pagerfanta pagerfanta/* babdev/pagerfanta-bundle white-october/pagerfanta-bundle
  Pheanstalk\ pda/pheanstalk
  PhpOffice\PhpSpreadsheet\ phpoffice/phpspreadsheet maatwebsite/excel
  PhpOffice\PhpWord\ phpoffice/phpword
  PragmaRX\Google2FALaravel\ pragmarx/google2fa-laravel
  PragmaRX\Google2FA\ pragmarx/google2fa pragmarx/*
  Propaganistas\LaravelPhone\ propaganistas/laravel-phone
  Ratchet\ cboden/ratchet
  React\ react/event-loop react/* cboden/ratchet
  RobRichards\XMLSecLibs\ robrichards/xmlseclibs onelogin/php-saml
  Rollbar\ rollbar/rollbar rollbar/*
  Sabberworm\CSS\ sabberworm/php-css-parser
  Sabre\ sabre/dav sabre/*
  Scheb\TwoFactorBundle\ scheb/2fa-bundle scheb/*
  ScssPhp\ScssPhp\ scssphp/scssphp
  SendGrid\ sendgrid/sendgrid
  SimplePie\ simplepie/simplepie
  Smalot\PdfParser\ smalot/pdfparser
  SocialiteProviders\ socialiteproviders/manager socialiteproviders/*
  Sonata\AdminBundle\ sonata-project/admin-bundle
  Spatie\Activitylog\ spatie/laravel-activitylog
  Spatie\Backup\ spatie/laravel-backup
  Spatie\Browsershot\ spatie/browsershot
  Spatie\Image\ spatie/image spatie/laravel-medialibrary
  Spatie\MediaLibrary\ spatie/laravel-medialibrary
  Spatie\Permission\ spatie/laravel-permission
  Spatie\QueryBuilder\ spatie/laravel-query-builder
  Spatie\Tags\ spatie/laravel-tags
  Tightenco\Ziggy\ tightenco/ziggy
  Tymon\JWTAuth\ tymon/jwt-auth php-open-source-saver/jwt-auth
  Vich\UploaderBundle\ vich/uploader-bundle
  Webmozart\Assert\ webmozart/assert
  Workerman\ workerman/workerman workerman/*
  Yajra\DataTables\ yajra/laravel-datatables-oracle yajra/*
  Symfony\Component\HttpClient\ symfony/http-client SYMFONY
  Symfony\Component\Process\ symfony/process SYMFONY
  Symfony\Component\Yaml\ symfony/yaml SYMFONY
  libphonenumber\ giggsey/libphonenumber-for-php giggsey/* propaganistas/laravel-phone odolbeau/phone-number-bundle
  phpseclib3\ phpseclib/phpseclib phpseclib/* google/apiclient
  setasign\Fpdi\ setasign/fpdi setasign/* mpdf/mpdf
`;

const FRAMEWORKS: Readonly<Record<string, readonly string[]>> = { LARAVEL, SYMFONY };

function rows(): [string, readonly string[]][] {
  return ROWS.trim()
    .split('\n')
    .map((row): [string, readonly string[]] => {
      const [prefix = '', ...packages] = row.trim().split(' ');
      return [prefix, packages.flatMap((one) => FRAMEWORKS[one] ?? one)];
    });
}

/**
 * Namespaces of well-known packages, the longest first, with the packages that bring them: the one to declare, then
 * those that a user may rely on instead. A name that ends in `*` stands for all that start so.
 */
export const NAMESPACES: readonly (readonly [prefix: string, packages: readonly string[]])[] = (
  [
    ...rows(),
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
  ] as readonly (readonly [prefix: string, packages: readonly string[]])[]
).toSorted(([one], [other]) => other.length - one.length);
