import type { Api } from '../../../rule';
import { ships } from './ships';

const apis: readonly Api[] = [
  ships(
    'logging.handlers.SysLogHandler',
    'logging.handlers.SocketHandler',
    'logging.handlers.DatagramHandler',
    'logging.handlers.HTTPHandler',
    'logging.handlers.NTEventLogHandler',
    'graypy.GELFUDPHandler',
    'graypy.GELFTCPHandler',
    'graypy.GELFTLSHandler',
    'graypy.GELFHTTPHandler',
    'logstash.LogstashHandler',
    'logstash.TCPLogstashHandler',
    'logstash.UDPLogstashHandler',
    'logstash_async.handler.AsynchronousLogstashHandler',
    'watchtower.CloudWatchLogHandler',
    'logging_loki.LokiHandler',
    'logging_loki.LokiQueueHandler',
    'fluent.handler.FluentHandler',
    'fluent.asynchandler.FluentHandler',
    'loggly.handlers.HTTPSHandler',
    'logtail.LogtailHandler',
    'cmreslogging.handlers.CMRESHandler',
    'logbook.SyslogHandler',
  ),
];

export default apis;
