import { serviceDrifts } from '../../parity/disagreements';
import { driftRule } from './shared/drift-rule';

export default driftRule(
  { id: 'parity/service-version-drift', title: 'Different versions of a backing service' },
  serviceDrifts,
);
