/** What a line that is no `name: command` seems to be. */
export type Flaw = 'indented' | 'no-colon' | 'bare' | 'html' | 'slashes' | 'yaml' | 'name' | 'other';

const PROCESS_TYPES =
  /^(?:web|worker|release|clock|scheduler|cron|beat|sidekiq|celery|queue|jobs?|bot|api|dev|app|server|console|postdeploy)[ \t]+\S/;
const PROGRAM =
  /^(?:\S*\/\S+|(?:bundle|gunicorn|uvicorn|celery|python[\d.]*|node|npm|npx|yarn|pnpm|bun|deno|ruby|rails|rake|puma|php|java|dotnet|flask|streamlit|sh|bash|env|exec|go|hypercorn|daphne|waitress-serve|vendor\/\S+))[ \t]+\S/;
/** Commands of a terminal, with the topic and action that their colon parts. */
const TERMINAL =
  /^(?:\$ |(?:heroku|dokku|flyctl|gigalixir) [a-z]|git (?:push|clone|add|commit|remote|init)\b|(?:ps:(?:scale|restart|stop|start|type|resize|exec|wait|autoscale)|config:(?:set|unset|get|add|edit)|addons:(?:create|add|attach|open|destroy)|pg:[a-z]+|buildpacks:(?:set|add|clear)|domains:add|git:(?:remote|from-image|set)|run:(?:detached|inside)|maintenance:(?:on|off)|apps:(?:create|destroy)|local:(?:start|run)|container:(?:push|release))(?![\w.-])|(?:https?|ftp|postgres|redis):\/\/)/;

/** Whether the start of a line is a command for the terminal, or an address: nothing a process type would run. */
export function isPastedCommand(line: string): boolean {
  return TERMINAL.test(line);
}

/** `line` starts at its first character that is no blank; its end may be missing. */
export function flawOf(line: string, indented: boolean): Flaw {
  if (line.startsWith('<!--')) return 'html';
  if (line.startsWith('//')) return 'slashes';
  if (indented && /^[\w-]+:[ \t]/.test(line)) return 'indented';
  if (PROCESS_TYPES.test(line)) return 'no-colon';
  if (PROGRAM.test(line)) return 'bare';
  return /^[^\s:"'`(){}[\];=,<>#@$-][^\s:"'`(){}[\];=,<>]*:[ \t]+\S/.test(line) ? 'name' : 'other';
}

interface Advice {
  readonly flaw: string;
  readonly todo: string;
}

export const ADVICE: Readonly<Record<Flaw, Advice>> = {
  indented: {
    flaw: 'A process type starts at the first column; most runners skip this line without a word.',
    todo: 'Remove the blanks before it.',
  },
  'no-colon': {
    flaw: 'The colon after the process type is missing; most runners skip this line without a word.',
    todo: 'Write `name: command`.',
  },
  bare: {
    flaw: 'This command has no process type; most runners skip it without a word.',
    todo: 'Write `name: command`, such as `web: …`.',
  },
  html: {
    flaw: 'A Procfile has no HTML comments; most runners skip these lines without a word, and some refuse the file.',
    todo: 'Start each comment line with `#`.',
  },
  slashes: {
    flaw: 'This is no comment: most runners skip the line, others run it.',
    todo: 'Start a comment with `#`.',
  },
  yaml: {
    flaw: 'A Procfile is no YAML: a command ends with its line, and the indented lines are skipped without a word.',
    todo: 'Write the command behind the colon, on one line.',
  },
  name: {
    flaw: 'Most runners skip this line without a word, because of its process type.',
    todo: 'Name it with letters, digits and `-` only.',
  },
  other: {
    flaw: 'This is no `name: command`; most runners skip it without a word, and some refuse the file.',
    todo: 'Write it so, start it with `#`, or remove it.',
  },
};
