// Fills the tables between `<!-- name -->` and `<!-- /name -->` in README.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './_fill.mjs';
import { load } from './_load.mjs';

export async function generate({ root }) {
  const { default: rules } = await load(root, 'core/rules/index.generated.ts');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  let text = readFileSync(join(root, 'README.md'), 'utf8');
  text = fill(text, 'rules', ruleTable(rules));
  text = fill(text, 'settings', settingTable(manifest.contributes.configuration));
  return [{ path: 'README.md', text }];
}

function ruleTable(rules) {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](docs/rules/${rule.id}.md) | ${rule.title} | ${rule.off ? 'off' : rule.severity} |`,
  );
  return ['| rule | what it finds | severity |', '| --- | --- | --- |', ...rows].join('\n');
}

function settingTable(sections) {
  const rows = sections
    .flatMap(({ properties }) => Object.entries(properties))
    .map(([name, value]) => {
      const description = (value.markdownDescription ?? value.description ?? '')
        .replaceAll('\n', ' ')
        .replaceAll('|', '\\|');
      return `| \`${name}\` | ${description} | \`${JSON.stringify(value.default)}\` |`;
    });
  return ['| setting | what it does | default |', '| --- | --- | --- |', ...rows].join('\n');
}
