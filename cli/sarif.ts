import { pathToFileURL } from 'node:url';
import type { Location, Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import { factorOf } from '../core/factors';
import { rulePage } from '../core/links';
import type { Gone } from '../core/lint/baseline';
import type { Rule, RuleId, Severity } from '../core/rule';
import rules from '../core/rules/index.generated';
import pages from '../core/rules/pages.generated';
import { isFresh, type Report } from './report';
import type { PlacedFinding, Scan } from './scan';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/twelve-factor/vscode-twelve-factor';
const ROOT = 'SRCROOT';
/** The key of our fingerprints; another number once they are made in another way. */
const FINGERPRINT = 'twelveFactor/v1';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * The report as SARIF 2.1.0: what is new, or, with `all`, also what the baseline records, what is gone of it and what
 * comments silence. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifOf({ version, root, baseline }: Report, scan: Scan, all: boolean): Log {
  const told = all ? scan.findings : scan.findings.filter(isFresh);
  const seen = new Map<string, number>();
  const hasBaseline = baseline !== undefined;
  const results = told.map((one) => resultOf(one, hasBaseline, seen));
  if (all) results.push(...scan.gone.map(absent));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Twelve-Factor',
            version,
            semanticVersion: version,
            informationUri: HOME,
            rules: rules.map(descriptorOf),
          },
        },
        automationDetails: { id: 'twelve-factor/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(root).href.replace(/\/$/, '')}/` } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: scan.gaps.map(({ path, reason }) => ({
              level: 'note',
              message: { text: `Not checked: ${reason}` },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results,
      },
    ],
  };
}

function descriptorOf({ id, title, severity }: Rule): ReportingDescriptor {
  const factor = factorOf(id);
  const page = (pages.get(id) ?? '').replaceAll(/[«»]/g, '');
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: factor.sentence },
    helpUri: rulePage(id),
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['twelve-factor', `factor-${factor.number}`, factor.id] },
  };
}

const INDICES: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

function ruleOf(id: string): Pick<Result, 'ruleId' | 'ruleIndex'> {
  const ruleIndex = INDICES.get(id);
  return { ruleId: id, ...(ruleIndex === undefined ? {} : { ruleIndex }) };
}

function resultOf(one: PlacedFinding, hasBaseline: boolean, seen: Map<string, number>): Result {
  const { finding, start, end, known, fingerprint } = one;
  const { path, rule, severity, message, related } = finding;
  // The same line twice in a file has one fingerprint twice.
  const key = `${path}\n${fingerprint}`;
  const nth = (seen.get(key) ?? 0) + 1;
  seen.set(key, nth);
  const suppressions = suppressionsOf(one);
  return {
    ...ruleOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(path, start, end)],
    ...(related?.length
      ? {
          relatedLocations: related.map((place, index) => ({
            id: index + 1,
            ...locationOf(place.path, place.start, place.end),
            message: { text: place.message },
          })),
        }
      : {}),
    partialFingerprints: { [FINGERPRINT]: `${fingerprint}:${nth}` },
    ...(hasBaseline ? { baselineState: known ? 'unchanged' : 'new' } : {}),
    ...(suppressions.length > 0 ? { suppressions } : {}),
    properties: { severity, factor: factorOf(rule).number, fixable: finding.fixable },
  };
}

function suppressionsOf({ finding, known }: PlacedFinding): Suppression[] {
  const { suppressed } = finding;
  return [
    ...(suppressed === undefined
      ? []
      : [{ kind: 'inSource', status: 'accepted', justification: suppressed } as const]),
    ...(known
      ? [{ kind: 'external', status: 'accepted', justification: 'Recorded in the baseline' } as const]
      : []),
  ];
}

function absent({ path, rule, count }: Gone): Result {
  return {
    ...ruleOf(rule),
    level: 'none',
    kind: 'pass',
    message: {
      text: `${count === 1 ? 'A finding' : `${count} findings`} of the baseline ${count === 1 ? 'is' : 'are'} gone.`,
    },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    baselineState: 'absent',
    properties: { factor: factorOf(rule as RuleId).number },
  };
}

function locationOf(path: string, start: PlacedFinding['start'], end: PlacedFinding['end']): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}
