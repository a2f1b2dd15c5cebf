import type { App } from '../../../app';
import { wordsOf } from '../../../names';
import type { FileView, Severity, SightingPlace } from '../../../rule';
import type { TokenFormat } from '../../../values/tokens/token-format';

/** What the text around a token says of it. */
export interface Seen {
  readonly isShown: boolean;
  /** It stands beside the pattern of its format. */
  readonly isSample: boolean;
}

/**
 * How loud a token is told; undefined is silence. What is live is an error wherever it stands, since it opens the same
 * for whoever finds it in a test or a guide. These are all exceptions, by what a token of the format opens.
 */
export function levelOf(
  { id, reach = 'live' }: TokenFormat,
  { isShown, isSample }: Seen,
  place: SightingPlace | undefined,
  file: FileView,
  app: App,
): Severity | undefined {
  if (isSample) return 'information';
  switch (reach) {
    case 'live':
      return 'error';
    case 'page':
      return isShown || isOfPage(file, app) ? 'information' : 'error';
    case 'own':
    case 'vague':
    case 'agreed':
      return isApart(place, file) ? 'hint' : 'error';
    case 'limited':
      // Tests and guides are full of tokens that have run out.
      return id === 'jwt' && isApart(place, file) ? undefined : 'information';
  }
}

/** What is sent to browsers and phones: anyone may read there what it holds. */
const OF_PAGE =
  /\.(?:html?|vue|svelte|[jt]sx|erb|haml|slim|ejs|hbs|mustache|pug|njk|j2|jinja2?|twig|cshtml|razor|jspx?|ftl|dart|swift|plist)$|\.blade\.php$|(?:^|\/)(?:google-services\.json|AndroidManifest\.xml|firebase(?:[-_.]?config)?\.[jt]s)$|(?:^|\/)(?:public|static|assets|client|frontend|www|wwwroot|android|ios|res\/values)\//i;

function isOfPage({ path }: FileView, { kind }: App): boolean {
  return kind === 'browser' || OF_PAGE.test(path);
}

const BESIDE = 600;
/** What Google's own guides have beside a key that a page or an app shows. */
const SHOWN =
  /authDomain|messagingSenderId|firebaseapp\.com|firebaseConfig|initializeApp\(|maps\.google(?:apis)?\.com\/maps\/api\/(?:js|staticmap|streetview)|google\.com\/maps\/embed|com\.google\.android|current_key|loadGoogleMaps|[gG]oogle_?Maps/;

/** Whether the text around a place says that a page shows what stands there. */
export function isShownByPage(text: string, at: number): boolean {
  return SHOWN.test(text.slice(Math.max(0, at - BESIDE), at + BESIDE));
}

/** Files whose name or folder says so, though their class does not. */
const FOR_TESTS =
  /(?:^|[/._-])(?:tests?|testing|fixtures?|mocks?|dev|development|local|localhost|examples?)(?=[/._-])/i;

/** In a test or a guide, by the file or by the name that holds it. */
function isApart(place: SightingPlace | undefined, file: FileView): boolean {
  return (
    FOR_TESTS.test(file.path) ||
    file.class === 'test' ||
    file.class === 'example' ||
    place?.inTest === true ||
    wordsOf(place?.string?.holder?.name ?? '').some((word) =>
      /^(?:test|fake|mock|dummy|example|sample)s?$/.test(word),
    )
  );
}
