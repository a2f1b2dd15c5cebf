import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['streamlit run', 'streamlit'],
  what: 'Serves a Streamlit app.',
  docs: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
  port: { readsPort: false, options: ['--server.port'], otherwise: 8501 },
  options: [
    {
      names: ['--server.port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on; 8501 without it, whatever `PORT` says.',
    },
    {
      names: ['--server.address'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; all without it.',
    },
    {
      names: ['--server.headless'],
      value: 'boolean',
      usual: 'true',
      what: 'Does not try to open a browser.',
    },
    {
      names: ['--browser.gatherUsageStats'],
      value: 'boolean',
      usual: 'false',
      what: 'Whether usage is reported to Streamlit.',
    },
  ],
});
