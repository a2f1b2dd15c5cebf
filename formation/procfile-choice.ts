/** The Procfile that is run where nobody has chosen another. */
const usual = 'Procfile';

const ofDevelopment = ['Procfile.dev', 'Procfile.development', 'Procfile.local'];

/** The names among the files of a folder that are Procfiles, the one that is run by default first. */
export function procfilesIn(names: Iterable<string>): readonly string[] {
  const found = [...names].filter((name) => name === usual || /^Procfile\.\w[\w.-]*$/.test(name)).sort();
  const first = found.includes(usual) ? usual : ofDevelopment.find((name) => found.includes(name));
  return first === undefined ? found : [first, ...found.filter((name) => name !== first)];
}
