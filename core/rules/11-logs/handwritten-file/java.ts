import type { CallFact } from '../../../facts/fact';
import type { Api } from '../../../rule';
import { isTrue, refersTo, write } from './write';

/** Writes of a whole text; in a `try` what goes wrong is caught, and the compiler knows that printing does not. */
function printed(calls: readonly string[], when: (call: CallFact) => boolean): Api {
  const api = write({ calls, when });
  return {
    calls,
    breach: (call, file, app) => {
      const found = api.breach?.(call, file, app);
      const text = call.args[1]?.value.range;
      if (!found || !text || !call.alone || call.enclosure.inTry) return found;
      return { ...found, repair: { opened: 'java', start: text.start, end: text.end } };
    },
  };
}

const apis: readonly Api[] = [
  write({ calls: ['java.io.FileWriter', 'java.io.FileOutputStream'], when: isTrue(1) }),
  printed(['java.nio.file.Files.writeString'], refersTo(/(?:^|\.)APPEND$/)),
  write({
    calls: ['java.nio.file.Files.write', 'java.nio.file.Files.newBufferedWriter'],
    when: refersTo(/(?:^|\.)APPEND$/),
  }),
  printed(
    ['org.apache.commons.io.FileUtils.writeStringToFile', 'org.apache.commons.io.FileUtils.write'],
    (call) => call.args.some(({ value }) => value.kind === 'boolean' && value.value),
  ),
  write({ calls: ['com.google.common.io.Files.append'], path: 1 }),
];

export default apis;
