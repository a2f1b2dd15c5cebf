import { ANY, type Setting } from './setting';

const YAML = /\.ya?ml$/;
const JSON_OR_TOML = /\.(?:json|toml)$/;
const PYTHON_HANDLER =
  /^(?:logging\.)?(?:handlers\.)?(?:(?:Rotating|TimedRotating|Watched)?FileHandler)$|^concurrent_log_handler\.\w+$/;

const python: readonly Setting[] = [
  {
    files: /\.(?:ini|cfg|conf)$/,
    at: /^handler_[^.]+\.class$/,
    value: PYTHON_HANDLER,
    repair: { to: 'ini', text: 'StreamHandler' },
  },
  {
    files: YAML,
    at: /(?:^|\.)handlers\.[^.]+\.class$/,
    value: PYTHON_HANDLER,
    repair: { to: 'yaml', text: 'logging.StreamHandler', stream: 'stream: ext://sys.stdout' },
  },
  { files: JSON_OR_TOML, at: /(?:^|\.)handlers\.[^.]+\.class$/, value: PYTHON_HANDLER },
  {
    files: /\.(?:ini|conf)$/,
    at: /^(?:program|fcgi-program|eventlistener)[: ].*\.std(?:out|err)_logfile$/,
    value: ANY,
    api: 'supervisord',
    severity: 'information',
    path: true,
  },
  {
    files: /\.ini$/,
    at: /^uwsgi\.(?:logto2?|daemonize2?|(?:req-)?logger)$/,
    value: /^(?:file:|\.{0,2}\/|[\w%-]+\.log$|%)/,
    api: 'uWSGI',
    path: true,
  },
  {
    files: /(?:^|\/)(?:odoo|openerp)[\w.-]*\.(?:conf|cfg)$/,
    at: /^options\.logfile$/,
    value: ANY,
    api: 'Odoo',
    path: true,
  },
];

export default python;
