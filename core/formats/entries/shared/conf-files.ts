/** A `.conf` file tells its format by its name, else by the folder it lies in; one that tells neither is read by nobody. */
const SERVER_NAME = String.raw`[^/]*(?:nginx|apache|httpd|vhost)[^/]*\.conf`;
const INI_NAME = String.raw`(?:[^/]*(?:logging|supervisor|uwsgi|php-fpm)[^/]*|logger|log|www|odoo|airflow)\.conf`;
const INI_FOLDER = String.raw`(?:supervisord?|php[^/]*|uwsgi|pool\.d|[^/]+\.(?:service|socket|timer)\.d)`;
const SERVER_FOLDER = String.raw`(?:nginx|apache2?|httpd|conf\.d|sites-(?:available|enabled))`;
const INI_CONF = String.raw`${INI_NAME}$|${INI_FOLDER}\/(?:[^/]+\/)*[^/]+\.conf$`;
const TEMPLATE = String.raw`(?:\.(?:erb|j2|tpl|tmpl|template|sigil))?$`;

export const INI_FILES = new RegExp(
  [
    String.raw`\.(?:ini|cnf|service|socket|timer)$`,
    String.raw`(?:^|\/)(?!haproxy)[^/]+\.cfg$`,
    // What Beego and Revel read.
    String.raw`(?:^|\/)conf\/app\.conf$`,
    String.raw`(?:^|\/)(?!(?:[^/]*\/)*${SERVER_NAME}$)(?:${INI_CONF})`,
  ].join('|'),
);

export const SERVER_FILES = new RegExp(
  [
    String.raw`(?:^|\/)(?:${SERVER_NAME}|haproxy[^/]*\.cfg|\.htaccess|Caddyfile)${TEMPLATE}`,
    String.raw`\.nginx${TEMPLATE}`,
    String.raw`^(?!(?:.*\/)?(?:${INI_CONF}))(?:.*\/)?${SERVER_FOLDER}\/(?:[^/]+\/)*[^/]+\.conf${TEMPLATE}`,
    String.raw`(?:^|\/)sites-(?:available|enabled)\/[^/.]+$`,
  ].join('|'),
);
