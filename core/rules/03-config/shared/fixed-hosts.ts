const SCHEMAS =
  /(?:^|\.)(?:w3\.org|xmlsoap\.org|schemas\.[\w.-]+|java\.sun\.com|jcp\.org|jakarta\.ee|maven\.apache\.org|springframework\.org|json-schema\.org|schemastore\.org|purl\.org|ns\.adobe\.com|ogp\.me|schema\.org|xml\.apache\.org|apache\.org|hibernate\.org|docbook\.org|openid\.net|ietf\.org|rfc-editor\.org|creativecommons\.org|opensource\.org|gnu\.org|spdx\.org|xmlns\.com|sitemaps\.org|rssboard\.org|w3id\.org|oasis-open\.org|opengis\.net|ebay\.com)$/i;
const DOCUMENTS =
  /(?:^|\.)(?:github\.com|githubusercontent\.com|github\.io|gitlab\.com|bitbucket\.org|readthedocs\.(?:io|org)|mozilla\.org|stackoverflow\.com|npmjs\.com|npmjs\.org|unpkg\.com|jsdelivr\.net|cdnjs\.cloudflare\.com|pypi\.org|pythonhosted\.org|rubygems\.org|packagist\.org|nuget\.org|crates\.io|docs\.rs|pkg\.go\.dev|golang\.org|wikipedia\.org|wikimedia\.org|python\.org|djangoproject\.com|rubyonrails\.org|php\.net|laravel\.com|nodejs\.org|reactjs\.org|react\.dev|vuejs\.org|angular\.io|microsoft\.com|aka\.ms|bit\.ly|goo\.gl|medium\.com|youtube\.com|youtu\.be|vimeo\.com|reddit\.com|discord\.gg|t\.me|wa\.me|paypal\.com|patreon\.com|gravatar\.com|google\.com|googleapis\.com|gstatic\.com|recaptcha\.net|hcaptcha\.com|facebook\.com|fb\.com|twitter\.com|x\.com|instagram\.com|linkedin\.com|pinterest\.com|tumblr\.com|apple\.com|amazon\.com|openstreetmap\.org|mapbox\.com|letsencrypt\.org|cloudflare\.com|bootstrapcdn\.com|fontawesome\.com|jquery\.com|creativecommons\.org)$/i;
const LEADING = /^(?:docs?|developers?|api|help|support|wiki|blog|cdn|schemas?)\./i;
const STAND_IN =
  /(?:^|\.)(?:example\.\w+|example|test|invalid|localhost|domain\.\w+|yourdomain\.\w+|mydomain\.\w+)$/i;

/** Hosts that are the same for every deploy: schemas, documents, sources, public services, hosts for examples. */
export function isFixedHost(host: string): boolean {
  return SCHEMAS.test(host) || DOCUMENTS.test(host) || STAND_IN.test(host) || LEADING.test(host);
}

/** The same without what only looks like one: `api.` may be one's own. */
export function isPublicHost(host: string): boolean {
  return SCHEMAS.test(host) || DOCUMENTS.test(host) || STAND_IN.test(host);
}
