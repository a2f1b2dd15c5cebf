import { defineStack, type ProcessSuggestion } from '../suggestion';
import { programSuggestion } from './shared/programs';

/** The programs of a Go module, as `go build -o bin/ ./...` leaves them. */
export default defineStack({
  id: 'go',
  suggest: (view) => {
    if (!view.has('go.mod')) return [];
    const found: ProcessSuggestion[] = [];
    const module = /^module\s+"?([^\s"]+)/m.exec(view.text('go.mod') ?? '')?.[1]?.replace(/\/v\d+$/, '');
    const name = module?.slice(module.lastIndexOf('/') + 1);
    if (view.has('main.go') && name !== undefined)
      found.push({ type: 'web', command: `./bin/${name}`, why: 'Go program in main.go' });
    for (const path of view.files(/^cmd\/[\w.-]+\/main\.go$/)) {
      const program = path.split('/')[1] ?? '';
      found.push(programSuggestion(program, `./bin/${program}`, `Go program in ${path}`));
    }
    return found;
  },
});
