/** The program of a word: `gunicorn` of `/app/.venv/bin/gunicorn`. */
export function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}
