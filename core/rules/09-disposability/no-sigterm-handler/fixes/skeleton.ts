import type { Fixer } from '../../../../rule';
import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import { stopAiohttp } from './aiohttp';
import { stopGo, stopGoGrpc } from './go';
import { stopByHook } from './hooks';
import { stopNode } from './javascript';
import { stopLoop } from './loops';
import { stopPython } from './python';
import { stopRust } from './rust';
import { type Statement, statementAt } from './statement';

type Write = (stop: Stop, statement: Statement, text: string, end: number) => readonly TextEdit[] | undefined;

const WRITERS: Readonly<Record<Stop, Write>> = {
  'node-app': stopNode,
  'node-server': stopNode,
  'node-close': stopNode,
  'node-stop': stopNode,
  'node-worker': stopNode,
  'node-kafka': stopNode,
  nest: stopNode,
  'go-listen': stopGo,
  'go-run': stopGo,
  'go-fiber': stopGo,
  'go-server': stopGo,
  'go-grpc': stopGoGrpc,
  'python-server': stopPython,
  'python-grpc': stopPython,
  'python-pika': stopPython,
  'python-tornado': stopPython,
  'python-loop': stopPython,
  'python-aiohttp': stopAiohttp,
  'ruby-server': stopByHook,
  'ruby-loop': stopLoop,
  'ruby-bunny': stopByHook,
  'php-loop': stopLoop,
  'java-server': stopByHook,
  'java-jetty': stopByHook,
  'java-javalin': stopByHook,
  'csharp-loop': stopLoop,
  'rust-axum': stopRust,
  'rust-tonic': stopRust,
};

/** Writes the framework’s own way of a graceful stop around the call that was reported. */
export const toGracefulStop: Fixer = ({ path, breach: { repair } }, text) => {
  const { stop, start, end } = repair ?? {};
  if (typeof stop !== 'string' || typeof start !== 'number' || typeof end !== 'number') return [];
  const write = Object.entries(WRITERS).find(([name]) => name === stop)?.[1];
  const statement = statementAt(text, start, end);
  const edits = write && statement ? write(stop as Stop, statement, text, end) : undefined;
  if (!edits || edits.length === 0) return [];
  return [
    {
      title: 'Finish open work on SIGTERM',
      kind: 'suggestion',
      edits: edits.map((edit) => ({ path, ...edit })),
    },
  ];
};
