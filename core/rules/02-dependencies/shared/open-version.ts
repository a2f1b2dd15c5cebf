import type { Manifest } from '../../../manifest';

/** `latest`, `next`: a name that a registry moves. https://docs.npmjs.com/cli/commands/npm-dist-tag */
const TAG = /^[a-z][\w-]*$/i;
const REPOSITORY = /^(?:git(?:\+\w+)?:|github:|gitlab:|bitbucket:|[\w.-]+\/[\w.-]+(?:#|$))|\.git(?:#|$)/;
const COMMIT = /#(?:semver:|v?\d|[0-9a-f]{7,40}$)/;

/** `someone/left#main`, `git+https://…`. */
export function isOfRepository(version: string): boolean {
  return REPOSITORY.test(version.trim());
}

/** Whether a version as written lets any later one in. A lockfile makes ranges that have an end as good as exact. */
export function isOpen(
  version: string | undefined,
  { ecosystem, format }: Manifest,
  locked: boolean,
): boolean {
  const said = version?.trim();
  switch (ecosystem) {
    case 'npm':
      return said !== undefined && isOpenInNpm(said);
    case 'pypi':
      return format === 'requirements-txt' ? isOpenRequirement(said) : locked && said === '*';
    case 'packagist':
      return said !== undefined && /^(?:\*|dev-[\w./-]+|>=?[^,|<]*|@dev)$/.test(said);
    case 'maven':
      return (
        said !== undefined && /^(?:LATEST|RELEASE|latest\.\w+|\d[\w.]*\.\+|\+|[[(][^,]*,\s*[)\]])$/.test(said)
      );
    case 'nuget':
      return said !== undefined && /^(?:[\d.]*\*(?:-\*)?|[[(][^,]*,\s*[)\]])$/.test(said);
    case 'crates':
      return said !== undefined && /^(?:\*|>=?[^,<]*)$/.test(said);
    case 'rubygems':
    case 'go':
      return false;
  }
}

function isOpenInNpm(version: string): boolean {
  if (/^(?:workspace|catalog|link|file|portal|patch|npm|jsr|https?):/.test(version)) return false;
  if (REPOSITORY.test(version)) return !COMMIT.test(version);
  if (version === '' || version === '*' || version === 'x') return true;
  return TAG.test(version) || /^>=?[^<|]*$/.test(version);
}

/** A direct reference is open where it names a branch or nothing; a path of the repository is not. */
function isOpenRequirement(version: string | undefined): boolean {
  if (version === undefined || version === '') return true;
  if (/^(?:@[ \t]*)?(?:git|hg|svn|bzr)\+/.test(version))
    return !/@(?:v?\d[\w.-]*|[0-9a-f]{7,40})(?:#|$)/.test(version);
  if (version.startsWith('@') || /[/\\]/.test(version)) return false;
  const parts = version.replace(/^\(|\)$/g, '').split(',');
  return parts.every((part) => /^\s*(?:>=?|!=)/.test(part));
}
