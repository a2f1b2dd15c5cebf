import type { Api } from '../../../rule';
import { declaredPackages } from '../../shared/declared';
import { everywhere, named, says, services } from '../shared/apis';

/** Packages that bring a cache which all processes share. */
const SHARED_CACHE =
  /(?:^|\.)(?:StackExchangeRedis|Redis|SqlServer|Cosmos|Postgre\w*|Memcached|EnyimMemcached|NCache|Couchbase|DynamoDb|AzureAppServices)\b|^(?:EnyimMemcachedCore|ServiceStack\.Redis|Aspire\.StackExchange\.Redis\S*|Microsoft\.Garnet)/i;

/** `AddSession()` keeps sessions in the distributed cache, and without a package for one that is the memory. */
const session: Api = {
  calls: services('AddSession'),
  breach: (call, _file, app) => {
    const declared = declaredPackages(app, 'nuget');
    if (!declared || [...declared].some((name) => SHARED_CACHE.test(name))) return undefined;
    return says('AddSession without a shared cache', call.range);
  },
};

export const csharp: readonly Api[] = everywhere(
  named('MemoryCacheTicketStore', 'MemoryCacheTicketStore'),
  named('The memory ticket store', 'InMemoryTicketStore', 'MemoryTicketStore'),
  session,
);
