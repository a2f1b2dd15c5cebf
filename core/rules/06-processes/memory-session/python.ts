import type { Value } from '../../../facts/fact';
import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { named, says } from '../shared/apis';

const isOn = (value: Value | undefined): boolean => value?.kind === 'boolean' && value.value;

/** CherryPy's configuration that turns sessions on without a storage; by path or flat. */
function cherrypySwitch(options: Value | undefined): Value | undefined {
  if (options?.kind !== 'object') return undefined;
  for (const part of [options, ...options.entries.map(({ value }) => value)]) {
    const storage =
      property(part, 'tools.sessions.storage_type') ?? property(part, 'tools.sessions.storage_class');
    const given = property(part, 'tools.sessions.on');
    if (isOn(given) && !storage) return given;
  }
  return undefined;
}

export const python: readonly Api[] = [
  named(
    'sanic_session’s in-memory interface',
    'sanic_session.InMemorySessionInterface',
    'sanic_session.memory.InMemorySessionInterface',
  ),
  named(
    'fastapi-sessions’ InMemoryBackend',
    'fastapi_sessions.backends.implementations.InMemoryBackend',
    'fastapi_sessions.backends.implementations.in_memory_backend.InMemoryBackend',
    'fastapi_sessions.backends.InMemoryBackend',
  ),
  named(
    'starsessions’ InMemoryStore',
    'starsessions.InMemoryStore',
    'starsessions.InMemoryBackend',
    'starsessions.stores.memory.InMemoryStore',
  ),
  named('web.py’s MemoryStore', 'web.session.MemoryStore'),
  {
    calls: ['cherrypy.config.update', 'cherrypy.quickstart', 'cherrypy.tree.mount', 'cherrypy.Application'],
    breach: (call) => {
      const on = call.args.map(({ value }) => cherrypySwitch(value)).find((value) => value);
      return on && says('CherryPy’s default session', on.range);
    },
  },
];
