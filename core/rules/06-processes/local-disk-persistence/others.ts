import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, says, when } from '../shared/apis';
import { keptFolder, uploadFolder } from '../shared/uploads';
import { serves, writes } from './writes';

const kept = (what: string, call: CallFact, path: Value | undefined) => {
  const found = keptFolder(path);
  return found && says(what, call.range, found);
};

export const java: readonly Api[] = [
  {
    calls: [
      'org.springframework.web.multipart.MultipartFile().transferTo',
      'javax.servlet.http.Part().write',
      'jakarta.servlet.http.Part().write',
    ],
    breach: (call) => kept('This upload', call, call.args[0]?.value),
  },
  writes(
    [
      'java.nio.file.Files.write',
      'java.nio.file.Files.writeString',
      'java.nio.file.Files.newOutputStream',
      'java.nio.file.Files.newBufferedWriter',
      'java.io.FileOutputStream',
      'java.io.FileWriter',
      'org.apache.commons.io.FileUtils.writeByteArrayToFile',
      'org.apache.commons.io.FileUtils.writeStringToFile',
      'java.io.RandomAccessFile',
      'java.io.PrintWriter',
    ],
    0,
  ),
  writes(['javax.imageio.ImageIO.write'], 2),
  writes(
    [
      'java.nio.file.Files.copy',
      'java.nio.file.Files.move',
      'org.apache.commons.io.FileUtils.copyInputStreamToFile',
      'org.apache.commons.io.FileUtils.copyFile',
      'org.springframework.util.FileCopyUtils.copy',
    ],
    1,
  ),
  ...everywhere({
    calls: [
      '?.addResourceLocations',
      'org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry().addResourceHandler().addResourceLocations',
    ],
    breach: (call) => {
      const folder = call.args.map(({ value }) => value).find((value) => textOf(value)?.startsWith('file:'));
      const found = uploadFolder(folder);
      return found && says('This folder', call.range, 'information');
    },
  }),
];

const notReadOnly = ({ args }: CallFact): boolean => {
  const flag = args[1]?.value;
  return !(flag?.kind === 'reference' && flag.name === 'os.O_RDONLY');
};

export const go: readonly Api[] = [
  {
    calls: [
      'github.com/gin-gonic/gin.Context().SaveUploadedFile',
      'github.com/gofiber/fiber.Ctx().SaveFile',
      'github.com/gofiber/fiber/v2.Ctx().SaveFile',
    ],
    breach: (call) => kept('This upload', call, call.args[1]?.value),
  },
  serves(['net/http.Dir'], 0),
  serves(
    [
      'github.com/gin-gonic/gin.Default().Static',
      'github.com/gin-gonic/gin.New().Static',
      'github.com/labstack/echo.New().Static',
      'github.com/gofiber/fiber.New().Static',
    ],
    1,
  ),
  writes(['os.Create', 'os.WriteFile', 'os.OpenFile', 'io/ioutil.WriteFile'], 0, false, notReadOnly),
  writes(['os.Rename'], 1),
];

export const csharp: readonly Api[] = everywhere(
  serves(['PhysicalFileProvider', 'Microsoft.Extensions.FileProviders.PhysicalFileProvider'], 0),
  writes(
    [
      'WriteAllBytes',
      'WriteAllBytesAsync',
      'WriteAllText',
      'WriteAllTextAsync',
      'Create',
      'OpenWrite',
    ].flatMap((name) => [`File.${name}`, `System.IO.File.${name}`]),
    0,
  ),
  writes(['File.Copy', 'File.Move', 'System.IO.File.Copy', 'System.IO.File.Move'], 1),
  writes(['StreamWriter', 'System.IO.StreamWriter', 'File.CreateText', 'File.AppendAllText'], 0),
  writes(['?.SaveAs', '?.SaveAsAsync', '?.SaveAsPng', '?.SaveAsJpeg'], 0),
  writes(['FileStream', 'System.IO.FileStream'], 0, true, ({ args }) => {
    const mode = args[1]?.value;
    return mode?.kind === 'reference' && /\.(?:Create|CreateNew|OpenOrCreate|Append)$/.test(mode.name);
  }),
  when('This path', ['Path.Combine', 'System.IO.Path.Combine'], ({ args }) => {
    const [root, ...rest] = args.map(({ value }) => value);
    const isRoot = root?.kind === 'reference' && /\.(?:WebRootPath|ContentRootPath)$/.test(root.name);
    return isRoot && rest.some((part) => uploadFolder(part) !== undefined);
  }),
);

export const rust: readonly Api[] = [
  serves(['tower_http.services.ServeDir.new', 'tower_http.services.fs.ServeDir.new'], 0),
  serves(['actix_files.Files.new'], 1),
  writes(
    ['std', 'tokio', 'async_std'].flatMap((crate) => [`${crate}.fs.write`, `${crate}.fs.File.create`]),
    0,
  ),
  // What only reads a file opens it in a shorter way.
  writes(
    ['std', 'tokio'].flatMap((crate) => [
      `${crate}.fs.OpenOptions.new().open`,
      `${crate}.fs.File.options().open`,
    ]),
    0,
  ),
  writes(['std.fs.rename', 'std.fs.copy', 'tokio.fs.rename', 'tokio.fs.copy'], 1),
];
