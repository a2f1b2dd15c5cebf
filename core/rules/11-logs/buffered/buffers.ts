import type { CallFact, Value } from '../../../facts/fact';
import type { Api, Severity } from '../../../rule';
import { nameOf } from '../shared/apis';

export const STDOUT =
  /^(?:os\.Std(?:out|err)|(?:java\.lang\.)?System\.(?:out|err)|(?:std\.io\.)?std(?:out|err)(?:\.lock)?|(?:System\.)?Console\.OpenStandard(?:Output|Error))(?:\(\))?(?:\.lock)?$/;

export function buffers(
  calls: readonly string[],
  test: (call: CallFact) => boolean = () => true,
  severity?: Severity,
  global = false,
): Api {
  return {
    calls,
    global,
    breach: (call) =>
      test(call)
        ? { range: call.range, words: { api: nameOf(call) }, ...(severity ? { severity } : {}) }
        : undefined,
  };
}

export function isStdout(value: Value | undefined): boolean {
  return (
    (value?.kind === 'reference' && STDOUT.test(value.name)) ||
    (value?.kind === 'call' && STDOUT.test(value.callee))
  );
}

export const onStdout = ({ args }: CallFact): boolean => isStdout(args[0]?.value);

export const is = (value: Value | undefined, wanted: boolean): boolean =>
  value?.kind === 'boolean' && value.value === wanted;
