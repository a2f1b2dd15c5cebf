import type { App } from '../../app';
import type { Breach, EntryCheck } from '../../rule';
import { defineRule, notAppCode, notServices } from '../../rule';
import { isOfApplication } from '../shared/iis';
import {
  DEPLOY_DOMAINS,
  namedAddress,
  PRIVATE_MARKS,
  tellingAddress,
} from './hardcoded-deploy-value/addresses';
import { calls } from './hardcoded-deploy-value/calls';
import { debugging, telling } from './hardcoded-deploy-value/settings';

const both = (...names: readonly string[]): string[] =>
  names.flatMap((name) => (name.includes('_') ? [name, name.replaceAll('_', '')] : [name]));
const debugs = (range: Breach['range']): Breach => ({ range, words: { what: 'The debug switch' } });

/** A file that a release is made with takes the switch out again. */
function hasTransform(path: string, app: App): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (
    app.tree.paths.has(`${folder}Web.Release.config`) || app.tree.paths.has(`${folder}web.Release.config`)
  );
}

const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)web\.config$/i,
    at: /^configuration\.(?:location\.)?system\.web\.(?:compilation\.@debug|customErrors\.@mode)$/,
    breach: ({ value, range }, { path }, app) =>
      /^(?:true|off)$/i.test(value) && !hasTransform(path, app) && isOfApplication(path, app)
        ? debugs(range)
        : undefined,
  },
  {
    files: /(?:^|\/)(?:php|\.user)[\w.-]*\.ini$/,
    at: /(?:^|\.)display_errors$/,
    breach: ({ value, range }, { path }) =>
      /^(?:on|1|true|stdout)$/i.test(value) && !/dev|local|test|debug/i.test(path)
        ? debugs(range)
        : undefined,
  },
];

export default defineRule({
  id: 'config/hardcoded-deploy-value',
  title: 'Value of one deploy written into the code',
  severity: 'hint',
  message:
    '{what} differs from deploy to deploy, yet it stands in the code. Read it from an environment variable.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  strings: {
    containing: [...DEPLOY_DOMAINS, ...PRIVATE_MARKS, 'arn:aws'],
    breach: tellingAddress,
  },
  given: {
    names: [
      ...both(
        'site_url',
        'app_url',
        'public_url',
        'frontend_url',
        'client_url',
        'website_url',
        'web_url',
        'portal_url',
      ),
      ...both(
        'callback_url',
        'callback_uri',
        'redirect_uri',
        'redirect_url',
        'webhook_url',
        'return_url',
        'base_url',
      ),
      ...both(
        'asset_host',
        'assets_host',
        'cdn_url',
        'cdn_host',
        'static_url',
        'media_url',
        'root_url',
        'server_url',
      ),
      ...both(
        'allowed_hosts',
        'trusted_origins',
        'cors_origin',
        'allowed_origins',
        'allow_origins',
        'server_name',
      ),
      ...both(
        'canonical_host',
        'canonical_url',
        'default_url_options',
        'cookie_domain',
        'site_domain',
        'app_domain',
      ),
      ...both(
        'app_host',
        'site_host',
        'public_host',
        'app_origin',
        'bucket',
        'space_name',
        'region',
        'account_id',
      ),
      ...both(
        'tenant_id',
        'subscription_id',
        'directory_id',
        'project_id',
        'from_email',
        'admin_email',
        'server_email',
      ),
      ...both(
        'mail_from',
        'email_from',
        'default_sender',
        'mailer_sender',
        'support_email',
        'log_level',
        'dsn',
      ),
      ...both('debug', 'consider_all_requests_local', 'account_number'),
    ],
    breach: (fact, file) =>
      file.family === 'shell'
        ? undefined
        : (namedAddress(fact, file) ?? telling(fact) ?? debugging(fact, file)),
  },
  entries,
  notFor: {
    shell: 'A script that sets such a value sets a variable.',
  },
});
