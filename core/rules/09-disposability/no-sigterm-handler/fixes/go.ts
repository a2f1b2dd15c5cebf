import { eolOf, type TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import { isUsed, type Statement } from './statement';

const FOR_FIBER = ['context', 'os/signal', 'syscall', 'time'];
const PACKAGES = ['context', 'errors', 'net/http', 'os/signal', 'syscall', 'time'];

/** Lets a function of its own serve until SIGTERM, and puts it at the end of the file. */
export function stopGo(stop: Stop, statement: Statement, text: string): readonly TextEdit[] | undefined {
  const { call, indent, before, after, range, eol } = statement;
  const name = ['serve', 'serveUntilStopped'].find((one) => !isUsed(one, text));
  const args = argumentsOf(stop, call, text);
  const imports = importing(text, stop === 'go-fiber' ? FOR_FIBER : PACKAGES);
  if (name === undefined || args === undefined || imports === undefined) return undefined;
  const serving = `${name}(${args})`;
  const fatal = /^((?:\w+\.)?(?:log|logger|Logger)\.(?:Fatal|Fatalln|Panic|Panicln)|panic)\($/.exec(
    before,
  )?.[1];
  let newText: string;
  if (fatal !== undefined && after.trim() === ')') newText = checked(serving, `${fatal}(err)`, indent, eol);
  else if (before === '' && after.trim() === '') newText = checked(serving, 'panic(err)', indent, eol);
  else if (/^(?:if )?\w+ :?= $/.test(before) || before === 'return ') newText = `${before}${serving}${after}`;
  else return undefined;
  return [
    ...imports,
    { range, newText },
    {
      range: { start: text.length, end: text.length },
      newText: `${text.endsWith('\n') ? '' : eol}${eol}${bodyOf(stop, name).join(eol)}${eol}`,
    },
  ];
}

function argumentsOf(stop: Stop, call: string, text: string): string | undefined {
  if (stop === 'go-server') return serverOf(call, text);
  const inside = call.slice(call.indexOf('(') + 1, -1);
  if (stop === 'go-listen')
    return /^http\.ListenAndServe\(/.test(call) && !inside.includes('\n') ? inside : undefined;
  const on = /^([\w.]+)\.(?:Run|Start|Listen)\(/.exec(call)?.[1];
  return on !== undefined && inside.trim() !== '' && !/[\n]|,/.test(inside) ? `${inside}, ${on}` : undefined;
}

/** The server that `srv.ListenAndServe()` is called on, as a pointer; undefined where its kind cannot be told. */
function serverOf(call: string, text: string): string | undefined {
  const on = /^(\w{1,60})\.ListenAndServe\(\)$/.exec(call)?.[1];
  if (on === undefined) return undefined;
  const [, pointer] =
    new RegExp(`\\b${on}[ \\t]?:?=[ \\t]?(&?)http\\.Server\\{`).exec(text) ??
    new RegExp(`\\bvar ${on} (\\*?)http\\.Server\\b`).exec(text) ??
    [];
  return pointer === undefined ? undefined : pointer === '' ? `&${on}` : on;
}

function bodyOf(stop: Stop, name: string): readonly string[] {
  if (stop === 'go-fiber') return fiberBody(name);
  if (stop !== 'go-server') return body(name);
  return body(name)
    .filter((line) => !line.startsWith('\tserver := '))
    .map((line) => line.replace('(addr string, handler http.Handler)', '(server *http.Server)'));
}

const FOR_GRPC = ['context', 'os/signal', 'syscall'];

/** gRPC’s `Serve` comes back once the graceful stop is over. */
export function stopGoGrpc(
  _stop: Stop,
  { call, indent, range, eol }: Statement,
  text: string,
): readonly TextEdit[] | undefined {
  const on = /^(\w+)\.Serve\(/.exec(call)?.[1];
  const imports = importing(text, FOR_GRPC);
  if (on === undefined || imports === undefined || ['ctx', 'stop'].some((one) => isUsed(one, text)))
    return undefined;
  const lines = [
    'ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)',
    'defer stop()',
    'go func() {',
    '\t<-ctx.Done()',
    `\t${on}.GracefulStop()`,
    '}()',
  ];
  const newText = lines.map((line) => `${line}${eol}${indent}`).join('');
  return [...imports, { range: { start: range.start, end: range.start }, newText }];
}

function checked(serving: string, otherwise: string, indent: string, eol: string): string {
  return [`if err := ${serving}; err != nil {`, `${indent}\t${otherwise}`, `${indent}}`].join(eol);
}

function body(name: string): string[] {
  return [
    `// ${name} answers requests until SIGTERM, and then finishes those that are open.`,
    `func ${name}(addr string, handler http.Handler) error {`,
    '\tctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)',
    '\tdefer stop()',
    '\tserver := &http.Server{Addr: addr, Handler: handler}',
    '\tfailed := make(chan error, 1)',
    '\tgo func() { failed <- server.ListenAndServe() }()',
    '\tselect {',
    '\tcase err := <-failed:',
    '\t\tif !errors.Is(err, http.ErrServerClosed) {',
    '\t\t\treturn err',
    '\t\t}',
    '\tcase <-ctx.Done():',
    '\t}',
    '\tlimited, cancel := context.WithTimeout(context.Background(), 10*time.Second)',
    '\tdefer cancel()',
    '\treturn server.Shutdown(limited)',
    '}',
  ];
}

/** Fiber is no handler of `net/http`, and its own `Listen` ends before the open requests do. */
function fiberBody(name: string): string[] {
  return [
    `// ${name} answers requests until SIGTERM, and then finishes those that are open.`,
    `func ${name}(addr string, app *fiber.App) error {`,
    '\tctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)',
    '\tdefer stop()',
    '\tfailed := make(chan error, 1)',
    '\tgo func() { failed <- app.Listen(addr) }()',
    '\tselect {',
    '\tcase err := <-failed:',
    '\t\treturn err',
    '\tcase <-ctx.Done():',
    '\t\treturn app.ShutdownWithTimeout(10 * time.Second)',
    '\t}',
    '}',
  ];
}

/** Adds what is missing to the import block; undefined where there is none, or where a name means something else. */
function importing(text: string, packages: readonly string[]): TextEdit[] | undefined {
  const eol = eolOf(text);
  const block = text.indexOf(`${eol}import (${eol}`);
  const at = block + `${eol}import (${eol}`.length;
  const end = text.indexOf(')', at);
  if (block < 0 || end < 0) return undefined;
  const inside = text.slice(at, end);
  const missing = packages.filter((one) => !inside.includes(`"${one}"`));
  if (missing.some((one) => new RegExp(`/${one.slice(one.lastIndexOf('/') + 1)}"`).test(inside)))
    return undefined;
  const have = /^(?:[ \t]*"[^".]+"\r?\n)*/.exec(inside)?.[0] ?? '';
  const standard = have.split(/\r?\n/).flatMap((line) => line.trim() || []);
  const sorted = [...standard, ...missing.map((one) => `"${one}"`)].sort();
  const gap = standard.length > 0 || inside.trim() === '' ? '' : eol;
  const newText = sorted.map((one) => `\t${one}${eol}`).join('') + gap;
  return [{ range: { start: at, end: at + have.length }, newText }];
}
