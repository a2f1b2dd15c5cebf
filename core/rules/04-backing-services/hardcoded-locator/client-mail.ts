import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { isHost, isLoopback } from '../shared/hosts';
import { MAIL_CLIENTS } from '../shared/mail-clients';
import { attached } from './client';

/** Clients of a mail server elsewhere; mail of the same host is a rule of its own. */
export function mail(family: Family): Api[] {
  return (MAIL_CLIENTS[family] ?? []).map(({ calls, finders, global = false }) => ({
    ...attached(calls, 'SMTP_HOST', finders, (host) => isHost(host) && !isLoopback(host)),
    global,
  }));
}
