import { tokenFormats } from '../../core/values/tokens/find';
import { tokenSample } from './token-samples';

/** Values that must be shown nowhere: each is made when a test runs, and stands in one file alone. */
export interface Canaries {
  readonly files: Readonly<Record<string, string>>;
  /** The values by the file that holds them. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

const NOISE = ['x9Kq', '7vZt', 'm3Wp', '8sLd', 'h2Rf', '5nBc', 'y6Tg', '4jQx'];

/** A small app with a credential in every language and every format that rules look into. */
export function canaries(): Canaries {
  const files: Record<string, string> = {};
  const values = new Map<string, string[]>();
  let made = 0;
  const plant = (path: string, write: (password: string, key: string, token: string) => string): void => {
    made++;
    const [a, b, c] = [0, 1, 2].map((turn) => NOISE[(made * 3 + turn * 5) % NOISE.length]);
    const password = `${a}!${made}-${b}${c}`;
    const key = `${a}${b}${made}${c}${b}${c}${made}${a}`;
    const github = tokenFormats.find(({ id }) => id === 'github-pat');
    const token = github ? tokenSample(github, made * 100) : '';
    files[path] = write(password, key, token);
    values.set(
      path,
      [password, key, token].filter((one) => files[path]?.includes(one)),
    );
  };
  code(plant);
  config(plant);
  around(plant);
  files['package.json'] ??=
    '{"private":true,"scripts":{"start":"node app.js"},"dependencies":{"express":"4"}}';
  return { files, values };
}

type Plant = (path: string, write: (password: string, key: string, token: string) => string) => void;

function url(password: string): string {
  return `postgres://shop:${password}@db.shop-host.net/orders`;
}

function code(plant: Plant): void {
  plant(
    'app.js',
    (p, k, t) => `const dbPassword = '${p}';\nconst apiKey = "${k}";\n// ${t}\nconst x = '${t}';\n`,
  );
  plant(
    'server.ts',
    (p, k) => `export const url: string = '${url(p)}';\nconst o = { clientSecret: '${k}' };\n`,
  );
  plant('App.vue', (p) => `<script>\nconst password = '${p}';\n</script>\n`);
  plant('app.py', (p, k, t) => `DB_PASSWORD = "${p}"\nconnect(api_key="${k}")\ntoken = "${t}"\n`);
  plant('app.rb', (p, k) => `DB_PASSWORD = '${p}'\nJWT.encode(payload, '${k}', 'HS256')\n`);
  plant('app.php', (p, k) => `<?php\n$password = '${p}';\n$api = ['apiKey' => '${k}'];\n`);
  plant(
    'App.java',
    (p, k) => `class App {\n  static final String DB_PASSWORD = "${p}";\n  String apiKey = "${k}";\n}\n`,
  );
  plant('main.go', (p) => `package main\n\nconst dbPassword = "${p}"\n`);
  plant('Program.cs', (p) => `var c = new SqlConnection("Server=db;User Id=shop;Password=${p}");\n`);
  plant('src/main.rs', (p) => `const DB_PASSWORD: &str = "${p}";\n`);
  plant('run.sh', (p, k, t) => `DB_PASSWORD="${p}"\ncurl -H "Authorization: Bearer ${t}" "${url(k)}"\n`);
}

function config(plant: Plant): void {
  plant('config/app.yml', (p, k) => `mail:\n  password: ${p}\nurl: ${url(k)}\n`);
  plant('config/app.json', (p, k) => JSON.stringify({ db: { password: p }, apiKey: k }));
  plant('config/app.toml', (p) => `[db]\npassword = "${p}"\n`);
  plant('config/app.ini', (p) => `[db]\npassword = ${p}\n`);
  plant('src/main/resources/application.properties', (p) => `spring.datasource.password=${p}\n`);
  plant(
    'web.config',
    (p) => `<configuration><appSettings><add key="Password" value="${p}"/></appSettings></configuration>\n`,
  );
  plant('appsettings.json', (p) =>
    JSON.stringify({ ConnectionStrings: { Shop: `Server=db;User Id=s;Password=${p}` } }),
  );
  plant('analysis.ipynb', (p, _k, t) =>
    JSON.stringify({ cells: [{ source: [`password = '${p}'\n`, `t = '${t}'\n`] }] }),
  );
  plant('README.md', (_p, _k, t) => `Use ${t} to try it.\n`);
}

function around(plant: Plant): void {
  plant(
    'docker-compose.yml',
    (p) => `services:\n  web:\n    image: shop\n    environment:\n      DB_PASSWORD: ${p}\n`,
  );
  plant(
    'Dockerfile',
    (p, k) =>
      `FROM node:22 AS build\nARG API_KEY=${k}\nFROM node:22\nENV DB_PASSWORD=${p}\nCMD ["node", "app.js"]\n`,
  );
  plant(
    '.github/workflows/ci.yml',
    (p, k) =>
      `jobs:\n  test:\n    env:\n      DB_PASSWORD: ${p}\n    steps:\n      - run: deploy --api-key ${k}\n`,
  );
  plant('.gitlab-ci.yml', (p) => `variables:\n  DB_PASSWORD: ${p}\ntest:\n  script: [make]\n`);
  plant(
    '.circleci/config.yml',
    (p) => `jobs:\n  test:\n    environment:\n      DB_PASSWORD: ${p}\n    steps: []\n`,
  );
  plant('Procfile', (p) => `web: DB_PASSWORD=${p} node app.js\n`);
  plant('.env.example', (_p, _k, t) => `TOKEN=${t}\n`);
}
