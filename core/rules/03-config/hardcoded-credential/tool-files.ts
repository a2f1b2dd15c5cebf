import type { Breach, FileView, Sighting, TextCheck } from '../../../rule';
import { classifyValue } from '../../../values/classify';
import { levelOf } from './level';

/** How tools write what they log in with; the credential is the last word. */
const LOGINS: Readonly<Record<string, RegExp>> = {
  'machine ':
    /machine[ \t]+\S{1,200}[ \t\r\n]{1,20}login[ \t]+\S{1,200}[ \t\r\n]{1,20}password[ \t]+\S{5,500}/y,
  ':_authtoken=': /:_authToken=\S{5,500}/y,
  ':_password=': /:_password=\S{5,500}/y,
  ':_auth=': /:_auth=\S{5,500}/y,
};
const FILES = /(?:^|\/)(?:\.netrc|_netrc|\.npmrc)$/;
const HARMLESS = new Set(['empty', 'placeholder', 'fake', 'reference', 'encrypted', 'token']);

/** Credentials that the settings of tools hold: `.netrc`, `.npmrc`. */
export const toolFiles: TextCheck = {
  literals: Object.keys(LOGINS),
  files: FILES,
  find: (text, at, literal) => {
    const login = LOGINS[literal];
    if (!login) return undefined;
    login.lastIndex = at;
    const found = login.exec(text)?.[0];
    const value = /[^\s=]+=*$/.exec(found?.slice(-LONGEST) ?? '')?.[0] ?? '';
    if (found === undefined || HARMLESS.has(classifyValue(value).class)) return undefined;
    const end = at + found.length;
    return { range: { start: end - value.length, end }, about: 'login' };
  },
  breach: ({ range }: Sighting, _place, file: FileView): Breach | undefined => {
    const severity = FILES.test(file.path) ? levelOf('certain', '', '', file) : undefined;
    return severity && { range, severity };
  },
};

const LONGEST = 500;
