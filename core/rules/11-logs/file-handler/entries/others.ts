import { ANY, type Setting } from './setting';

const others: readonly Setting[] = [
  // Egg keeps its logs in files below `logs/`, and nothing in its settings makes that stdout alone.
  {
    files: /(?:^|\/)package\.json$/,
    at: /^dependencies\.egg$/,
    value: ANY,
    api: 'Egg',
    severity: 'information',
  },
  {
    files: /(?:^|\/)conf\/app\.conf$/,
    at: /(?:^|\.)logconfig$/i,
    value: /"adapter"\s?:\s?"(?:multi)?file"|"filename"/,
    api: 'Beego',
  },
  {
    files: /(?:^|\/)conf\/app\.conf$/,
    at: /(?:^|\.)log\.\w+\.output$/,
    value: /\.log$/,
    api: 'Revel',
  },
  {
    files: /(?:^|\/)sidekiq[\w.-]*\.ya?ml$/,
    at: /^:?logfile$/,
    value: ANY,
    api: 'Sidekiq',
    path: true,
    until: { package: 'sidekiq', major: 6 },
  },
  { files: /(?:^|\/)thin[\w.-]*\.ya?ml$/, at: /^log$/, value: ANY, api: 'Thin', path: true },
  {
    files: /(?:^|\/)\w*(?:seelog|log)\w*\.xml$/,
    at: /(?:^|\.)seelog\.(?:.*\.)?(?:rollingfile|file)\.@(?:filename|path)$/,
    value: ANY,
    api: 'seelog',
  },
  {
    files: /\.ya?ml$/,
    at: /^appenders\.[^.]+\.kind$/,
    value: /^(?:rolling_)?file$/,
    api: 'log4rs',
    repair: { to: 'yaml', text: 'console' },
  },
  {
    files: /(?:^|\/)(?:ecosystem|pm2|process(?:es)?)[\w.-]*\.(?:json|ya?ml)$/,
    at: /(?:^|\.)(?:out_file|error_file|log_file|log)$/,
    value: ANY,
    api: 'PM2',
    path: true,
  },
  {
    files: /(?:^|\/)log4js[\w.-]*\.json$/,
    at: /(?:^|\.)appenders\.[^.]+\.type$/,
    value: /^(?:file|dateFile|fileSync|multiFile|recording)$/,
    api: 'log4js',
    repair: { to: 'whole', text: 'stdout' },
  },
  {
    // The official image links these two to the standard streams.
    files: /(?:^|\/)nginx[\w./-]*\.conf$|\.nginx$/,
    at: /(?:^|\.)(?:access_log|error_log)$/,
    path: true,
    value: /^(?!\/var\/log\/nginx\/(?:access|error)\.log\b|syslog:|memory:|\/dev\/|stderr\b|off\b)\S/,
    api: 'nginx',
    severity: 'information',
  },
];

export default others;
