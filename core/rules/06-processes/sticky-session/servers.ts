import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck } from '../../../rule';
import { says } from '../shared/apis';
import { removing, replacing } from '../shared/repairs';

const NGINX = /(?:\.conf|\.nginx|sites-(?:available|enabled)\/[^/]+)(?:\.\w+)?$/;
const HAPROXY = /(?:^|\/)haproxy[^/]*\.cfg(?:\.\w+)?$/;
const BY_VISITOR =
  /^"?\$(?:binary_remote_addr|remote_addr|proxy_protocol_addr|http_x_(?:real_ip|forwarded_for)|cookie_\w+)/;

/** A directive whose removal leaves the default way to balance. */
const directive = (what: string, { range, whole }: ConfigEntry): Breach =>
  removing(says(what, range), 'Let any process answer', whole);

export const servers: readonly EntryCheck[] = [
  {
    files: NGINX,
    at: /(?:^|\.)upstream\.(?:ip_hash|sticky|hash)$/,
    breach: (entry) => {
      const name = entry.keys.at(-1) ?? '';
      if (name === 'hash' && !BY_VISITOR.test(entry.value)) return undefined;
      return directive(`nginx’s ${name}`, entry);
    },
  },
  {
    files: NGINX,
    at: /(?:^|\.)(?:passenger_sticky_sessions|PassengerStickySessions)$/,
    breach: (entry) => (/^on$/i.test(entry.value) ? directive('Passenger', entry) : undefined),
  },
  {
    files: NGINX,
    at: /(?:^|\.)(?:ProxySet|ProxyPass|BalancerMember)$/,
    breach: ({ value, range }) => {
      const found = /\s{0,9}\bstickysession=\S{1,200}/.exec(value);
      if (!found) return undefined;
      const breach = says('Apache’s stickysession', range);
      const isPlain = range.end - range.start === value.length && found[0].length < value.length;
      const start = range.start + found.index;
      const whole = { start, end: start + found[0].length };
      return isPlain ? replacing(breach, 'Let any process answer', whole, '') : breach;
    },
  },
  {
    files: HAPROXY,
    at: /\.(?:cookie|balance|stick)$/,
    breach: (entry) => {
      const [name, value] = [entry.keys.at(-1), entry.value];
      if (name === 'cookie') {
        return /\s(?:insert|prefix|rewrite)\b/.test(value) ? directive('HAProxy’s cookie', entry) : undefined;
      }
      if (name === 'balance')
        return /^(?:source|hdr\(.*(?:cookie|x-forwarded-for).*\))/i.test(value)
          ? directive(`HAProxy’s balance ${value}`, entry)
          : undefined;
      return /^(?:on|match|store-request|store-response)\b/.test(value)
        ? directive('HAProxy’s stick', entry)
        : undefined;
    },
  },
  {
    files: /(?:^|\/)Caddyfile(?:\.\w+)?$/,
    at: /(?:^|\.)lb_policy$/,
    breach: (entry) =>
      /^(?:cookie|ip_hash|client_ip_hash|header Cookie)\b/.test(entry.value)
        ? directive('Caddy’s lb_policy', entry)
        : undefined,
  },
];
