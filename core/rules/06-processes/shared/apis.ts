import type { CallFact, Value } from '../../../facts/fact';
import type { Api, Breach, FileView, Severity } from '../../../rule';

/** A breach at a range; `what` names in the message the library or setting that breaks the rule. */
export function says(what: string, range: Breach['range'], severity?: Severity): Breach {
  return { range, words: { what }, ...(severity ? { severity } : {}) };
}

/** Every call of these breaks the rule. */
export function named(what: string, ...calls: readonly string[]): Api {
  return { calls, breach: (call) => says(what, call.range) };
}

/** A call of these breaks the rule where it passes a test. */
export function when(what: string, calls: readonly string[], test: (call: CallFact) => boolean): Api {
  return { calls, breach: (call) => (test(call) ? says(what, call.range) : undefined) };
}

/** The same calls with another severity. */
export function soften(severity: Severity, ...apis: readonly Api[]): Api[] {
  return apis.map((api) => ({
    ...api,
    breach: (call, file, app) => {
      const found = api.breach ? api.breach(call, file, app) : says(call.callee, call.range);
      return found && { ...found, severity };
    },
  }));
}

/** The same calls with what they are handed looked into. */
export function bodied(...apis: readonly Api[]): Api[] {
  return apis.map((api) => ({ ...api, bodies: true }));
}

/** The same calls by names that need no import. */
export function everywhere(...apis: readonly Api[]): Api[] {
  return apis.map((api) => ({ ...api, global: true }));
}

/** A function of a library that makes a class of its argument: `require('memorystore')(session)`; `new` of it is no second breach. */
export function classOf(what: string, ...modules: readonly string[]): Api {
  return when(what, modules, (call) => !call.construct);
}

/** Names of the services that ASP.NET Core is given: `builder.Services.AddX`, `services.AddX`. */
export function services(...methods: readonly string[]): string[] {
  return methods.flatMap((method) =>
    [
      'WebApplication.CreateBuilder().Services',
      'Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder().Services',
      'WebApplicationBuilder().Services',
      'Host.CreateApplicationBuilder().Services',
      'builder.Services',
      'services',
      'IServiceCollection()',
      'Microsoft.Extensions.DependencyInjection.IServiceCollection()',
      '?',
    ].map((base) => `${base}.${method}`),
  );
}

/** The names of classes and functions in a value: of itself, or of what it calls. */
export function referenceOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'reference') return value.name;
  return value?.kind === 'call' ? value.callee : undefined;
}

/** Whether the file imports a module that starts so. */
export function importsFrom(file: FileView, start: string): boolean {
  return file.imports.some(({ module }) => module.startsWith(start));
}
