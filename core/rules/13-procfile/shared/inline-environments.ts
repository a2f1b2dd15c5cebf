import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import { programOf } from '../../../procfile/program';
import type { Breach } from '../../../rule';
import type { Range } from '../../../text';
import { withEdit } from '../../shared/one-edit';

/** Variables that choose the kind of deploy. */
const SELECTORS =
  /^(?:NODE_ENV|APP_ENV|RAILS_ENV|RACK_ENV|HANAMI_ENV|FLASK_ENV|FLASK_CONFIG|DJANGO_ENV|DJANGO_CONFIGURATION|DJANGO_SETTINGS_MODULE|APP_SETTINGS|SPRING_PROFILES_ACTIVE|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|GO_ENV|GIN_MODE|MIX_ENV|SYMFONY_ENV|ENVIRONMENT|STAGE|DEPLOY_ENV)$/;
const DEPLOY =
  /(?:^|[._,-])(?:development|dev|local|stag(?:e|ing)|stg|qa|uat|preprod|preview|prod|production|prd|live|release|heroku)$/;

/** Options that do the same, by the programs that take them. */
const OPTIONS: readonly (readonly [program: RegExp, option: RegExp, variable: string])[] = [
  [/^(?:unicorn|unicorn_rails|rackup)$/, /^(?:-E|--env)$/, 'RACK_ENV'],
  [/^(?:puma|thin|rails|sidekiq|pumactl|good_job)$/, /^(?:-e|--environment)$/, 'RAILS_ENV'],
  [/^(?:manage\.py|django-admin|python[\d.]*)$/, /^--settings$/, 'DJANGO_SETTINGS_MODULE'],
  [
    /^(?:java|mvnw?|gradlew?)$/,
    /^(?:--spring\.profiles\.active|-Dspring\.profiles\.active)$/,
    'SPRING_PROFILES_ACTIVE',
  ],
  [/^(?:dotnet|\S*\.dll)$/, /^--environment$/, 'ASPNETCORE_ENVIRONMENT'],
  [/^(?:artisan|php|console)$/, /^--env$/, 'APP_ENV'],
];

/** What in a process command names a kind of deploy. */
export function inlineEnvironments({ command, role, path }: RoleCommand, app: App): Breach[] {
  if (role !== 'run' && role !== 'release') return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  return command.simple.flatMap((simple) => [...assigned(simple, text), ...given(simple, text)]);
}

function assigned({ assignments }: SimpleCommand, text: string): Breach[] {
  return assignments.flatMap(({ name, valueRange, range }) => {
    const value = text.slice(valueRange.start, valueRange.end).replace(/^(["'])(.*)\1$/, '$2');
    if (!SELECTORS.test(name) || !DEPLOY.test(value)) return [];
    return [breach(range, `${name}=${value}`, name, text)];
  });
}

function given(simple: SimpleCommand, text: string): Breach[] {
  const program = programOf(simple);
  if (!program) return [];
  return program.args.flatMap((word, index) => {
    const [name = '', inline] = word.text.split('=', 2);
    const found = OPTIONS.find(([programs, option]) => programs.test(program.name) && option.test(name));
    const value = inline === undefined ? program.args[index + 1] : undefined;
    const chosen = inline ?? value?.text ?? '';
    if (!found || !DEPLOY.test(chosen) || value?.literal === false || !word.literal) return [];
    const range = { start: word.range.start, end: (value ?? word).range.end };
    return [breach(range, text.slice(range.start, range.end), found[2], text)];
  });
}

/** Takes it out, with the blanks around it. */
function breach(range: Range, what: string, variable: string, text: string): Breach {
  let { start, end } = range;
  while (/[ \t]/.test(text.charAt(end))) end++;
  if (end >= text.length || /[\r\n]/.test(text.charAt(end))) {
    end = range.end;
    while (/[ \t]/.test(text.charAt(start - 1))) start--;
  }
  const edit = { title: 'Leave it to the environment', safe: false, start, end, newText: '' };
  return withEdit({ range, words: { what: `\`${what}\``, variable } }, edit);
}
