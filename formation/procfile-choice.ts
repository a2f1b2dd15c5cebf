/** The Procfile that is run where nobody has chosen another. */
const usual = 'Procfile';

/** Endings of files that are about Procfiles, or templates of one. */
const others = /\.(?:md|txt|example|sample|template|tmpl|erb|bak|orig|dist|swp|lock|json|ya?ml)$/i;

const ofDevelopment = ['Procfile.dev', 'Procfile.development', 'Procfile.local'];

/** The names among the files of a folder that are Procfiles, the one that is run by default first. */
export function procfilesIn(names: Iterable<string>): readonly string[] {
  const isProcfile = (name: string) => /^Procfile\.\w[\w.-]*$/.test(name) && !others.test(name);
  const found = [...new Set(names)].filter((name) => name === usual || isProcfile(name)).sort();
  const first = found.includes(usual) ? usual : ofDevelopment.find((name) => found.includes(name));
  return first === undefined ? found : [first, ...found.filter((name) => name !== first)];
}
