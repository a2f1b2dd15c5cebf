import type { LanguageFixture } from './fixture';
import javascript from './javascript';

const typed = (text: string): string => text.replace('process.env.NAME', 'process.env.NAME as string');
const isJsx = (text: string): boolean => text.includes('<A ');

/** All that JavaScript has but JSX, and what types add. */
const fixture: LanguageFixture = {
  ...javascript,
  imports: [
    ...javascript.imports,
    { text: "import type { Pool } from 'pg';", module: 'pg', names: { Pool: 'pg.Pool' } },
    {
      text: "import { type Pool, Client } from 'pg';",
      module: 'pg',
      names: { Pool: 'pg.Pool', Client: 'pg.Client' },
    },
    { text: "import pg = require('pg');", module: 'pg', names: { pg: 'pg' } },
  ],
  options: [
    ...javascript.options,
    'serve.«run»({ port: 3000 as number } satisfies Options);\n',
    'const port: number = 3000;\nserve.«run»<Server>({ port: port! });\n',
  ],
  envReads: [
    ...javascript.envReads,
    { marked: 'use(«process.env.LEVEL!»);\n', name: 'LEVEL' },
    { marked: 'use(«process.env.LEVEL as string»);\n', name: 'LEVEL' },
    { marked: 'use(«(process.env as Env).LEVEL»);\n', name: 'LEVEL', treeOnly: true },
  ],
  holders: {
    ...javascript.holders,
    attribute: [
      ...javascript.holders.attribute,
      [
        "class Db {\n  private readonly host: string = «'db.internal'»;\n}\n",
        { name: 'host', kind: 'attribute', owner: undefined },
      ],
    ],
    parameter: [
      [
        "function connect(host: string = «'db.internal'») {}\n",
        { name: 'host', kind: 'parameter', owner: undefined },
      ],
      [
        "class A {\n  constructor(private host = «'db.internal'») {}\n}\n",
        { name: 'host', kind: 'parameter', owner: undefined },
      ],
    ],
  },
  readEnv: [["const a = «'x'»;\n", 'const a = process.env.NAME as string;\n']],
  movable: [
    ...javascript.movable
      .filter(([marked]) => !isJsx(marked))
      .map(
        ([marked, means]) =>
          [
            marked,
            marked.includes('.length')
              ? '(process.env.NAME as string)'
              : /===|Number/.test(means)
                ? means
                : typed(means),
          ] as const,
      ),
    ["const a = «'x'» + b;\n", '(process.env.NAME as string)'],
    ["const a = «'x'» as Level;\n", '(process.env.NAME as string)'],
  ],
  immovable: [
    ...javascript.immovable.filter((marked) => !isJsx(marked)),
    "import a = require(«'x'»);\n",
    "let a: «'x'»;\n",
    "enum A {\n  B = «'x'»,\n}\n",
    "declare module «'x'» {}\n",
    "const a = «'x'» as const;\n",
    "interface A {\n  «'x'»: string;\n}\n",
  ],
};

export default fixture;
