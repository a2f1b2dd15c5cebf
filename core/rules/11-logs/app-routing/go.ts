import type { Api } from '../../../rule';
import { ships } from './ships';

const apis: readonly Api[] = [
  ships(
    'log/syslog.New',
    'log/syslog.Dial',
    'log/syslog.NewLogger',
    'github.com/sirupsen/logrus/hooks/syslog.NewSyslogHook',
    'github.com/bshuster-repo/logrus-logstash-hook.New',
    'gopkg.in/sohlich/elogrus.v7.NewElasticHook',
    'gopkg.in/sohlich/elogrus.NewElasticHook',
    'github.com/rifflock/lfshook.SlackHook',
    'github.com/johntdyer/slackrus.SlackrusHook',
    'github.com/evalphobia/logrus_fluent.NewWithConfig',
    'github.com/gemnasium/logrus-graylog-hook.NewGraylogHook',
    'github.com/grafana/loki-client-go/loki.New',
    'github.com/fluent/fluent-logger-golang/fluent.New',
    'gopkg.in/Graylog2/go-gelf.v2/gelf.NewUDPWriter',
    'gopkg.in/Graylog2/go-gelf.v2/gelf.NewTCPWriter',
    'gopkg.in/Graylog2/go-gelf/gelf.NewUDPWriter',
    'gopkg.in/Graylog2/go-gelf/gelf.NewTCPWriter',
    'github.com/samber/slog-loki/v3.Option',
    'github.com/samber/slog-loki.Option',
    'github.com/samber/slog-datadog.Option',
    'github.com/samber/slog-syslog.Option',
    'github.com/samber/slog-graylog.Option',
    'github.com/samber/slog-fluentd.Option',
    'github.com/samber/slog-logstash.Option',
    'unknwon.dev/clog.NewSlack',
    'unknwon.dev/clog.NewDiscord',
  ),
];

export default apis;
