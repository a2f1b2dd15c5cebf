import entries from '../../core/formats/entries/index.generated';
import sources from '../../core/formats/sources/index.generated';
import lockfiles from '../../core/lockfiles/index.generated';
import manifests from '../../core/manifests/index.generated';
import { markedCases, type PageSample, pageSamples } from './page-samples';

const FORMATS: readonly { readonly id: string; matches(path: string): boolean }[] = [
  ...sources,
  ...manifests,
  ...entries,
  ...lockfiles.map(({ id, names }) => ({
    id,
    matches: (path: string) => names.includes(path.slice(path.lastIndexOf('/') + 1)),
  })),
];

/** Cases that report something in an app with a file of a format that the samples of the rules do without. */
function formatSamples(): PageSample[] {
  const shown = pageSamples();
  return FORMATS.flatMap(({ id, matches }) => {
    const has = ({ sample }: PageSample): boolean => sample.files.some(({ path }) => matches(path));
    const found = shown.some(has) ? undefined : markedCases().find(has);
    return found ? [{ ...found, format: id }] : [];
  });
}

/** What is taken through the whole product: a case of every rule, and one beside a file of every other format. */
export function productSamples(): PageSample[] {
  return [...pageSamples(), ...formatSamples()];
}

/** What a sample shows, in words. */
export function titleOf({ rule, format }: PageSample): string {
  return format === undefined ? rule : `${rule} beside ${format}`;
}
