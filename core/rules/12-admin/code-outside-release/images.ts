import type { App } from '../../../app';
import { entryFormatOf } from '../../../formats/entry-format';
import { readImage } from '../../../formats/sources/shared/images';
import type { Breach } from '../../../rule';

const TOOLS =
  /^(?:migrate\/migrate|flyway\/flyway|boxfuse\/flyway|redgate\/flyway|liquibase\/liquibase|liquibase|flyway|arigaio\/atlas|ghcr\.io\/amacneil\/dbmate|amacneil\/dbmate)$/;

/** Migrations that an image other than the app's brings into a deploy. */
export function otherImages(path: string, app: App): Breach[] {
  const source = app.sources.find((one) => one.path === path && one.format === 'kubernetes');
  if (!source) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  return (entryFormatOf(path)?.entries(text) ?? []).flatMap(({ keys, value, range }): Breach[] => {
    const isTool = keys.at(-1) === 'image' && TOOLS.test(readImage(value).repository);
    return isTool ? [{ range, words: { what: 'This image' }, severity: 'hint' }] : [];
  });
}
