import { defineStack, type ProcessSuggestion } from '../suggestion';
import type { AppView } from '../view';

/** Rails and Rack, their queues, clocks and migrations. */
export default defineStack({
  id: 'ruby',
  suggest: (view) => (view.has('Gemfile') ? [...web(view), ...release(view), ...workers(view)] : []),
});

function web(view: AppView): ProcessSuggestion[] {
  const isRails = isRailsApp(view);
  if (!isRails && !view.has('config.ru')) return [];
  const why = isRails ? 'Rails app' : 'Rack app in config.ru';
  return [{ type: 'web', command: serverOf(view, isRails), why }];
}

function serverOf(view: AppView, isRails: boolean): string {
  const puma = view.first('config/puma.rb', 'puma.rb');
  if (puma !== undefined && /PORT/.test(view.text(puma) ?? 'PORT')) return `bundle exec puma -C ${puma}`;
  if (view.declares('puma')) return 'bundle exec puma -p $PORT';
  const unicorn = view.first('config/unicorn.rb');
  if (view.declares('unicorn')) return `bundle exec unicorn -p $PORT${unicorn ? ` -c ${unicorn}` : ''}`;
  if (view.declares('falcon')) return 'bundle exec falcon serve --bind http://0.0.0.0:$PORT';
  if (view.declares('thin')) return 'bundle exec thin start -p $PORT';
  return isRails
    ? 'bundle exec rails server -b 0.0.0.0 -p $PORT'
    : 'bundle exec rackup --host 0.0.0.0 --port $PORT';
}

function isRailsApp(view: AppView): boolean {
  return view.has('config/application.rb') && (view.declares('rails') || view.has('bin/rails'));
}

function release(view: AppView): ProcessSuggestion[] {
  if (!isRailsApp(view) || view.files(/^db\/migrate\/.*\.rb$/).length === 0) return [];
  return [{ type: 'release', command: 'bundle exec rails db:migrate', why: 'Rails’ migrations' }];
}

/** Where Ruby apps keep what works off their jobs. */
const WORKERS =
  /(?:^|\/)workers\/[^/]+\.rb$|(?:^|\/)(?:jobs|sidekiq)\/[^/]+_job\.rb$|_worker\.rb$|^(?:\w+_)?(?:workers?|jobs?|app|main)\.rb$/;

function workers(view: AppView): ProcessSuggestion[] {
  const found: ProcessSuggestion[] = [];
  const add = (command: string, why: string, type = 'worker') => found.push({ type, command, why });
  const settings = view.first('config/sidekiq.yml');
  // Without a worker of its own the app only leaves jobs for others.
  if (
    view.declares('sidekiq') &&
    (settings !== undefined || isRailsApp(view) || view.files(WORKERS).length > 0)
  )
    add(`bundle exec sidekiq${settings ? ` -C ${settings}` : ''}`, 'Sidekiq’s jobs');
  if (view.declares('good_job')) add('bundle exec good_job start', 'GoodJob’s jobs');
  if (view.declares('solid_queue'))
    add(view.has('bin/jobs') ? 'bin/jobs' : 'bundle exec rake solid_queue:start', 'Solid Queue’s jobs');
  if (view.declares('resque')) add('QUEUE=* bundle exec rake resque:work', 'Resque’s jobs');
  if (view.declares('delayed_job', 'delayed_job_active_record', 'delayed_job_mongoid'))
    add('bundle exec rake jobs:work', 'Delayed Job’s jobs');
  if (view.declares('que')) add('bundle exec que', 'Que’s jobs');
  if (view.declares('shoryuken'))
    add(`bundle exec shoryuken${isRailsApp(view) ? ' --rails' : ''}`, 'Shoryuken’s jobs');
  if (view.declares('sneakers')) add('bundle exec rake sneakers:run', 'Sneakers’ workers');
  const [clock] = view.files(/^(?:lib\/|config\/|app\/)?clock(?:work)?\.rb$/);
  if (view.declares('clockwork') && clock !== undefined)
    add(`bundle exec clockwork ${clock}`, `Clockwork in ${clock}`, 'clock');
  return found;
}
