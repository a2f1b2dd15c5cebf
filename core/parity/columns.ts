import { classifyEnvFile } from '../env/cascade';
import { placeOfCompose } from '../formats/sources/compose';

/** One place in which the app lives. */
export interface Column {
  readonly id: string;
  /** Short, for the head of a column. */
  readonly title: string;
  readonly kind: 'local' | 'ci' | 'compose' | 'deploy';
  /** Columns stand in this order. */
  readonly rank: number;
}

const LOCAL: Column = { id: 'local', title: 'Local', kind: 'local', rank: 0 };
const CI: Column = { id: 'ci', title: 'CI', kind: 'ci', rank: 1 };
const COMPOSE: Column = { id: 'compose', title: 'Compose', kind: 'compose', rank: 2 };

/** Formats whose files each are a deploy, or a part of one, by name. */
const DEPLOYS: Readonly<Record<string, string>> = {
  dockerfile: 'Dockerfile',
  'platform-toml': 'Fly',
  render: 'Render',
  heroku: 'Heroku',
  functions: 'Functions',
  systemd: 'systemd',
  supervisord: 'Supervisor',
  kubernetes: 'Kubernetes',
};
const PIPELINES = new Set(['github-workflow', 'gitlab-ci', 'circleci']);

/** The column of a file by its path and the id of its format; undefined for files that stand for no place. */
export function columnOf(path: string, format: string): Column | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (format === 'procfile')
    return /\.(?:dev|development|local)$/.test(name) ? LOCAL : deploy('procfile', name, 3);
  if (format === 'env') return classifyEnvFile(path) === undefined ? undefined : LOCAL;
  if (PIPELINES.has(format)) return CI;
  if (format === 'compose') {
    const place = placeOfCompose(path);
    return place === 'ci' ? CI : place === 'local' ? COMPOSE : deploy(path, name, 5);
  }
  if (format === 'dockerfile')
    return /dev|local|test/i.test(path) ? LOCAL : deploy('dockerfile', 'Dockerfile', 4);
  if (format === 'kubernetes') {
    const environment = /(?:^|[/.-])(staging|stage|production|prod|qa|uat|preview)(?:[/.-]|$)/.exec(
      path,
    )?.[1];
    return deploy(
      `kubernetes ${environment ?? ''}`,
      environment ? `Kubernetes ${environment}` : 'Kubernetes',
      6,
    );
  }
  const title = DEPLOYS[format];
  if (title !== undefined) return deploy(format, title, 7);
  return format === 'shell' || format === 'makefile' || format === 'deploy-scripts' || format === 'crontab'
    ? undefined
    : LOCAL;
}

function deploy(id: string, title: string, rank: number): Column {
  return { id, title, kind: 'deploy', rank };
}
