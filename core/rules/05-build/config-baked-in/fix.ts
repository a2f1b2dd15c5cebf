import { readDockerfile } from '../../../formats/dockerfile';
import type { Fixer } from '../../../rule';
import { wholeLine } from '../../shared/one-edit';

/** Takes a variable out of its `ENV`, or names a copied file in `.dockerignore`. */
export const mend: Fixer = ({ breach: { repair }, path, range }, text, app) => {
  if (repair?.to === 'remove') return removal(path, range, text);
  if (repair?.to !== 'ignore' || typeof repair.ignore !== 'string') return [];
  const { ignore, file } = repair;
  const old = app.tree.appFiles.get(ignore)?.text ?? '';
  if (old.split(/\r?\n/).includes(String(file))) return [];
  const newText = `${old === '' || old.endsWith('\n') ? '' : '\n'}${file}\n`;
  const copy = readDockerfile(text).instructions.find(
    (one) => one.range.start <= range.start && range.end <= one.range.end,
  );
  const sources = copy?.args.filter((one) => !one.text.startsWith('--')).length ?? 0;
  if (!copy || sources !== 2) return [];
  return [
    {
      title: `Ignore ${file} and do not copy it`,
      kind: 'suggestion',
      edits: [
        { path, range: wholeLine(text, copy.range), newText: '' },
        {
          path: ignore,
          range: { start: old.length, end: old.length },
          newText,
          ...(repair.exists === true ? {} : { create: true }),
        },
      ],
    },
  ];
};

function removal(path: string, range: { start: number; end: number }, text: string): ReturnType<Fixer> {
  const instruction = readDockerfile(text).instructions.find(
    (one) => one.keyword === 'ENV' && one.range.start <= range.start && range.end <= one.range.end,
  );
  if (!instruction) return [];
  const others = text
    .slice(instruction.range.start, instruction.range.end)
    .replace(text.slice(range.start, range.end), '');
  const isAlone = /^ENV\s*$/i.test(others);
  let end = range.end;
  while (!isAlone && /[ \t]/.test(text[end] ?? '')) end++;
  const edited = isAlone ? wholeLine(text, instruction.range) : { start: range.start, end };
  return [
    { title: 'Leave it out of the image', kind: 'suggestion', edits: [{ path, range: edited, newText: '' }] },
  ];
}
