const CONFIGURATION = 'LoggerConfiguration()';
/** What stands before a sink in most configurations. */
const LINKS = [
  'MinimumLevel.Debug()',
  'MinimumLevel.Information()',
  'MinimumLevel.Warning()',
  'MinimumLevel.Verbose()',
  'MinimumLevel.Override()',
  'Enrich.FromLogContext()',
  'ReadFrom.Configuration()',
  'WriteTo.Console()',
  'WriteTo.Debug()',
  'WriteTo.File()',
];

/** The names under which a sink of Serilog is called: in a chain, or on what a function is handed. */
export function serilogSinks(sinks: readonly string[], bare = /^(?:Rolling)?File$/): string[] {
  const befores = ['', ...LINKS, ...LINKS.flatMap((first) => LINKS.map((second) => `${first}.${second}`))];
  return sinks.flatMap((sink) => [
    ...(bare.test(sink) ? [`?.${sink}`] : []),
    ...befores.flatMap((before) => {
      const chain = [CONFIGURATION, before, `WriteTo.${sink}`].filter((part) => part !== '').join('.');
      return [chain, `Serilog.${chain}`];
    }),
  ]);
}
