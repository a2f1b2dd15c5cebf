import type { Api } from '../../../rule';
import { ships } from './ships';

const apis: readonly Api[] = [
  ships(
    'syslog.unix',
    'syslog.unix_custom',
    'syslog.udp',
    'syslog.tcp',
    'syslog.init',
    'syslog.init_unix',
    'syslog.init_udp',
    'syslog.init_tcp',
    'tracing_loki.layer',
    'tracing_loki.builder',
    'tracing_gelf.Logger.builder',
    'gelf_logger.init',
    'systemd_journal_logger.JournalLog.new',
  ),
];

export default apis;
