// Takes each declared runtime dependency of real apps away in turn, in memory, and counts how many of those that are
// imported `dependencies/undeclared-import` then tells.
//
//   node test/recall/run.mjs FOLDER…
import { runByHand } from '../harness/by-hand.mjs';

await runByHand('recall');
