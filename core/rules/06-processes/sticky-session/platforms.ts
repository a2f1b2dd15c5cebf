import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck } from '../../../rule';
import { says } from '../shared/apis';
import { removing, replacing } from '../shared/repairs';

const YAML = /\.ya?ml(?:\.\w+)?$/;
const ANY = /\.(?:ya?ml|json|toml)(?:\.\w+)?$/;
const IS_ON = /^(?:true|enabled|on|"true")$/i;

const line = (what: string, { range, whole }: ConfigEntry): Breach =>
  removing(says(what, range), 'Let any process answer', whole);
/** A setting that is on where its value passes a test. */
function setting(what: string, files: RegExp, at: RegExp, value: RegExp): EntryCheck {
  return { files, at, breach: (entry) => (value.test(entry.value) ? line(what, entry) : undefined) };
}
/** A block that is a breach by being there. */
function block(what: string, files: RegExp, at: RegExp): EntryCheck {
  return {
    files,
    at,
    breach: ({ kind, keyRange }) => (kind === 'map' ? says(what, keyRange) : undefined),
  };
}

const kubernetes: readonly EntryCheck[] = [
  setting('sessionAffinity', YAML, /(?:^|\.)spec\.sessionAffinity$/, /^ClientIP$/),
  setting(
    'The backend’s session affinity',
    YAML,
    /(?:^|\.)spec\.sessionAffinity\.affinityType$/,
    /^(?:CLIENT_IP|GENERATED_COOKIE)$/,
  ),
  setting(
    'The ingress',
    YAML,
    /\.annotations\.(?:(?:nginx\.)?ingress\.kubernetes\.io|haproxy-ingress\.github\.io)\/affinity$/,
    /^cookie$/,
  ),
  setting('The ingress', YAML, /\.annotations\.haproxy\.org\/cookie-persistence$/, /./),
  setting(
    'The ingress',
    YAML,
    /\.annotations\.(?:traefik\.ingress\.kubernetes\.io\/(?:service\.sticky\.cookie|affinity)|appgw\.ingress\.kubernetes\.io\/cookie-based-affinity|run\.googleapis\.com\/sessionAffinity)$/,
    IS_ON,
  ),
  setting(
    'The load balancer',
    YAML,
    /\.annotations\.(?:alb\.ingress|service\.beta)\.kubernetes\.io\/[\w-]*target-group-attributes$/,
    /\bstickiness\.enabled=true\b/,
  ),
  block('Istio’s consistent hash', YAML, /\.loadBalancer\.consistentHash\.httpCookie$/),
  setting('Istio’s consistent hash', YAML, /\.loadBalancer\.consistentHash\.useSourceIp$/, IS_ON),
];

const traefik: readonly EntryCheck[] = [
  block('Traefik', ANY, /(?:^|\.)(?:loadBalancer|weighted)\.sticky\.cookie$/i),
  setting(
    'Traefik',
    YAML,
    /\.labels\.traefik\.http\.services\.[\w-]+\.loadbalancer\.sticky(?:\.cookie)?$/i,
    IS_ON,
  ),
  setting(
    'Traefik',
    YAML,
    /\.labels\.\d+$/,
    /^traefik\.(?:http\.services\.[\w-]+\.loadbalancer\.sticky(?:\.cookie)?|backend\.loadbalancer\.sticky(?:iness)?)=true$/i,
  ),
];

export const platforms: readonly EntryCheck[] = [
  ...kubernetes,
  ...traefik,
  setting(
    'Elastic Beanstalk’s stickiness',
    /\.ebextensions\/|(?:^|\/)env\.yaml$|\.json$/,
    /(?:^|[.:])(?:StickinessEnabled|Stickiness Policy)$/,
    IS_ON,
  ),
  block(
    'The load balancer’s stickiness',
    /\.(?:ya?ml|json)$/,
    /(?:^|\.)(?:App|LB)CookieStickinessPolicy\.\d+$/,
  ),
  {
    files: /\.(?:ya?ml|json)$/,
    at: /(?:^|\.)TargetGroupAttributes\.\d+\.Value$/,
    breach: ({ keys, value, range }, _file, _app, all) => {
      const key = [...keys.slice(0, -1), 'Key'].join('.');
      const named = all.find((one) => one.keys.join('.') === key);
      return named?.value === 'stickiness.enabled' && IS_ON.test(value)
        ? replacing(says('The load balancer’s stickiness', range), 'Let any process answer', range, 'false')
        : undefined;
    },
  },
  setting(
    'Copilot’s stickiness',
    /(?:^|\/)copilot\/(?:[^/]+\/)*manifest\.ya?ml$/,
    /(?:^|\.)stickiness$/,
    IS_ON,
  ),
  setting(
    'App Engine’s session affinity',
    /(?:^|\/)app[\w.-]*\.ya?ml$/,
    /^network\.session_affinity$/,
    IS_ON,
  ),
  setting('Azure’s client affinity', /\.(?:ya?ml|json)$/, /(?:^|\.)clientAffinityEnabled$/, IS_ON),
  setting('Azure’s sticky sessions', /\.(?:ya?ml|json)$/, /\.stickySessions\.affinity$/, /^sticky$/),
  setting('The load balancer’s stickiness', /\.tf$/, /(?:^|\.)stickiness\.enabled$/, IS_ON),
  block(
    'The load balancer’s stickiness',
    /\.tf$/,
    /(?:^|\.)resource\.aws_(?:lb|app)_cookie_stickiness_policy$/,
  ),
  setting(
    'The backend’s session affinity',
    /\.tf$/,
    /(?:^|\.)session_affinity$/,
    /^(?:CLIENT_IP(?:_\w+)?|GENERATED_COOKIE|HTTP_COOKIE|HEADER_FIELD)$/,
  ),
  setting('Azure’s client affinity', /\.tf$/, /(?:^|\.)client_affinity_enabled$/, IS_ON),
  setting('Azure’s cookie affinity', /\.tf$/, /(?:^|\.)cookie_based_affinity$/, /^Enabled$/),
  setting('Passenger', /(?:^|\/)Passengerfile\.json$/, /^sticky_sessions$/, IS_ON),
  setting('Heroku’s session affinity', /(?:^|\/)app\.json$/, /^features\.\d+$/, /^http-session-affinity$/),
];
