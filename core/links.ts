const PAGES = 'https://github.com/twelve-factor/vscode-twelve-factor/blob/main/docs/rules';

/** The page of a rule such as `logs/file-handler`, which tells what it sees, why, and how to mend it. */
export function rulePage(rule: string): string {
  return `${PAGES}/${rule}.md`;
}
