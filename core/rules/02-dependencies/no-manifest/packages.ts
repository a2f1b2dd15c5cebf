import type { App } from '../../../app';
import type { Family } from '../../../language';
import nodeBuiltins from '../../../manifests/shared/node-builtins.generated';
import { candidates } from '../../../manifests/shared/python-imports';
import pythonStdlib from '../../../manifests/shared/python-stdlib.generated';
import { FEATURES } from '../shared/ruby-gems';

interface Kind {
  /** The manifest to add, with its article. */
  readonly manifest: string;
  /** Files that declare packages, or have another tool bring them. */
  readonly others: RegExp;
}

const BUILDERS =
  'flake\\.nix|shell\\.nix|default\\.nix|WORKSPACE(?:\\.bazel)?|MODULE\\.bazel|BUILD(?:\\.bazel)?|pants\\.toml';

/** The languages that run without a manifest, and find out at an import. */
export const FAMILIES: Partial<Record<Family, Kind>> = {
  javascript: {
    manifest: 'a package.json',
    others: new RegExp(
      `(?:^|/)(?:package\\.json5?|package\\.yaml|deno\\.jsonc?|jsr\\.json|import_map\\.json|importmap\\.(?:json|rb)|bower\\.json|${BUILDERS})$`,
    ),
  },
  python: {
    manifest: 'a requirements.txt or pyproject.toml',
    others: new RegExp(
      `(?:^|/)(?:[^/]*requirements[^/]*|pyproject\\.toml|setup\\.(?:py|cfg)|Pipfile(?:\\.lock)?|[^/]*environment[^/]*\\.ya?ml|conda[^/]*\\.ya?ml|pixi\\.toml|meta\\.yaml|tox\\.ini|[^/]*\\.ipynb|dev-packages\\.txt|${BUILDERS})$|(?:^|/)requirements/`,
    ),
  },
  ruby: {
    manifest: 'a Gemfile',
    others: new RegExp(`(?:^|/)(?:[^/]*Gemfile[^/]*|gems\\.rb|[^/]+\\.gemspec|${BUILDERS})$`),
  },
};

export function hasManifest(family: Family, app: App): boolean {
  const others = FAMILIES[family]?.others;
  if (!others) return true;
  for (const path of app.tree.paths) if (others.test(path)) return true;
  // Scripts that carry what they need (PEP 723) say so in a comment, and are started by what reads it.
  return app.commands.some(({ command }) => /\buv run\b|\bpipx run\b|\bdeno\b/.test(command.text));
}

/** Well-known packages for services: what a host program puts into its plug-ins is none of them. */
const KNOWN: Partial<Record<Family, ReadonlySet<string>>> = {
  javascript: new Set(
    `express koa fastify @hapi/hapi hono body-parser cors dotenv axios mongoose mongodb pg mysql mysql2 redis ioredis
    sequelize knex typeorm socket.io ws bull bullmq amqplib kafkajs nodemailer passport winston pino jsonwebtoken bcrypt
    stripe discord.js telegraf @nestjs/core @prisma/client @aws-sdk/client-s3 aws-sdk openai helmet morgan`.split(
      /\s+/,
    ),
  ),
  python: new Set(
    `flask django djangorestframework fastapi starlette tornado aiohttp sanic bottle requests httpx sqlalchemy psycopg2
    psycopg2-binary psycopg pymongo redis celery rq boto3 pydantic pandas numpy scipy scikit-learn torch tensorflow
    openai transformers beautifulsoup4 selenium playwright discord-py python-telegram-bot aiogram pyyaml jinja2 stripe
    twilio pika streamlit gradio python-dotenv pymysql mysqlclient gunicorn uvicorn`.split(/\s+/),
  ),
  ruby: new Set(
    'sinatra rails roda hanami grape sidekiq redis pg mysql2 mongo sequel activerecord nokogiri httparty faraday rest-client puma stripe'.split(
      ' ',
    ),
  ),
};

/** The well-known package that an import needs. */
export function packageOf(module: string, family: Family, app: App): string | undefined {
  const names = namesOf(module, family, app);
  return names.find((name) => KNOWN[family]?.has(name));
}

function namesOf(module: string, family: Family, app: App): readonly string[] {
  switch (family) {
    case 'javascript': {
      const name = module.split('/', module.startsWith('@') ? 2 : 1).join('/');
      return nodeBuiltins.has(name) ? [] : [name];
    }
    case 'python':
      return app.tree.pythonModules.has(module.split('.')[0] ?? '') ? [] : candidates(module);
    case 'ruby':
      return [FEATURES.get(module) ?? FEATURES.get(module.split('/')[0] ?? '') ?? ''];
    default:
      return [];
  }
}

/** The distribution that holds a module which is neither Python's own nor the app's. */
export function distributionOf(module: string, app: App): string | undefined {
  const top = module.split('.')[0] ?? '';
  if (top === '' || pythonStdlib.has(top) || app.tree.pythonModules.has(top)) return undefined;
  return candidates(module)[0] ?? top;
}
