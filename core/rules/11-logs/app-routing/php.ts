import type { Api } from '../../../rule';
import { ships } from './ships';

const MONOLOG =
  'Syslog SyslogUdp Socket Gelf Slack SlackWebhook Telegram TelegramBot MongoDB Elasticsearch Elastica ElasticSearch Loggly Logmatic LogEntries InsightOps CouchDB Redis RedisPubSub DynamoDb Amqp Cube Flowdock Fleep IFTTT Pushover ZendMonitor';

const apis: readonly Api[] = [
  ships(...MONOLOG.split(' ').map((kind) => `Monolog.Handler.${kind}Handler`)),
  ships(
    'Gelf.Publisher',
    'Fluent.Logger.FluentLogger',
    'yii.log.SyslogTarget',
    'yii.log.EmailTarget',
    'yii.log.DbTarget',
  ),
];

export default apis;
