import { defineLockfile } from '../lockfile';
import { normalizeName } from '../manifests/shared/requirement';
import { tomlPackages } from './shared/toml-packages';
import { linesOf } from './shared/versions';

/** uv's uv.lock. https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile */
export default defineLockfile({
  id: 'uv-lock',
  ecosystem: 'pypi',
  manager: 'uv',
  names: ['uv.lock'],
  read: (text) => ({ versions: tomlPackages(text, normalizeName).all, wanted: wantedBy(text) }),
});

const MEMBER = /^source = \{ (?:virtual|editable) = "([^"]*)" \}$/;
const ITEM = /\{ name = "([^"]+)"(?:[^{}]*?\bspecifier = "([^"]*)")?/g;

/** `requires-dist` and the groups of each package that is a folder of this project. */
function wantedBy(text: string): Map<string, ReadonlyMap<string, string>> | undefined {
  const wanted = new Map<string, Map<string, string>>();
  let ranges: Map<string, string> | undefined;
  let asks = false;
  for (const line of linesOf(text)) {
    if (line.startsWith('[[package]]')) ranges = undefined;
    if (line.startsWith('[')) asks = line.startsWith('[package.metadata');
    const folder = MEMBER.exec(line)?.[1];
    if (folder !== undefined) {
      ranges = new Map();
      wanted.set(folder === '.' ? '' : folder, ranges);
    }
    if (!asks || !ranges) continue;
    for (const [, name = '', range = ''] of line.matchAll(ITEM)) ranges.set(normalizeName(name), range);
  }
  return wanted.size > 0 ? wanted : undefined;
}
