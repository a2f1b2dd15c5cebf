import type { Api } from '../../../rule';
import { everywhere, named } from '../shared/apis';

export const csharp: readonly Api[] = everywhere(
  named('MemoryCacheTicketStore', 'MemoryCacheTicketStore'),
  named('The memory ticket store', 'InMemoryTicketStore', 'MemoryTicketStore'),
);
