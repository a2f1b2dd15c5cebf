// Runs what the fix of disposability/no-sigterm-handler writes, for each language and framework whose tools are here.
// An argument keeps the samples it names.
import { runByHand } from '../harness/by-hand.mjs';

await runByHand('graceful-stop');
