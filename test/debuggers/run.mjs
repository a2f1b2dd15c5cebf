// Launches process types in the debuggers of Python and Go themselves, as the panel configures them.
import { runByHand } from '../harness/by-hand.mjs';

await runByHand('debuggers');
