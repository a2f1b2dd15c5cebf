import type { RoleCommand } from '../../../formats/commands';
import type { Breach } from '../../../rule';
import { says } from '../shared/apis';

const MODULES: Readonly<Record<string, string>> = {
  '@babel/register': '@babel/register',
  'babel-register': 'babel-register',
  'babel-core/register': 'babel-core/register',
  'babel/register': 'babel/register',
  'ts-node/register': 'ts-node',
  'ts-node/register/transpile-only': 'ts-node',
  'ts-node/esm': 'ts-node',
  'coffee-script/register': 'CoffeeScript',
  'coffeescript/register': 'CoffeeScript',
};

/** What compiles all code that is loaded after this module. */
export function compilingModule(module: string): string | undefined {
  return Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
}

/** `node -r ts-node/register server.ts` as a process of the app. */
export function compilesAtStart({ command, role }: RoleCommand): Breach[] {
  if (role !== 'run') return [];
  return command.simple.flatMap(({ words }) => {
    const loader = words.find(({ text }, index) => {
      const isRequired = /^(?:-r|--require|--loader|--import)$/.test(words[index - 1]?.text ?? '');
      return isRequired && compilingModule(text) !== undefined;
    });
    return loader ? [says(compilingModule(loader.text) ?? '', loader.range)] : [];
  });
}
