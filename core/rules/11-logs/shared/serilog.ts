/** The names under which a sink of Serilog is called: on a configuration, or on what a function is handed. */
export function serilogSinks(sinks: readonly string[], bare = /^(?:Rolling)?File$/): string[] {
  return sinks.flatMap((sink) => [
    ...(bare.test(sink) ? [`?.${sink}`] : []),
    `LoggerConfiguration().WriteTo.${sink}`,
    `Serilog.LoggerConfiguration().WriteTo.${sink}`,
  ]);
}
