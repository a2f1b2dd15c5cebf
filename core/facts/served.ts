/** Functions that serve a folder of the disk, up to the string that names it. */
const SERVES =
  /(?:express\.static|serve(?:-s|S)tatic|koaStatic|StaticFiles|send_from_directory|http\.Dir|ServeDir::new|Files::new|PhysicalFileProvider|addResourceLocations|\.Static|\.ServeStatic|fastifyStatic|fastify-static)\(([^\n;]{0,160})/g;
const TEXT = /["'`]([^"'`\n]{1,80})["'`]/g;

/** The folders that a code file serves, as it writes them: `uploads`, `public/img`; read without a tree. */
export function servedFolders(text: string): string[] {
  const folders = new Set<string>();
  for (const match of text.matchAll(SERVES)) {
    for (const [, folder = ''] of (match[1] ?? '').matchAll(TEXT)) {
      const plain = folder.replace(/^(?:file:(?:\/\/)?)?(?:\.{0,2}\/)*/, '').replace(/\/$/, '');
      if (/^[\w-]+(?:\/[\w.-]+)*$/.test(plain)) folders.add(plain);
    }
  }
  return [...folders];
}
