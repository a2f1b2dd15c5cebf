import type { CallFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, referenceOf, says } from '../shared/apis';
import { keptFile, keptFolder, uploadFolder } from '../shared/uploads';
import { serves, writes } from './writes';

/** The function is told a folder in which it leaves what users gave. */
function keeps(what: string, calls: readonly string[], folder: (call: CallFact) => Value | undefined): Api {
  return {
    calls,
    breach: (call) => {
      const path = folder(call);
      const found = keptFolder(path);
      return path && found && says(what, call.range, found);
    },
  };
}

const writers = [
  'writeFile',
  'writeFileSync',
  'appendFile',
  'appendFileSync',
  'createWriteStream',
  'outputFile',
  'outputFileSync',
].flatMap((name) =>
  ['fs', 'fs/promises', 'fs.promises', 'fs-extra', 'graceful-fs'].map((module) => `${module}.${name}`),
);
const copiers = ['rename', 'renameSync', 'copyFile', 'copyFileSync', 'move', 'copy'].flatMap((name) =>
  ['fs', 'fs/promises', 'fs.promises', 'fs-extra'].map((module) => `${module}.${name}`),
);

export const javascript: readonly Api[] = [
  keeps('multer', ['multer'], ({ args }) => property(args[0]?.value, 'dest')),
  keeps('multer', ['multer.diskStorage'], ({ args }) => property(args[0]?.value, 'destination')),
  keeps(
    'The file interceptor',
    ['FileInterceptor', 'FilesInterceptor', 'FileFieldsInterceptor', 'AnyFilesInterceptor'].map(
      (name) => `@nestjs/platform-express.${name}`,
    ),
    ({ args }) => args.map(({ value }) => property(value, 'dest')).find(Boolean),
  ),
  keeps('formidable', ['formidable', 'formidable.IncomingForm', 'formidable.formidable'], ({ args }) =>
    property(args[0]?.value, 'uploadDir'),
  ),
  keeps('koa-body', ['koa-body', 'koa-body.koaBody'], ({ args }) =>
    property(args[0]?.value, 'formidable', 'uploadDir'),
  ),
  ...everywhere({
    calls: ['?.mv'],
    breach: (call, _file, app) => {
      const found = keptFile(call.args[0]?.value, app);
      return found && { ...says('express-fileupload', call.range), ...found };
    },
  }),
  writes(writers, 0),
  writes(copiers, 1),
  writes(
    ['sharp().toFile', 'jimp.read().write', 'Bun.write', 'Deno.writeFile', 'Deno.writeTextFile'],
    0,
    true,
  ),
  keeps('node-persist', ['node-persist.init', 'node-persist.create'], ({ args }) =>
    property(args[0]?.value, 'dir'),
  ),
  keeps('express-fileupload', ['express-fileupload'], ({ args }) => {
    const used = property(args[0]?.value, 'useTempFiles');
    return used ? undefined : property(args[0]?.value, 'tempFileDir');
  }),
  serves(['express.static', 'serve-static', 'koa-static', 'koa-serve'], 0),
  ...everywhere({
    calls: ['?.register', 'fastify().register', 'fastify.fastify().register'],
    breach: (call) => {
      const plugin = call.args[0]?.value;
      const isStatic = /^(?:@fastify\/static|fastify-static)$/.test(
        (plugin?.kind === 'call' ? textOf(plugin.args[0]?.value) : undefined) ?? referenceOf(plugin) ?? '',
      );
      const found = isStatic ? uploadFolder(property(call.args[1]?.value, 'root')) : undefined;
      return found && says('This folder', call.range, 'information');
    },
  }),
];
