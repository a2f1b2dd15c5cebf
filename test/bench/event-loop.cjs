// Loaded into a server before it starts: writes how long its event loop was held up, as JSON, each time it gets
// SIGUSR2, and starts anew. The file is named by EVENT_LOOP_REPORT; times in milliseconds.
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { writeFileSync, renameSync } = require('node:fs');

const RESOLUTION = 1;
const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
const target = process.env.EVENT_LOOP_REPORT;
histogram.enable();
process.on('SIGUSR2', () => {
  const at = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
  const report = { max: at(histogram.max), p99: at(histogram.percentile(99)), cpu: process.cpuUsage(), rss: process.memoryUsage.rss() };
  writeFileSync(`${target}.part`, JSON.stringify(report));
  renameSync(`${target}.part`, target);
  histogram.reset();
});
