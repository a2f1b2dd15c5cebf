import type { Api } from '../../../rule';
import { isTrue, refersTo, write } from './write';

const apis: readonly Api[] = [
  write({ calls: ['java.io.FileWriter', 'java.io.FileOutputStream'], when: isTrue(1) }),
  write({
    calls: [
      'java.nio.file.Files.write',
      'java.nio.file.Files.writeString',
      'java.nio.file.Files.newBufferedWriter',
    ],
    when: refersTo(/(?:^|\.)APPEND$/),
  }),
  write({
    calls: ['org.apache.commons.io.FileUtils.writeStringToFile', 'org.apache.commons.io.FileUtils.write'],
    when: (call) => call.args.some(({ value }) => value.kind === 'boolean' && value.value),
  }),
  write({ calls: ['com.google.common.io.Files.append'], path: 1 }),
];

export default apis;
