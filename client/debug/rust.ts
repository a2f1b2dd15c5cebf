import { baseName, type Launcher, within } from './launch';

/** Rust programs by CodeLLDB: `cargo run`, or the binary of a package, which is built anew with what a debugger needs. */
export const rust: Launcher = ({ words, folder }, files) => {
  const [first = '', ...rest] = words;
  if (baseName(first) === 'cargo' && (rest[0] === 'run' || rest[0] === 'r')) {
    const end = rest.indexOf('--');
    const options = rest
      .slice(1, end < 0 ? undefined : end)
      .filter((option) => option !== '--release' && option !== '-r');
    return ofRust(options, end < 0 ? [] : rest.slice(end + 1));
  }
  const [, binary] = /^(?:\.\/)?target\/(?:release|debug)\/([\w-]+)$/.exec(first) ?? [];
  if (binary === undefined || !files.has(within(folder, 'Cargo.toml'))) return undefined;
  return ofRust([`--bin=${binary}`], rest);
};

function ofRust(options: readonly string[], args: readonly string[]): ReturnType<Launcher> {
  const attributes = { cargo: { args: ['build', ...options] }, args, terminal: 'console' };
  return { runtime: 'rust', ways: [{ type: 'lldb', attributes }] };
}
