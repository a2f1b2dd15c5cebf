import { defineStack, type ProcessSuggestion } from '../suggestion';
import type { AppView } from '../view';

/** Laravel, Symfony and plain PHP behind the web server of the platform's PHP. */
export default defineStack({
  id: 'php',
  suggest: (view) => {
    if (!view.has('composer.json')) return [];
    if (view.has('artisan')) return laravel(view);
    return [...web(view), ...(view.has('bin/console') ? symfony(view) : [])];
  },
});

function web(view: AppView): ProcessSuggestion[] {
  const folder = ['public', 'web', 'webroot'].find((one) => view.has(`${one}/index.php`));
  if (folder === undefined && !view.has('index.php')) return [];
  const command = `vendor/bin/heroku-php-apache2${folder === undefined ? '' : ` ${folder}/`}`;
  return [{ type: 'web', command, why: `Front controller in ${folder ?? 'the app’s folder'}` }];
}

function laravel(view: AppView): ProcessSuggestion[] {
  const why = 'Laravel app';
  const server = view.declares('laravel/octane')
    ? 'php artisan octane:start --host=0.0.0.0 --port=$PORT'
    : 'vendor/bin/heroku-php-apache2 public/';
  const found: ProcessSuggestion[] = [{ type: 'web', command: server, why }];
  if (view.files(/^database\/migrations\/.*\.php$/).length > 0)
    found.push({ type: 'release', command: 'php artisan migrate --force', why: 'Laravel’s migrations' });
  const horizon = view.declares('laravel/horizon');
  if (horizon) found.push({ type: 'worker', command: 'php artisan horizon', why: 'Laravel Horizon' });
  else if (view.files(/^app\/Jobs\/.*\.php$/).length > 0)
    found.push({ type: 'worker', command: 'php artisan queue:work', why: 'Laravel’s jobs' });
  if (view.has('app/Console/Kernel.php') || view.has('routes/console.php'))
    found.push({ type: 'clock', command: 'php artisan schedule:work', why: 'Laravel’s schedule' });
  return found;
}

function symfony(view: AppView): ProcessSuggestion[] {
  const found: ProcessSuggestion[] = [];
  if (view.declares('doctrine/doctrine-migrations-bundle'))
    found.push({
      type: 'release',
      command: 'php bin/console doctrine:migrations:migrate --no-interaction',
      why: 'Doctrine’s migrations',
    });
  if (view.declares('symfony/messenger'))
    found.push({
      type: 'worker',
      command: 'php bin/console messenger:consume async',
      why: 'Symfony Messenger',
    });
  return found;
}
