import type { App } from '../../../app';
import type { Ecosystem } from '../../../manifest';
import type { Breach } from '../../../rule';
import { ownManifest } from '../shared/own-manifest';
import { started } from './started';
import { toolNamed } from './tools';

/** Libraries that start a program of the system: the program, and packages that bring it along. */
const TABLE: Partial<Record<Ecosystem, string>> = {
  npm: `
    fluent-ffmpeg ffmpeg | ffmpeg ffmpeg | gm gm | imagemagick convert | easyimage convert | node-poppler pdftotext
    wkhtmltopdf wkhtmltopdf | node-tesseract-ocr tesseract | tesseractocr tesseract | simple-git git
    libreoffice-convert soffice | pdf2pic gm | pdf-image convert | node-pandoc pandoc | graphviz dot | node-7z 7z
    textract pdftotext | pdf-to-text pdftotext | node-exiftool exiftool`,
  pypi: `
    pytesseract tesseract | pdfkit wkhtmltopdf | imgkit wkhtmltoimage | django-wkhtmltopdf wkhtmltopdf
    pdf2image pdftoppm | pydub ffmpeg | ffmpeg-python ffmpeg | pypandoc pandoc | gitpython git | graphviz dot
    pydot dot | ocrmypdf tesseract | pyexiftool exiftool | camelot-py gs | python-gnupg gpg | sox sox`,
  rubygems: `
    mini_magick convert | wicked_pdf wkhtmltopdf | pdfkit wkhtmltopdf | imgkit wkhtmltoimage | streamio-ffmpeg ffmpeg
    rtesseract tesseract | paperclip convert | kt-paperclip convert | pandoc-ruby pandoc | ruby-graphviz dot
    mini_exiftool exiftool | docsplit pdftotext | git git`,
  packagist: `
    barryvdh/laravel-snappy wkhtmltopdf | knplabs/knp-snappy wkhtmltopdf | knplabs/knp-snappy-bundle wkhtmltopdf
    mikehaertl/phpwkhtmltopdf wkhtmltopdf | php-ffmpeg/php-ffmpeg ffmpeg | pbmedia/laravel-ffmpeg ffmpeg
    thiagoalessio/tesseract_ocr tesseract | spatie/pdf-to-text pdftotext | spatie/laravel-backup mysqldump
    spatie/db-dumper mysqldump | gitonomy/gitlib git | cpliakas/git-wrapper git`,
  maven:
    'org.im4java:im4java convert | net.bramp.ffmpeg:ffmpeg ffmpeg | org.jodconverter:jodconverter-local soffice',
  nuget:
    'xabe.ffmpeg ffmpeg | ffmpegcore ffmpeg | rotativa.aspnetcore wkhtmltopdf | wkhtmltopdf.netcore wkhtmltopdf',
};

/** Packages that bring what such a library needs, by a word of their names. */
const BROUGHT: readonly (readonly [tool: RegExp, bringer: RegExp])[] = [
  [/^ffmpeg$/, /ffmpeg[-_.]?(?:static|installer|binaries|bin)|ffmpeg-heroku|imageio-ffmpeg|static-ffmpeg/],
  [/^wkhtmlto/, /wkhtmlto(?:pdf|image)[-_/.]?(?:binary|heroku|amd64|i386|installer|native|static)|h4cc\//],
  [/^7z$/, /7zip-bin|7z-bin/],
  [/^pandoc$/, /pypandoc[-_]binary/],
];

const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries(TABLE).flatMap(([ecosystem, rows]) =>
    rows
      .trim()
      .split(/\s*[|\n]\s*/)
      .flatMap((row): [string, string][] => {
        const [name, tool] = row.split(' ');
        return name && tool ? [[`${ecosystem} ${name}`, tool]] : [];
      }),
  ),
);

/** Told where a manifest declares a library that only hands on to a program of the system. */
export function wrappers(path: string, app: App): Breach[] {
  const manifest = ownManifest(path, app);
  if (!manifest) return [];
  const names = [...app.manifests, ...app.manifestsAbove].flatMap(({ dependencies }) =>
    dependencies.map(({ name }) => name),
  );
  return manifest.dependencies.flatMap(({ name, nameRange, kind }): Breach[] => {
    const program = KNOWN.get(`${manifest.ecosystem} ${name.toLowerCase()}`);
    if (program === undefined || kind !== 'runtime') return [];
    const isBrought = BROUGHT.some(([tool, by]) => tool.test(program) && names.some((one) => by.test(one)));
    const breach = isBrought
      ? undefined
      : started({ range: nameRange }, toolNamed(program), { path }, app, name);
    return breach ? [{ ...breach, severity: 'information' }] : [];
  });
}
