import { defineRule, notAppCode, notServices } from '../../rule';
import { isForDevelopment } from '../06-processes/shared/environments';
import csharp from './hardcoded-port/csharp';
import { entries } from './hardcoded-port/entries';
import go from './hardcoded-port/go';
import java from './hardcoded-port/java';
import javascript from './hardcoded-port/javascript';
import php from './hardcoded-port/php';
import python from './hardcoded-port/python';
import ruby from './hardcoded-port/ruby';
import rust from './hardcoded-port/rust';
import { fixedPorts, toPortVariable } from './shared/commands';
import { addressBreach, portBreach } from './shared/ports';

export default defineRule({
  id: 'port-binding/hardcoded-port',
  title: 'Port written into the code',
  severity: 'warning',
  message:
    'The port is fixed in the code. Take it from the environment variable PORT, so that each process can be given its own.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  given: {
    names: ['bind', 'socket_port'],
    breach: ({ holder, value }, { path }) => {
      const isGunicorn = holder.name === 'bind' && /(?:^|\/)gunicorn[\w.-]*\.py$/.test(path);
      if (isGunicorn) return isForDevelopment(path) ? undefined : addressBreach(value);
      return holder.name === 'socket_port' && holder.owner === 'server' ? portBreach(value) : undefined;
    },
  },
  commands: fixedPorts,
  entries,
  notFor: {
    shell:
      'The port of a server in a container is the container’s own; which port leads to it is said outside.',
  },
  fix: toPortVariable,
});
