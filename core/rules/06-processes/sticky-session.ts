import { defineRule, notAppCode, notServices } from '../../rule';
import { everywhere, named, says, soften } from './shared/apis';
import { repairing } from './shared/repairs';
import { platforms } from './sticky-session/platforms';
import { servers } from './sticky-session/servers';

const CDK = ['AddApplicationTargetsProps', 'ApplicationTargetGroupProps'].map(
  (type) =>
    `software.amazon.awscdk.services.elasticloadbalancingv2.${type}.builder().stickinessCookieDuration`,
);
const ROUTING = 'Routing is set up in configuration files, which are judged.';

export default defineRule({
  id: 'processes/sticky-session',
  title: 'Visitors tied to one process',
  severity: 'warning',
  message:
    '{what} ties a visitor to one process, which a restart or a scale-down takes away. Keep session state in a backing service and let any process answer.',
  skip: notAppCode,
  skipApps: notServices,
  calls: {
    javascript: [
      named('sticky-session', 'sticky-session.listen', 'sticky-session'),
      // A transport of several requests needs it until it is upgraded to a WebSocket.
      ...soften(
        'information',
        named(
          '@socket.io/sticky',
          '@socket.io/sticky.setupMaster',
          'socketio-sticky-session',
          'sticky-cluster',
        ),
      ),
    ],
    // The builder of the AWS CDK.
    java: everywhere(named('The load balancer’s stickiness', '?.stickinessCookieDuration', ...CDK)),
    python: [
      ...soften('information', ...everywhere(named('The load balancer', '?.enable_cookie_stickiness'))),
    ],
  },
  given: {
    names: ['stickinessCookieDuration', 'stickiness_cookie_duration'],
    breach: ({ holder, range }) =>
      /^stickiness_?cookie_?duration$/i.test(holder.name)
        ? says('The load balancer’s stickiness', range)
        : undefined,
  },
  notFor: { ruby: ROUTING, php: ROUTING, rust: ROUTING, shell: ROUTING },
  entries: [...servers, ...platforms],
  commands: ({ command, role }) => {
    if (role !== 'run') return [];
    return command.simple.flatMap(({ words }) => {
      const flag = words.find(({ text }) => text === '--sticky-sessions');
      const isPassenger = words.some(({ text }) => /(?:^|\/)passenger$/.test(text));
      return flag && isPassenger ? [says('Passenger', flag.range)] : [];
    });
  },
  fix: repairing,
});
