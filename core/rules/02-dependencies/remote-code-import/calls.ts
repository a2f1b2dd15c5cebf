import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Breach } from '../../../rule';
import { calls as starting } from '../system-tool-shellout/calls';

/** Calls that bring a text from the network, also with what is asked of their answer: `requests.get().text`. */
const FETCHES =
  /^(?:fetch|await\(\)\.text|node-fetch|axios(?:\.get|\.request)?|got(?:\.get)?|ky(?:\.get)?|undici\.(?:fetch|request)|request-promise(?:-native)?|superagent\.get|requests\.get|requests\.request|httpx\.get|urllib\.request\.urlopen|urllib2\.urlopen|urllib3\.request|URI\.open|URI\(\)\.(?:open|read)|Net\.HTTP\.(?:get|get_response|get_body)|HTTParty\.get|Faraday\.get|RestClient\.get|HTTP\.get|Excon\.get|Typhoeus\.get|curl_exec|Illuminate\.Support\.Facades\.Http\.get)(?:\(\)|\.|$)/;
/** Calls that read what a URL or a file holds: only the URL makes them remote. */
const OPENS = /^(?:file_get_contents|open|Kernel\.open|fopen|stream_get_contents)(?:\(\)|\.|$)/;
const URL = /^https?:\/\//i;
/** What hands its argument on as code or text. */
const PASSES =
  /^(?:compile|str|bytes|String|Buffer\.from|atob|marshal\.loads|base64_decode|base64\.b64decode)$/;

function isFetched(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'reference') return FETCHES.test(value.name);
  if (value.kind === 'either') return value.values.some(isFetched);
  if (value.kind !== 'call') return false;
  const [first] = value.args;
  if (FETCHES.test(value.callee)) return true;
  if (OPENS.test(value.callee)) return first !== undefined && URL.test(textOf(first.value) ?? '');
  return PASSES.test(value.callee) && isFetched(first?.value);
}

const fetchedIsRun: Breach['words'] = { what: 'Code that was fetched is run' };

/** Functions that run the text that they are given as code. */
function evaluates(calls: readonly string[]): Api {
  return {
    calls,
    global: true,
    breach: ({ args, range }) =>
      args.some(({ value }) => isFetched(value)) ? { range, words: { ...fetchedIsRun } } : undefined,
  };
}

/** `curl … | sh`, `bash <(curl …)`, `sh -c "$(wget …)"`. */
const PIPED =
  /\b(?:curl|wget)\b[^|;&\n]{0,400}\|[ \t]{0,4}(?:sudo[ \t]{1,4}(?:-\w{1,3}[ \t]{1,4})?)?(?:\/bin\/|\/usr\/bin\/)?(?:env[ \t]{1,4})?((?:ba|da|z)?sh|python[\d.]{0,5}|ruby|node|perl|php)\b/;
const SUBSTITUTED =
  /\b((?:ba|da|z)?sh|source|eval|\.)[ \t]{1,4}(?:-c[ \t]{1,4})?["']?(?:<\(|\$\(|`)[ \t]{0,4}(?:curl|wget)\b/;

/** The program that a command has run what it fetches; undefined where it does not. */
export function runsFetched(command: string): string | undefined {
  return PIPED.exec(command)?.[1] ?? SUBSTITUTED.exec(command)?.[1];
}

function textsIn({ args }: CallFact): string[] {
  return args.flatMap(({ value }) =>
    (value.kind === 'array' ? value.items : [value]).map((one) => textOf(one) ?? ''),
  );
}

/** Functions that start a shell command. */
function shells(family: Family): Api[] {
  return (starting[family] ?? []).map(({ calls, global }) => ({
    calls,
    ...(global ? { global } : {}),
    breach: (call) => {
      const program = textsIn(call)
        .map(runsFetched)
        .find((one) => one !== undefined);
      return program === undefined
        ? undefined
        : { range: call.range, words: { what: `${program} runs what is fetched` } };
    },
  }));
}

/** Libraries that fetch code and run it. */
function loads(what: string, calls: readonly string[]): Api {
  return { calls, breach: ({ range }) => ({ range, words: { what }, severity: 'information' }) };
}

const NAMED_BY_URL: Api['breach'] = ({ args, range }) => {
  const named = args.some(({ value }) => hasUrl(value));
  return named ? { range, words: { what: 'Classes are loaded from the network' } } : undefined;
};

function hasUrl(value: Value): boolean {
  if (value.kind === 'array') return value.items.some(hasUrl);
  if (value.kind === 'call') return value.args.some((one) => hasUrl(one.value));
  return URL.test(textOf(value) ?? '');
}

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript: [
    evaluates([
      'eval',
      'Function',
      'vm.runInThisContext',
      'vm.runInNewContext',
      'vm.runInContext',
      'vm.Script',
    ]),
    ...shells('javascript'),
  ],
  python: [
    evaluates(['exec', 'eval']),
    loads('torch.hub fetches the code of a model', ['torch.hub.load']),
    ...shells('python'),
  ],
  ruby: [evaluates(['eval', 'instance_eval', 'class_eval', 'module_eval']), ...shells('ruby')],
  php: [evaluates(['eval']), ...shells('php')],
  java: [
    { calls: ['java.net.URLClassLoader', 'java.net.URLClassLoader.newInstance'], breach: NAMED_BY_URL },
    ...shells('java'),
  ],
  csharp: [
    {
      calls: ['Assembly.LoadFrom', 'System.Reflection.Assembly.LoadFrom', 'Assembly.UnsafeLoadFrom'],
      global: true,
      breach: NAMED_BY_URL,
    },
    ...shells('csharp'),
  ],
};
