import type { Api } from '../../../rule';
import { named } from '../shared/apis';

export const java: readonly Api[] = [
  named(
    'Jetty’s FileSessionDataStore',
    'org.eclipse.jetty.server.session.FileSessionDataStore',
    'org.eclipse.jetty.session.FileSessionDataStore',
    'org.eclipse.jetty.server.session.FileSessionDataStoreFactory',
    'org.eclipse.jetty.session.FileSessionDataStoreFactory',
  ),
  named('Tomcat’s FileStore', 'org.apache.catalina.session.FileStore'),
];
