import { stringify } from 'yaml';

/** As YAML that both versions of the language read alike: `no` and the like are quoted, nothing is abbreviated. */
export function toYaml(value: object): string {
  return stringify(value, { lineWidth: 0, version: '1.1', aliasDuplicateObjects: false });
}
