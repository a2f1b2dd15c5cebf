import { classifyValue } from '../core/values/classify';
import { credentialEvidence } from '../core/values/credential';
import { credentialKind } from '../core/values/credential-name';
import { VALUE_CLASSES } from '../core/values/value-class';
import { CannotRun, type Terminal } from './terminal';

/** A name of each kind, for a value that is asked about without one. */
const NAMES = { password: 'a password', api_key: 'a key', token: 'a token' } as const;

/**
 * Tells what a value is taken for and why, and never the value. It is asked for, or read from the standard input: on the
 * command line it would stand in the shell's history.
 * @throws CannotRun where none is given.
 */
export async function explainValue(name: string | undefined, terminal: Terminal): Promise<void> {
  const value = await terminal.ask('Value (it is not shown): ');
  if (value === undefined) throw new CannotRun('No value was given.');
  const { class: kind, because } = classifyValue(value);
  const said = name === undefined ? underAnyName(value) : underName(name, value);
  terminal.out(`${kind}: ${VALUE_CLASSES[kind]}\nWhat decided it: ${because}.\n${said}\n`);
}

function underName(name: string, value: string): string {
  if (!credentialKind(name))
    return `${name} is not the name of a credential, so that no rule looks at its value.`;
  const evidence = credentialEvidence(name, value);
  if (!evidence) return `As the value of ${name} it is not reported.`;
  return `As the value of ${name} it is taken for a credential${evidence === 'likely' ? ', though not for certain' : ''}.`;
}

function underAnyName(value: string): string {
  const kinds = Object.entries(NAMES).filter(([name]) => credentialEvidence(name, value) !== undefined);
  if (kinds.length === 0) return 'It is not reported, whatever name holds it.';
  return `It is reported where a name says that it holds ${kinds.map(([, kind]) => kind).join(', ')}.`;
}
