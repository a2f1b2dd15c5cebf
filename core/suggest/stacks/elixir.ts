import { defineStack } from '../suggestion';

/** Phoenix, and mix releases. */
export default defineStack({
  id: 'elixir',
  suggest: (view) => {
    if (!view.has('mix.exs')) return [];
    const isPhoenix = view.files(/^lib\/\w+_web\/endpoint\.ex$/).length > 0;
    const migrates = view.files(/^priv\/repo\/migrations\/.*\.exs$/).length > 0;
    return [
      ...(isPhoenix ? [{ type: 'web', command: 'mix phx.server', why: 'Phoenix app' }] : []),
      ...(migrates ? [{ type: 'release', command: 'mix ecto.migrate', why: 'Ecto’s migrations' }] : []),
    ];
  },
});
