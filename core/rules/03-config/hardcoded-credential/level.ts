import type { Breach, FileView, Severity } from '../../../rule';
import { classifyValue } from '../../../values/classify';
import type { Evidence } from '../../../values/credential';
import { credentialKind } from '../../../values/credential-name';

/** Files by which a developer's machine, a test or a pipeline is set up: what they open is often theirs alone. */
const LOCAL =
  /(?:^|[/._-])(?:dev|devel|development|local|localhost|test|tests|testing|ci|e2e|sandbox|demo|docker-compose|compose|devcontainer|vagrant|ansible|launchSettings|samples?|examples?|dist|template|default|defaults)(?=[/._-])|(?:^|\/)\.(?:github|gitlab|circleci|travis|devcontainer|vscode|idea|ddev|lando)|(?:^|\/)(?:Vagrantfile|Makefile|(?:phpunit|behat|pytest|tox|jest|karma)[\w.-]*$|scripts?\/|extra\/|contrib\/|tools?\/|[\w.]*DesignTime\w*\.cs$)/i;
/** Texts for people, in many languages, and descriptions of interfaces. */
const TEXTS =
  /(?:^|\/)(?:lang|langs|languages?|locales?|i18n|l10n|translations?|messages|openapi|swagger|schemas?|api-?docs?)\/|(?:^|[/._-])(?:locale|i18n|messages?|translations?|openapi|swagger|schema|strings)(?:[._-][\w-]+)?\.\w+$/i;

export function isText(path: string): boolean {
  return TEXTS.test(path);
}

/**
 * How loud a credential is told by where it stands: in what runs as the app, in what sets up a machine for its
 * developers, or apart from it, in tests and guides, where only what a machine made is told. Undefined is silence.
 */
export function levelOf(
  evidence: Evidence,
  value: string,
  name: string,
  { path, class: kind }: Pick<FileView, 'path' | 'class'>,
): Severity | undefined {
  if (kind === 'test' || kind === 'example') return isMachineMade(value, name) ? 'hint' : undefined;
  const isLocal = kind === 'tooling' || LOCAL.test(path);
  if (isLocal) return evidence === 'certain' ? 'information' : undefined;
  return evidence === 'certain' ? 'error' : 'warning';
}

/** Of a test, or a guide, as a whole it is told once that it holds credentials. */
export function onceApart({ class: kind }: Pick<FileView, 'class'>): Pick<Breach, 'once'> {
  return kind === 'test' || kind === 'example' ? { once: 'apart' } : {};
}

function isMachineMade(value: string, name: string): boolean {
  const { class: kind } = classifyValue(value);
  return kind === 'token' || (kind === 'random' && credentialKind(name) === 'key');
}
