import type { Api } from '../../../rule';
import { moves, rotates } from './rotates';

const apis: readonly Api[] = [
  rotates(
    'ch.qos.logback.core.rolling.TimeBasedRollingPolicy',
    'ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy',
    'ch.qos.logback.core.rolling.FixedWindowRollingPolicy',
    'ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy',
    'org.apache.logging.log4j.core.appender.rolling.SizeBasedTriggeringPolicy.createPolicy',
    'org.apache.logging.log4j.core.appender.rolling.TimeBasedTriggeringPolicy.newBuilder',
  ),
  moves(['java.nio.file.Files.move', 'java.nio.file.Files.deleteIfExists']),
];

export default apis;
