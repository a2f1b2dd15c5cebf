import { Tokenizer } from 'htmlparser2';
import { defineEntryFormat } from '../entry';
import { XmlEntries } from './shared/xml-entries';

/** XML, and the configuration files of .NET that are XML by another name. */
export default defineEntryFormat({
  id: 'xml',
  files:
    /\.(?:xml(?:\.dist)?|csproj|fsproj|vbproj|props|targets)$|(?:^|\/)(?<!(?:^|\/)\.ebextensions\/)[^/]+\.config$/,
  comment: ['<!-- ', ' -->'],
  entries(text) {
    const found = new XmlEntries(text);
    const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, found);
    tokenizer.write(text);
    tokenizer.end();
    return found.entries;
  },
});
