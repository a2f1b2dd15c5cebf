import type { Language } from '../../language';

type State = NonNullable<Language['state']>;

const ASSIGNED = String.raw`\s{0,9}(?:=(?![=>~])|[-+|&]=|\+\+|--|\?\?=|\|\|=|<<)`;
const INDEX = String.raw`(?:\[[^\]\n]{1,80}\]){1,3}`;

/** What stands behind a name that is given something: an assignment to it or to what is in it, a call of one of these. */
function writing(methods: string, links = String.raw`!?\.`, between = ''): RegExp {
  return new RegExp(
    String.raw`^(?:${ASSIGNED}|${INDEX}(?:\.\w{1,40}){0,3}${ASSIGNED}|(?:${INDEX})?${between}(?:${links})(?:${methods})\b\s{0,3}[(<{ ])`,
  );
}

export const javascriptState: State = {
  declared:
    /^(?:export\s)?(?:const|let|var)\s([A-Za-z_$][\w$]{0,60})\s?(?::[^=\n]{1,120})?=\s?(?:\{\}|\[\]|new (?:Map|Set|WeakMap)\b|Object\.create\(null\)|0\b(?!x))/gm,
  writes: writing('push|unshift|pop|shift|splice|set|add|delete|clear|append'),
  before: /(?:\+\+|--|\bdelete )$/,
};

export const pythonState: State = {
  declared:
    /^([A-Za-z_]\w{0,60})[ \t]?(?::[^=\n]{1,120})?=[ \t]?(?:\{\}|\[\]|dict\(\)|list\(\)|set\(\)|(?:collections\.)?(?:defaultdict|OrderedDict|deque|Counter)\(|0[ \t]?$)/gm,
  writes: writing(
    'append|add|update|pop|remove|clear|setdefault|extend|insert|discard|popitem|appendleft|popleft',
  ),
  before: /\bdel $/,
};

export const rubyState: State = {
  declared:
    /^[ \t]{0,20}(\$\w{1,60}|@@\w{1,60}|[A-Z]\w{0,60})[ \t]{0,9}(?:\|\|)?=[ \t]{0,9}(?:\{\}|\[\]|(?:Hash|Set|Array|Concurrent::(?:Map|Hash|Array))\.new\b|0[ \t]?$)(?![^\n]{0,80}freeze)/gm,
  writes: writing(
    'push|store|delete|add|merge!|clear|shift|unshift|concat|append|compute_if_absent|put_if_absent',
    '&?\\.',
  ),
};

const JAVA_COLLECTION = String.raw`\w{0,30}(?:Map|List|Set|Queue|Deque)<[^;=\n]{0,120}>`;
export const javaState: State = {
  declared: new RegExp(
    String.raw`^[ \t]{1,20}(?:(?:private|protected|public|static|final|volatile) ){1,5}(?:(?:${JAVA_COLLECTION}|Atomic(?:Integer|Long)) (\w{1,60}) ?= ?(?:new \w|Collections\.synchronized|ConcurrentHashMap\.new)|(?:int|long|Integer|Long) (\w{1,60})(?: ?= ?0)?;)`,
    'gm',
  ),
  writes: writing(
    'put|putAll|add|addAll|remove|putIfAbsent|computeIfAbsent|computeIfPresent|compute|merge|clear|offer|poll|push|pop|incrementAndGet|getAndIncrement|decrementAndGet|addAndGet|set',
    '\\.',
  ),
  before: /(?:\+\+|--)(?:this\.)?$/,
};

const CSHARP_COLLECTION = String.raw`(?:\w{1,40}\.){0,5}I?(?:Concurrent|Sorted|Read)?(?:Dictionary|List|HashSet|Bag|Queue|Stack|Set)<[^;=\n]{0,120}>`;
export const csharpState: State = {
  declared: new RegExp(
    String.raw`^[ \t]{1,20}(?:(?:private|protected|public|internal|readonly|volatile) ){0,3}static (?:(?:readonly|volatile) ){0,2}(?:${CSHARP_COLLECTION} (\w{1,60}) ?= ?new\b|(?:int|long) (\w{1,60})(?: ?= ?0)?;)|^(?:var|${CSHARP_COLLECTION}) (\w{1,60}) ?= ?new ?(?:${CSHARP_COLLECTION})?\(`,
    'gm',
  ),
  writes: writing(
    'Add|TryAdd|AddOrUpdate|GetOrAdd|Remove|RemoveAt|TryRemove|TryUpdate|Clear|Enqueue|Push|Pop|TryDequeue|Dequeue|Insert|AddRange',
    '\\??\\.',
  ),
  before: /(?:\+\+|--|\bref )$/,
};

export const goState: State = {
  declared:
    /^(?:var )?(?:(?<=^var )|\t)([A-Za-z_]\w{0,60})[ \t]{1,9}(?:= ?(?:make\((?:map|\[\])|map\[[^\n{]{1,120}\{\}|\[\][\w.*]{1,60}\{\})|(?:map\[|\[\]\w|sync\.Map|u?int(?:32|64)?[ \t]?$|atomic\.\w))/gm,
  writes: writing('Store|LoadOrStore|LoadAndDelete|Delete|Add|Swap|CompareAndSwap|Range', '\\.'),
  before: /(?:\bdelete\(|&)$/,
};

/** Static properties live on from request to request where a server of PHP's own answers them. */
export const phpState: State = {
  declared:
    /^[ \t]{1,20}(?:(?:private|protected|public|readonly) ){0,3}static (?:(?:private|protected|public) )?(?:\??(?:array|int) )?(\$\w{1,60}) ?= ?(?:\[\]|array\(\)|0)\s?;/gm,
  writes: new RegExp(String.raw`^(?:${ASSIGNED}|(?:\[[^\]\n]{0,80}\]){1,3}${ASSIGNED})`),
  before: /(?:\+\+|--|unset\()(?:self|static)::$/,
};

const LOCKED = String.raw`(?:\s{0,40}\.\s{0,3}(?:lock|write|read|borrow_mut|get_mut|get_or_init|await|unwrap|expect|load)(?:\([^)\n]{0,60}\))?\??){0,6}`;
export const rustState: State = {
  declared:
    /^(?:pub(?:\(crate\))? )?static (?:mut )?([A-Z_]\w{0,60}): [^=;\n]{0,160}(?:Mutex|RwLock|DashMap|Atomic(?:U|I)\w{1,5})\b[^=;\n]{0,120}=/gm,
  writes: writing(
    'insert|push|remove|clear|entry|extend|push_back|pop_front|fetch_add|fetch_sub|store|swap|retain|drain',
    '\\s{0,40}\\.\\s{0,3}',
    LOCKED,
  ),
};
