import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, says, when } from '../shared/apis';
import { keptFolder, uploadFolder } from '../shared/uploads';

/** A path among the arguments leads into a folder of what users gave. */
function uploads(what: string, calls: readonly string[], index: number, keyword?: string): Api {
  return {
    calls,
    breach: (call) => {
      const found = uploadFolder(argumentAt(call.args, index, keyword));
      return found && says(what, call.range, found);
    },
  };
}

const kept = (what: string, call: CallFact, path: Value | undefined) => {
  const found = keptFolder(path);
  return found && says(what, call.range, found);
};

export const python: readonly Api[] = [
  uploads(
    'This folder',
    ['fastapi.staticfiles.StaticFiles', 'starlette.staticfiles.StaticFiles'],
    99,
    'directory',
  ),
  uploads('FileSystemStorage', ['django.core.files.storage.FileSystemStorage'], 0, 'location'),
];

export const ruby: readonly Api[] = [
  {
    calls: ['storage'],
    breach: (call, { path }) =>
      textOf(call.args[0]?.value) === 'file' && /(?:^|\/)uploaders?\//.test(path)
        ? says('CarrierWave', call.range)
        : undefined,
  },
  {
    calls: ['Shrine.Storage.FileSystem.new'],
    breach: (call) => {
      const prefix = textOf(argumentAt(call.args, 99, 'prefix')) ?? '';
      return /cache|tmp/.test(prefix) ? undefined : says('Shrine’s FileSystem', call.range);
    },
  },
  when('Refile’s FileSystem', ['Refile.Backend.FileSystem.new'], ({ args }) => {
    const path = textOf(args[0]?.value) ?? '';
    return !/cache|tmp/.test(path);
  }),
  {
    calls: ['has_attached_file'],
    breach: (call) => {
      const storage = argumentAt(call.args, 99, 'storage');
      return textOf(storage) === 'filesystem' ? says('Paperclip', call.range) : undefined;
    },
  },
];

export const php: readonly Api[] = [
  ...everywhere(
    {
      calls: ['move_uploaded_file'],
      breach: (call) => kept('move_uploaded_file', call, call.args[1]?.value),
    },
    uploads('This write', ['file_put_contents'], 0),
  ),
  {
    calls: ['env'],
    global: true,
    breach: ({ args }, { path }) => {
      const fallback = args[1]?.value;
      if (!/^FILESYSTEM_(?:DISK|DRIVER)$/.test(textOf(args[0]?.value) ?? '') || !fallback) return undefined;
      return /^(?:local|public)$/.test(textOf(fallback) ?? '') &&
        /(?:^|\/)config\/filesystems\.php$/i.test(path)
        ? says('Laravel’s default disk', fallback.range, 'information')
        : undefined;
    },
  },
  uploads(
    'This adapter',
    [
      'League.Flysystem.Local.LocalFilesystemAdapter',
      'League.Flysystem.Adapter.Local',
      'Gaufrette.Adapter.Local',
    ],
    0,
  ),
];

export const java: readonly Api[] = [
  {
    calls: [
      'org.springframework.web.multipart.MultipartFile().transferTo',
      'javax.servlet.http.Part().write',
      'jakarta.servlet.http.Part().write',
    ],
    breach: (call) => kept('This upload', call, call.args[0]?.value),
  },
  ...everywhere({
    calls: [
      '?.addResourceLocations',
      'org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry().addResourceHandler().addResourceLocations',
    ],
    breach: (call) => {
      const folder = call.args.map(({ value }) => value).find((value) => textOf(value)?.startsWith('file:'));
      const found = uploadFolder(folder);
      return found && says('This folder', call.range, found);
    },
  }),
];

export const go: readonly Api[] = [
  {
    calls: [
      'github.com/gin-gonic/gin.Context().SaveUploadedFile',
      'github.com/gofiber/fiber.Ctx().SaveFile',
      'github.com/gofiber/fiber/v2.Ctx().SaveFile',
    ],
    breach: (call) => kept('This upload', call, call.args[1]?.value),
  },
  uploads('This folder', ['net/http.Dir'], 0),
  uploads(
    'This folder',
    [
      'github.com/gin-gonic/gin.Default().Static',
      'github.com/gin-gonic/gin.New().Static',
      'github.com/labstack/echo.New().Static',
      'github.com/gofiber/fiber.New().Static',
    ],
    1,
  ),
  uploads('This write', ['os.Create', 'os.WriteFile', 'io/ioutil.WriteFile'], 0),
];

export const csharp: readonly Api[] = everywhere(
  uploads(
    'This folder',
    ['PhysicalFileProvider', 'Microsoft.Extensions.FileProviders.PhysicalFileProvider'],
    0,
  ),
  when('This path', ['Path.Combine', 'System.IO.Path.Combine'], ({ args }) => {
    const [root, ...rest] = args.map(({ value }) => value);
    const isRoot = root?.kind === 'reference' && /\.(?:WebRootPath|ContentRootPath)$/.test(root.name);
    return isRoot && rest.some((part) => uploadFolder(part) !== undefined);
  }),
);

export const rust: readonly Api[] = [
  uploads('This folder', ['tower_http.services.ServeDir.new', 'tower_http.services.fs.ServeDir.new'], 0),
  uploads('This folder', ['actix_files.Files.new'], 1),
  uploads('This write', ['std.fs.write', 'tokio.fs.write', 'async_std.fs.write'], 0),
];
