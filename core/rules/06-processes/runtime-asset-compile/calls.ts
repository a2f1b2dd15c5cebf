import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { everywhere, named, says, services, soften } from '../shared/apis';

const javascript: readonly Api[] = [
  named('node-sass-middleware', 'node-sass-middleware', 'node-sass-middleware-5', 'sass-middleware'),
  named('less-middleware', 'less-middleware'),
  named('express-less', 'express-less'),
  named('stylus’ middleware', 'stylus.middleware'),
  named('postcss-middleware', 'postcss-middleware'),
  named('connect-assets', 'connect-assets'),
  named('browserify-middleware', 'browserify-middleware'),
];

const python: readonly Api[] = [
  named('SassMiddleware', 'sassutils.wsgi.SassMiddleware'),
  ...soften(
    'information',
    {
      calls: ['sass.compile'],
      breach: (call, { path }) =>
        /(?:^|\/)(?:commands|cli|build)\b/.test(path) ? undefined : says('sass.compile', call.range),
    },
    named('pyScss', 'scss.Scss', 'scss.compiler.compile_string'),
  ),
];

const ruby: readonly Api[] = soften(
  'information',
  named('Sprockets', 'Sprockets.Environment.new'),
  named('Sass’ Rack plugin', 'Sass.Plugin.Rack.new'),
);

const php: readonly Api[] = soften(
  'information',
  named('scssphp', 'ScssPhp.ScssPhp.Compiler', 'Leafo.ScssPhp.Compiler', 'ScssPhp.Server.Server'),
  named('less.php', 'Less_Parser', 'lessc'),
).map((api) => ({ ...api, global: true }));

const java: readonly Api[] = [
  named('wro4j', 'ro.isdc.wro.http.WroFilter', 'ro.isdc.wro.http.ConfigurableWroFilter'),
  named('Jawr', 'net.jawr.web.servlet.JawrServlet', 'net.jawr.web.servlet.JawrSpringController'),
];

const csharp: readonly Api[] = [
  {
    calls: [...services('AddRazorPages().AddRazorRuntimeCompilation'), '?.AddRazorRuntimeCompilation'],
    global: true,
    // Under a condition it is what a developer's machine asks for.
    breach: (call) => says('Razor’s runtime compilation', call.range, 'information'),
  },
  ...everywhere(...soften('information', named('WebOptimizer', ...services('AddWebOptimizer')))),
];

export const calls: Partial<Record<Family, readonly Api[]>> = { javascript, python, ruby, php, java, csharp };
