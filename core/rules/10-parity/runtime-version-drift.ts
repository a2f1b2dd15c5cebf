import { runtimeDrifts } from '../../parity/disagreements';
import { driftRule } from './shared/drift-rule';

export default driftRule(
  { id: 'parity/runtime-version-drift', title: 'Different versions of the runtime' },
  runtimeDrifts,
);
