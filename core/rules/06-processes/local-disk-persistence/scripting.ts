import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, says, when } from '../shared/apis';
import { replacing } from '../shared/repairs';
import { keptFolder, uploadFolder } from '../shared/uploads';
import { serves, toWrite, writes, writesTo } from './writes';

const kept = (what: string, call: CallFact, path: Value | undefined) => {
  const found = keptFolder(path);
  return found && says(what, call.range, found);
};

export const python: readonly Api[] = [
  serves(['fastapi.staticfiles.StaticFiles', 'starlette.staticfiles.StaticFiles'], 99, 'directory'),
  {
    calls: ['django.core.files.storage.FileSystemStorage'],
    breach: (call) => {
      const found = uploadFolder(argumentAt(call.args, 0, 'location'));
      return found && says('FileSystemStorage', call.range, found);
    },
  },
  writes(['open'], 0, true, toWrite(1, 'mode')),
  writes(['io.open', 'aiofiles.open', 'codecs.open'], 0, false, toWrite(1, 'mode')),
  writesTo(['*.write_text', '*.write_bytes']),
  writesTo(['*.open'], (call) => /^[waxc][bt+]*$/.test(textOf(argumentAt(call.args, 0, 'mode')) ?? '')),
  // Of `request.files[…]`, of an upload, of a picture.
  writes(['?.save', 'flask.request.files.get().save', 'PIL.Image.open().save'], 0, true),
  writes(['shutil.move', 'shutil.copy', 'shutil.copyfile', 'shutil.copy2'], 1),
];

export const ruby: readonly Api[] = [
  writes(['File.open', 'File.new'], 0, false, toWrite(1)),
  writes(['File.write', 'File.binwrite', 'IO.write', 'IO.binwrite'], 0),
  writes(['FileUtils.cp', 'FileUtils.mv', 'FileUtils.copy', 'FileUtils.move', 'FileUtils.copy_file'], 1),
  when(
    'Dragonfly’s file store',
    ['datastore', '?.datastore'],
    ({ args }) => textOf(args[0]?.value) === 'file',
  ),
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
  {
    // Symfony's and Laravel's uploads.
    calls: ['*.move'],
    beside: ['UploadedFile', 'getClientOriginalName', '->file('],
    breach: (call) => kept('This upload', call, call.args[0]?.value),
  },
  ...everywhere(
    {
      calls: ['move_uploaded_file'],
      breach: (call) => kept('move_uploaded_file', call, call.args[1]?.value),
    },
    writes(['file_put_contents'], 0),
    writes(['fopen'], 0, true, toWrite(1)),
    writes(['copy', 'rename'], 1),
    writes(['imagejpeg', 'imagepng', 'imagewebp', 'imagegif'], 1),
  ),
  {
    calls: ['env'],
    global: true,
    breach: ({ args }, { path }) => {
      const fallback = args[1]?.value;
      if (!/^FILESYSTEM_(?:DISK|DRIVER)$/.test(textOf(args[0]?.value) ?? '') || !fallback) return undefined;
      return /^(?:local|public)$/.test(textOf(fallback) ?? '') &&
        /(?:^|\/)config\/filesystems\.php$/i.test(path)
        ? replacing(
            says('Laravel’s default disk', fallback.range, 'information'),
            'Keep files in S3',
            fallback.range,
            "'s3'",
          )
        : undefined;
    },
  },
  {
    calls: [
      'League.Flysystem.Local.LocalFilesystemAdapter',
      'League.Flysystem.Adapter.Local',
      'Gaufrette.Adapter.Local',
    ],
    breach: (call) => {
      const found = uploadFolder(call.args[0]?.value);
      return found && says('This adapter', call.range, found);
    },
  },
];
