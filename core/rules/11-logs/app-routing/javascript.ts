import type { CallFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { items } from '../shared/apis';
import { ships } from './ships';

const TARGETS =
  /^(?:pino-(?:elasticsearch|loki|datadog(?:-transport)?|syslog|socket|mongodb|logflare|papertrail|slack\w*|cloudwatch|seq|gelf|http-send|applicationinsights)|@logtail\/pino|@axiomhq\/pino|@datadog\/pino)$/;

function pinoTarget({ args }: CallFact): Value | undefined {
  const [options] = args.map(({ value }) => value);
  const transport = property(options, 'transport') ?? options;
  return [transport, ...items(property(transport, 'targets'))].find((one) =>
    TARGETS.test(textOf(property(one, 'target')) ?? ''),
  );
}

const apis: readonly Api[] = [
  ships(
    'winston.transports.Http',
    'winston.transports.Syslog',
    'winston.transports.Loggly',
    'winston.transports.Papertrail',
    'winston.transports.MongoDB',
    'winston.transports.Elasticsearch',
    'winston.transports.CloudWatch',
    'winston.transports.Slack',
    'winston-syslog.Syslog',
    'winston-loggly-bulk.Loggly',
    'winston-papertrail.Papertrail',
    'winston-elasticsearch.ElasticsearchTransport',
    'winston-mongodb.MongoDB',
    'winston-cloudwatch',
    'winston-loki',
    'winston-slack-webhook-transport',
    'winston-graylog2',
    'winston-logstash',
    '@logtail/winston.LogtailTransport',
    'bunyan-syslog.createBunyanStream',
    'bunyan-loggly',
    'bunyan-elasticsearch',
    'bunyan-logstash.createStream',
    'bunyan-slack',
    'gelf-pro.setConfig',
  ),
  {
    calls: ['pino', 'pino.pino', 'pino.transport'],
    breach: (call) => {
      const target = pinoTarget(call);
      return target
        ? { range: target.range, words: { api: textOf(property(target, 'target')) ?? 'pino' } }
        : undefined;
    },
  },
];

export default apis;
