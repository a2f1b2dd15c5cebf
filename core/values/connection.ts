import type { Range } from '../text';

const PASSWORD =
  /(?:^|[;,"' ])[ \t]{0,5}(?:password|pwd)[ \t]{0,5}=[ \t]{0,5}([^;"'\s]{1,200})(?=[;"'\s]|$)/i;
/** What a connection string says beside its password. */
const BESIDE =
  /(?:^|[;"' ])[ \t]{0,5}(?:server|data source|host|hostname|user id|uid|user|username|database|initial catalog|dbname|endpoint)[ \t]{0,5}=/i;
const LONGEST = 2_000;

/** The password in a connection string: `Server=…;User Id=…;Password=…`, `host=… password=…`; the range is an offset in the text. */
export function passwordOfConnection(
  text: string,
): { readonly value: string; readonly range: Range } | undefined {
  if (text.length > LONGEST || !BESIDE.test(text)) return undefined;
  const found = PASSWORD.exec(text);
  const value = found?.[1];
  if (!found || value === undefined) return undefined;
  const end = found.index + found[0].length;
  return { value, range: { start: end - value.length, end } };
}
