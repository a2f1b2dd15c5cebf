import { defineRule, notAppCode, notServices } from '../../rule';
import { archives } from './needs-external-webserver/archives';
import { declareServer } from './needs-external-webserver/declare';
import { calls, unixSockets } from './needs-external-webserver/gateway';
import { gradleWar } from './needs-external-webserver/gradle';
import { withoutServer } from './needs-external-webserver/python';
import { withoutRubyServer } from './needs-external-webserver/ruby';

export default defineRule({
  id: 'port-binding/needs-external-webserver',
  title: 'App that needs a webserver from outside',
  severity: 'information',
  message:
    '{app} answers only through a webserver that someone else must provide. Let it bind to a port itself: {how}.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: {
    php: 'PHP’s own way to run is behind a webserver; what starts it stands outside of the code.',
    java: 'What a servlet container runs is told by the archive’s packaging.',
    csharp: 'What IIS runs is told by the project file.',
    shell: 'A script starts a webserver and is none.',
  },
  entries: archives,
  commands: unixSockets,
  appFiles: (path, app) => [
    ...withoutServer(path, app),
    ...withoutRubyServer(path, app),
    ...gradleWar(path, app),
  ],
  fix: declareServer,
});
