import type { Api } from '../../../rule';
import { everywhere, named, services, soften } from '../shared/apis';

/** Keys that protect session and sign-in cookies: on one machine's disk, another cannot read what they protect. */
export const csharp: readonly Api[] = everywhere(
  ...soften(
    'information',
    named(
      'PersistKeysToFileSystem',
      ...services('AddDataProtection().PersistKeysToFileSystem'),
      ...services('AddDataProtection().SetApplicationName().PersistKeysToFileSystem'),
      '?.PersistKeysToFileSystem',
      'IDataProtectionBuilder().PersistKeysToFileSystem',
    ),
  ),
  named('FileDistributedCache', 'FileDistributedCache'),
);
