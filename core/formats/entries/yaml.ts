import { parseAllDocuments } from 'yaml';
import { defineEntryFormat } from '../entry';
import { reading } from '../reading';
import { maskTemplates } from './shared/templates';
import { YamlEntries } from './shared/yaml-entries';

/** YAML of one or more documents, also where ERB, Helm or Jinja fill parts of it. */
export default defineEntryFormat({
  id: 'yaml',
  files: /\.ya?ml(?:\.(?:erb|j2|tpl|tmpl|template|dist))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/,
  comment: ['# ', ''],
  entries(text) {
    const source = maskTemplates(text);
    const result = reading(() => {
      const found = new YamlEntries(text, source);
      // Every scalar as it is written; a key that stands twice is no reason to read none.
      const options = { schema: 'failsafe', uniqueKeys: false, strict: false, logLevel: 'silent' } as const;
      for (const document of parseAllDocuments(source, { ...options, prettyErrors: false }))
        found.addDocument(document.contents);
      return found.entries;
    });
    return 'value' in result ? result.value : [];
  },
});
