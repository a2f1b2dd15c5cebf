import { baseName, type Launcher, within } from './launch';

/** .NET programs that are built: `dotnet out/Web.dll`. */
export const dotnet: Launcher = ({ words, folder }) => {
  const [first = '', target = '', ...args] = words;
  if (baseName(first) !== 'dotnet' || !target.endsWith('.dll')) return undefined;
  const attributes = { program: within(folder, target), args, console: 'internalConsole' };
  return { runtime: 'dotnet', ways: [{ type: 'coreclr', attributes }] };
};
