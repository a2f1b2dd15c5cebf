import assert from 'node:assert/strict';
import { entriesOf, shown, written } from '../../../harness/config-entries';

const log4j = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE configuration [ <!ENTITY name "value"> ]>
<Configuration status="WARN" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <!-- <File name="off"/> -->
  <Appenders>
    <RollingFile name="file"
                 fileName='logs/a&amp;b.log'>
      <Pattern>%d <![CDATA[<m>]]></Pattern>
      <Policies/>
    </RollingFile>
    <x:Appender xsi:type="Console"/>
  </Appenders>
</Configuration>
`;

describe('XML', () => {
  it('gives elements by their local names, and their attributes below them', () => {
    assert.deepEqual(shown('log4j2.xml', log4j), [
      'Configuration: map',
      'Configuration.@status = WARN',
      'Configuration.Appenders: map',
      'Configuration.Appenders.RollingFile: map',
      'Configuration.Appenders.RollingFile.@name = file',
      'Configuration.Appenders.RollingFile.@fileName = logs/a&b.log',
      'Configuration.Appenders.RollingFile.Pattern = %d <m>',
      'Configuration.Appenders.RollingFile.Policies = ',
      'Configuration.Appenders.Appender = ',
      'Configuration.Appenders.Appender.@type = Console',
    ]);
  });

  it('knows where they stand', () => {
    const at = written('log4j2.xml', log4j);
    assert.equal(at['Configuration.Appenders.RollingFile.@fileName'], 'logs/a&amp;b.log');
    assert.equal(at['Configuration.Appenders.RollingFile.Policies'], 'Policies');
    const element = entriesOf('log4j2.xml', log4j).find(({ keys }) => keys.at(-1) === 'RollingFile');
    assert.ok(element);
    const whole = log4j.slice(element.whole.start, element.whole.end);
    assert.match(whole, /^<RollingFile name[\s\S]*<\/RollingFile>$/);
    assert.equal(log4j.slice(element.keyRange.start, element.keyRange.end), 'RollingFile');
  });

  it('forgives tags that are not closed', () => {
    assert.deepEqual(shown('a.xml', '<a><b>1<c/></b></x><d>2</a><e f=1 g>'), [
      'a: map',
      'a.b: map',
      'a.b.c = ',
      'a.d = 2',
      'e = ',
      'e.@f = 1',
      'e.@g = ',
    ]);
  });
});
