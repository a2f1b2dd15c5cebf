import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['heroku-php-apache2', 'heroku-php-nginx'],
  what: 'Serves a PHP app with PHP-FPM behind Apache or nginx, on `PORT`. Brought by Heroku’s PHP buildpack.',
  docs: 'https://devcenter.heroku.com/articles/custom-php-settings',
  port: { readsPort: true, options: ['-p'], otherwise: 80 },
  options: [
    {
      names: ['-C'],
      value: 'file',
      usual: 'nginx_app.conf',
      what: 'A file to include in the web server’s configuration.',
    },
    { names: ['-F'], value: 'file', what: 'A file to include in PHP-FPM’s configuration.' },
    { names: ['-i'], value: 'file', usual: 'php.ini', what: 'A php.ini to use.' },
    { names: ['-l'], value: 'file', what: 'A further log file to send to stderr.' },
  ],
});
