/** Programs that no language's package manager installs, with what to use instead where there is something. */
const TOOLS: readonly (readonly [programs: string, instead: string])[] = [
  ['convert magick identify mogrify composite gm', 'an image library such as sharp, Pillow or libvips'],
  ['ffmpeg ffprobe sox lame mediainfo', 'a package that brings its own binary'],
  ['curl wget aria2c', 'the HTTP client of your language'],
  ['rsync scp sftp ssh ftp lftp sshpass', 'an SSH or SFTP library'],
  ['nc ncat telnet ping dig nslookup host whois traceroute', 'the network library of your language'],
  ['pdftotext pdftoppm pdfinfo gs ghostscript qpdf pdftk', 'a PDF library'],
  [
    'wkhtmltopdf wkhtmltoimage weasyprint phantomjs chromium chromium-browser google-chrome',
    'a service that renders pages',
  ],
  [
    'libreoffice soffice unoconv pandoc latex pdflatex xelatex tesseract exiftool inkscape rsvg-convert dot',
    '',
  ],
  ['svn hg', 'a library of your language'],
  ['openssl gpg ssh-keygen htpasswd certbot', 'the cryptography library of your language'],
  [
    'mysql mysqldump psql pg_dump pg_restore mongo mongosh mongodump mongorestore redis-cli sqlite3 sqlcmd sqlplus',
    'the client library of the database',
  ],
  ['tar zip unzip 7z 7za gzip gunzip bzip2 xz zstd unrar', 'an archive library'],
  ['docker podman kubectl helm terraform aws gcloud az heroku', 'the service’s own API'],
  ['crontab supervisorctl nginx apachectl', ''],
  ['sendmail mail mailx mutt postqueue', 'a mail library with an SMTP server'],
  ['clamscan optipng pngquant jpegoptim cwebp gifsicle', ''],
];

/** Of every Unix, but not of every image, and different in each; what manages the machine itself nothing replaces. */
const COMMON = new Set(
  'lsof ps kill pkill killall free df du uname ip ifconfig netstat ss top nproc systemctl service'.split(' '),
);

export interface SystemTool {
  readonly name: string;
  /** What does the same as a declared dependency; `''` where nothing does. */
  readonly instead: string;
  readonly common: boolean;
}

const KNOWN: ReadonlyMap<string, SystemTool> = new Map<string, SystemTool>([
  ...TOOLS.flatMap(([programs, instead]) =>
    programs.split(' ').map((name) => [name, { name, instead, common: false }] as const),
  ),
  // Mostly asked for the commit that is built, on machines that have it.
  ['git', { name: 'git', instead: 'a Git library of your language', common: true }],
  ...[...COMMON].map((name) => [name, { name, instead: '', common: true }] as const),
]);

export function toolNamed(program: string): SystemTool | undefined {
  const absolute = /^\/(?:usr\/(?:local\/)?)?s?bin\/([\w.-]+)$/.exec(program)?.[1];
  // By its path it is a mail service of the same host, which a rule of its own tells.
  if (absolute === 'sendmail') return undefined;
  return KNOWN.get((absolute ?? program).replace(/\.exe$/i, ''));
}

/** Packages of distributions that bring a program under another name. */
const PACKAGES: Readonly<Record<string, string>> = {
  convert: 'imagemagick',
  magick: 'imagemagick',
  identify: 'imagemagick',
  mogrify: 'imagemagick',
  composite: 'imagemagick',
  gm: 'graphicsmagick',
  ffprobe: 'ffmpeg',
  pdftotext: 'poppler',
  pdftoppm: 'poppler',
  pdfinfo: 'poppler',
  gs: 'ghostscript',
  soffice: 'libreoffice',
  pg_dump: 'postgresql',
  pg_restore: 'postgresql',
  psql: 'postgresql',
  mysqldump: 'mysql',
  ssh: 'openssh',
  scp: 'openssh',
  sftp: 'openssh',
  'ssh-keygen': 'openssh',
  dig: 'dnsutils',
  nslookup: 'dnsutils',
  exiftool: 'exiftool',
  dot: 'graphviz',
  gpg: 'gnupg',
  '7z': 'p7zip',
  ps: 'procps',
  kill: 'procps',
  free: 'procps',
};

/** The word by which an installation of a program can be told. */
export function packageOf({ name }: SystemTool): string {
  return PACKAGES[name] ?? name;
}
