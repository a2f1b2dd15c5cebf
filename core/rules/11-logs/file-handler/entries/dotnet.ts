import { ANY, type Setting } from './setting';

const dotnet: readonly Setting[] = [
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$|(?:^|\/)(?:serilog|logging)[\w.-]*\.json$/i,
    at: /(?:^|\.)Serilog\.(?:.*\.)?(?:WriteTo|configure)(?:\.|:)[^.]+\.Name$/i,
    value: /^(?:Rolling)?File$/,
    api: 'Serilog',
    repair: { to: 'whole', text: 'Console' },
  },
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$/i,
    at: /(?:^|\.)NLog\.targets\.(?:.*\.)?type$/i,
    value: /^File$/i,
    api: 'NLog',
    repair: { to: 'whole', text: 'Console' },
  },
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$/i,
    at: /^Logging\.File\.(?:Path|PathFormat|BasePath)$/i,
    value: ANY,
    api: 'The logging provider',
    path: true,
  },
  {
    files: /\.(?:config|xml)$/i,
    at: /(?:^|\.)nlog\.(?:.*\.)?(?:target|default-target-parameters)\.@type$/i,
    value: /^File$/i,
    api: 'NLog',
    repair: { to: 'whole', text: 'Console' },
  },
  {
    files: /\.(?:config|xml)$/i,
    at: /(?:^|\.)appender\.@type$/i,
    value: /^log4net\.Appender\.(?:Rolling)?FileAppender\b/,
    repair: { to: 'whole', text: 'log4net.Appender.ConsoleAppender' },
  },
  {
    files: /(?:^|\/)web[\w.]*\.config$/i,
    at: /(?:^|\.)aspNetCore\.@stdoutLogEnabled$/i,
    value: /^true$/i,
    api: 'The ASP.NET Core module',
    repair: { to: 'whole', text: 'false' },
  },
  {
    files: /(?:^|\/)(?:web|app)[\w.]*\.config$/i,
    at: /\.(?:listeners|sharedListeners)\.add\.@type$/i,
    value: /\b(?:TextWriter|XmlWriter|DelimitedList|FileLog)TraceListener\b/,
  },
];

export default dotnet;
