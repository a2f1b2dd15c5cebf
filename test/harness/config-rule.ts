import { defineRule, notAppCode } from '../../core/rule';

/** A rule that speaks of configuration files alone: whatever a `sink` writes to a file. */
export const sinkRule = defineRule({
  id: 'logs/sink',
  title: 'Sink is a file',
  severity: 'warning',
  message: 'The sink writes to {file}: write to stdout.',
  skip: notAppCode,
  entries: [
    {
      files: /(?:^|\/)sink[\w.-]*\.(?:ya?ml|json|toml|xml|ini|properties)$/,
      at: /(?:^|\.)sink\.@?file$/,
      breach: ({ range, value }) =>
        value === '' || value.startsWith('<%') ? undefined : { range, words: { file: value } },
    },
    {
      files: /(?:^|\/)nginx\.conf$/,
      at: /(?:^|\.)server\.access_log$/,
      breach: ({ range, value }) => (value === 'off' ? undefined : { range, words: { file: value } }),
    },
  ],
});

/** One file in each format, with one breach each but in the quiet ones. */
export const sinkFiles: Readonly<Record<string, string>> = {
  'config/sink.yml': 'one:\r\n  sink:\r\n    file: "é😀.log" # here\r\n',
  'config/sink-quiet.yml': 'sink:\n  file: <%= ENV["SINK"] %>\n',
  'config/sink.json': '{ "sink": { "file": "json.log" } }\n',
  'config/sink.toml': '[sink]\nfile = "toml.log"\n',
  'config/sink.xml': '<root>\n  <sink level="info"\n        file="xml.log"/>\n</root>\n',
  'config/sink.ini': '[sink]\nfile = ini.log ; here\n',
  'config/sink.properties': 'sink.file=properties.log\n',
  'test/sink.yml': 'sink:\n  file: test.log\n',
  'nginx.conf': 'server {\n  access_log nginx.log;\n}\n',
  'config/other.yml': 'sink:\n  file: other.log\n',
};
