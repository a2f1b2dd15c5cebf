import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, referenceOf, says } from '../shared/apis';
import { keptFolder, uploadFolder } from '../shared/uploads';

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

/** The function writes to, or serves, a folder whose name tells that it holds what users gave. */
function uploads(what: string, calls: readonly string[], index: number): Api {
  return {
    calls,
    breach: (call) => {
      const found = uploadFolder(argumentAt(call.args, index));
      return found && says(what, call.range, found);
    },
  };
}

const writers = ['writeFile', 'writeFileSync', 'createWriteStream', 'outputFile', 'outputFileSync'].flatMap(
  (name) =>
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
    breach: (call) => {
      const found = uploadFolder(call.args[0]?.value);
      return found && says('express-fileupload', call.range, found);
    },
  }),
  uploads('This write', writers, 0),
  uploads('This write', copiers, 1),
  uploads('This folder', ['express.static', 'serve-static', 'koa-static', 'koa-serve'], 0),
  ...everywhere({
    calls: ['?.register', 'fastify().register', 'fastify.fastify().register'],
    breach: (call) => {
      const plugin = call.args[0]?.value;
      const isStatic = /^(?:@fastify\/static|fastify-static)$/.test(
        (plugin?.kind === 'call' ? textOf(plugin.args[0]?.value) : undefined) ?? referenceOf(plugin) ?? '',
      );
      const found = isStatic ? uploadFolder(property(call.args[1]?.value, 'root')) : undefined;
      return found && says('This folder', call.range, found);
    },
  }),
];
