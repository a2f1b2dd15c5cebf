import { defineStack, type ProcessSuggestion } from '../suggestion';
import { programSuggestion } from './shared/programs';

/** The binaries of a Cargo package, as `cargo build --release` leaves them. */
export default defineStack({
  id: 'rust',
  suggest: (view) => {
    const text = view.text('Cargo.toml');
    if (text === undefined) return [];
    const built = (name: string) => `./target/release/${name}`;
    const found: ProcessSuggestion[] = [];
    const name = /^\[package\][^[]*?^name\s*=\s*"([\w-]+)"/m.exec(text)?.[1];
    if (name !== undefined && view.has('src/main.rs'))
      found.push({ type: 'web', command: built(name), why: 'Rust program in src/main.rs' });
    for (const path of view.files(/^src\/bin\/[\w-]+(?:\.rs|\/main\.rs)$/)) {
      const program = (path.split('/')[2] ?? '').replace(/\.rs$/, '');
      found.push(programSuggestion(program, built(program), `Rust program in ${path}`));
    }
    return found;
  },
});
