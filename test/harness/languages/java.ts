import type { LanguageFixture } from './fixture';

const inClass = (member: string): string => `class A {\n  ${member}\n}\n`;
const inMain = (statement: string): string => inClass(`void main() {\n    ${statement}\n  }`);
const withImport = (name: string, statement: string): string => `import ${name};\n\n${inMain(statement)}`;

/** A key of the app's configuration, as Spring writes it. */
const key = (inside: string): string => `$\{${inside}}`;

const fixture: LanguageFixture = {
  imports: [
    {
      text: 'import java.util.logging.FileHandler;',
      module: 'java.util.logging.FileHandler',
      names: { FileHandler: 'java.util.logging.FileHandler' },
    },
    { text: 'import java.io.*;', module: 'java.io', names: { '*': 'java.io' } },
    {
      text: 'import static java.lang.System.getenv;',
      module: 'java.lang.System.getenv',
      names: { getenv: 'java.lang.System.getenv' },
    },
    { text: 'import static spark.Spark.*;', module: 'spark.Spark', names: { '*': 'spark.Spark' } },
    {
      text: '// Copyright\npackage a.b;\n\n/* import java.net.URL; */ import java.io.File;',
      module: 'java.io.File',
      names: { File: 'java.io.File' },
    },
    {
      text: 'package a;\nimport java.io.\nimport java.io.File;',
      module: 'java.io.File',
      names: { File: 'java.io.File' },
    },
  ],
  noImports: [
    'package a;\n\n// import java.io.File;\n',
    '/*\nimport java.io.File;\n*/\nclass A {}\n',
    'class A {\n  String text = """\nimport java.io.File;\n""";\n}\n',
    'package important;\n\nclass A {}\n',
  ],
  callees: {
    'as it is': [inMain('System.«setOut»(out);'), 'System.setOut'],
    'import alias': [
      withImport('static java.lang.System.setOut', '«setOut»(out);'),
      'java.lang.System.setOut',
    ],
    member: [
      withImport('java.util.logging.Logger', 'Logger.global.«addHandler»(h);'),
      'java.util.logging.Logger.global.addHandler',
    ],
    'module alias': [withImport('java.io.FileWriter', 'new «FileWriter»("data.log");'), 'java.io.FileWriter'],
    destructuring: [inMain('new java.io.«FileWriter»("data.log");'), 'java.io.FileWriter'],
    'member alias': [
      withImport('a.Server', 'var events = Server.events;\n    events.«listen»();'),
      'a.Server.events.listen',
    ],
    'one-hop constant': [
      withImport('a.Server', 'for (Server<A> server : servers) server.«listen»();'),
      'a.Server().listen',
    ],
    'made by a call': [
      withImport('io.undertow.Undertow', 'Undertow.builder().«addHttpListener»(3000, "0.0.0.0");'),
      'io.undertow.Undertow.builder().addHttpListener',
    ],
    'made by a call, in a constant': [
      withImport(
        'com.sun.net.httpserver.HttpServer',
        'HttpServer s = HttpServer.create(a, 0);\n    s.«start»();',
      ),
      'com.sun.net.httpserver.HttpServer.create().start',
    ],
    'unknown base': [inMain('run(app -> app.«run»(3000));'), '?app.run'],
    'bound twice': [
      withImport('a.App', 'var app = new App();\n    app = other();\n    app.«run»(3000);'),
      '?app.run',
    ],
    'bound by a parameter': [
      `import a.Server;\n\n${inClass('private final Server server;\n  void run() { this.server.«start»(); }')}`,
      'a.Server().start',
    ],
    'bound in another function too': [
      inClass('void a() { var app = new a.App(); app.«run»(); }\n  void b(b.App app) { app = other(); }'),
      'a.App().run',
    ],
    'bound outside of its function': [
      inClass('private a.App app;\n  void a() { app.«run»(); }\n  void b() { String app = "x"; }'),
      'a.App().run',
    ],
    'end of a long row of calls': [
      withImport('x.X', 'new X().a(1).b().c(2).d().e().«f»();'),
      'x.X().a().b().c().d().e().f',
    ],
  },
  options: [
    inMain('serve.«run»(Map.of("port", 3000));'),
    inMain('serve.«run»(Map.of("host", host, "port", 3_000));'),
    inClass('static final int PORT = 0xBB8;\n  void run() { serve.«run»(Map.of("port", PORT)); }'),
    inMain('serve.«run»(Collections.singletonMap("port", (short) 3000));'),
    inMain('var options = Map.of("port", 3000L);\n    serve.«run»(options);'),
    '@«Serve»(port = 3000)\nclass A {}\n',
  ],
  arguments: [
    inMain('log.«to»("data.log");'),
    inMain('log.«to»("data" + "." + "log", 1);'),
    inMain('log.«to»("""\n      data.\\\n      log""");'),
    inMain('log.«to»(("data.log") /* here */);'),
    inMain('log.«to»((String) Optional.of("data.log"));'),
    inMain('String file = "data.log";\n    log.«to»(file);'),
    inClass('private static final String FILE = "data.log";\n  void run() { log.«to»(FILE); }'),
    inClass('private final String file = "data.log";\n  A() { log.«to»(this.file); }'),
    '@«Log»("data.log")\nclass A {}\n',
    '@a.«Log»(/* here */ "data.log")\nclass A {}\n',
  ],
  envReads: [
    { marked: inMain('use(«System.getenv("LEVEL")»);'), name: 'LEVEL' },
    { marked: inMain('use(«java.lang.System.getenv("LEVEL")»);'), name: 'LEVEL' },
    { marked: withImport('static java.lang.System.getenv', 'use(«getenv("LEVEL")»);'), name: 'LEVEL' },
    { marked: inMain('use(«System.getenv().get("LEVEL")»);'), name: 'LEVEL' },
    {
      marked: inMain('var env = System.getenv();\n    use(«env.get("LEVEL")»);'),
      name: 'LEVEL',
      treeOnly: true,
    },
    { marked: inMain('String level = System.getenv("LEVEL");\n    use(«level»);'), name: 'LEVEL' },
    { marked: inMain('use(«System.getenv("LEVEL").trim()»);'), name: 'LEVEL' },
    { marked: inMain('use(«Objects.requireNonNull(System.getenv("LEVEL"))»);'), name: 'LEVEL' },
    {
      marked: inMain('use(«System.getenv().getOrDefault("LEVEL", "info")»);'),
      name: 'LEVEL',
      fallback: 'info',
    },
    {
      marked: inMain('use(«Objects.requireNonNullElse(System.getenv("LEVEL"), "info")»);'),
      name: 'LEVEL',
      fallback: 'info',
    },
    {
      marked: inMain('use(«on ? System.getenv("LEVEL") : "info"»);'),
      name: 'LEVEL',
      fallback: 'info',
    },
    { marked: inMain('use(«Optional.ofNullable(System.getenv("LEVEL")).orElse("info")»);'), name: 'LEVEL' },
    {
      marked: withImport('io.github.cdimascio.dotenv.Dotenv', 'use(«Dotenv.load().get("LEVEL", "info")»);'),
      name: 'LEVEL',
      fallback: 'info',
      treeOnly: true,
    },
    {
      marked: withImport(
        'io.github.cdimascio.dotenv.Dotenv',
        'Dotenv dotenv = Dotenv.load();\n    use(«dotenv.get("LEVEL")»);',
      ),
      name: 'LEVEL',
    },
    {
      marked: `import org.springframework.core.env.Environment;\n\n${inClass(
        'Environment env;\n  void run() { use(«env.getProperty("LEVEL", "info")»); }',
      )}`,
      name: 'LEVEL',
      fallback: 'info',
    },
    {
      marked: inClass(`@Value("${key('LEVEL:info')}") private String level;\n  void run() { use(«level»); }`),
      name: 'LEVEL',
      fallback: 'info',
    },
    {
      marked: inClass(
        '@ConfigProperty(name = "LEVEL", defaultValue = "info") String level;\n  void run() { use(«level»); }',
      ),
      name: 'LEVEL',
      fallback: 'info',
    },
    {
      marked: inClass(`A(@Value("${key('app.level')}") int level) { use(«level»); }`),
      name: 'app.level',
      treeOnly: true,
    },
  ],
  reads: [
    [
      inMain(
        'use(System.getenv("A"), System.getenv().getOrDefault("B", "x"), Optional.ofNullable(System.getenv("C")).orElse("x"));',
      ),
      { A: 'required', B: 'default', C: 'default' },
    ],
    [
      inMain(
        'if (System.getenv("A") != null) {}\n    if ("x".equals(System.getenv("B"))) {}\n    boolean c = Boolean.parseBoolean(System.getenv("C"));',
      ),
      { A: 'default', B: 'default', C: 'default' },
    ],
    [
      inClass(
        `@Value("\${A_A}")\n  String a;\n  @Value("\${B_B:x}")\n  String b;\n  @ConfigProperty(name = "C_C", defaultValue = "x")\n  String c;\n  @Option(defaultValue = "\${env:D_D:-x}")\n  String d;`,
      ),
      { A_A: 'required', B_B: 'default', C_C: 'default', D_D: 'default' },
    ],
    [
      inMain(
        'env.getProperty("A_A");\n    env.getProperty("B_B", "x");\n    environment.getRequiredProperty("C_C");',
      ),
      { A_A: 'required', B_B: 'default', C_C: 'required' },
    ],
  ],
  noEnvReads: [
    inMain('env.put("LEVEL", "debug");'),
    inMain('System.getProperty("LEVEL");'),
    inMain('getenvironment("LEVEL");'),
  ],
  holders: {
    variable: [
      [inMain('String dbHost = «"db.internal"»;'), { name: 'dbHost', kind: 'variable', owner: undefined }],
      [
        inMain('String dbHost = other ? host : («"db.internal"»);'),
        { name: 'dbHost', kind: 'variable', owner: undefined },
      ],
      [
        inMain('String dbHost = «"db.internal"» + suffix;'),
        { name: 'dbHost', kind: 'variable', owner: undefined },
      ],
      [inMain('dbHost = «"db.internal"»;'), { name: 'dbHost', kind: 'variable', owner: undefined }],
    ],
    attribute: [
      [
        inClass('static final String DB_HOST = «"db.internal"»;'),
        { name: 'DB_HOST', kind: 'attribute', owner: undefined },
      ],
      [inMain('settings.host = «"db.internal"»;'), { name: 'host', kind: 'attribute', owner: 'settings' }],
      [inMain('this.db.host = «"db.internal"»;'), { name: 'host', kind: 'attribute', owner: 'db' }],
      [inMain('this.host = «"db.internal"»;'), { name: 'host', kind: 'attribute', owner: undefined }],
      [inMain('db.setHost(«"db.internal"»);'), { name: 'host', kind: 'attribute', owner: 'db' }],
    ],
    key: [
      [inMain('db.put("host", «"db.internal"»);'), { name: 'host', kind: 'key', owner: 'db' }],
      [inMain('this.db.setProperty("host", «"db.internal"»);'), { name: 'host', kind: 'key', owner: 'db' }],
    ],
    argument: [
      [
        inClass(`@Value(«"${key('server.port:8080')}"») int port;`),
        { name: 'Value', kind: 'argument', owner: undefined },
      ],
      [
        '@a.Roles(value = {«"db.internal"»})\nclass A {}\n',
        { name: 'Roles', kind: 'argument', owner: undefined },
      ],
      ['@Db(host = «"db.internal"»)\nclass A {}\n', { name: 'host', kind: 'argument', owner: 'Db' }],
    ],
    parameter: [],
  },
  unheld: [
    inMain('connect(«"db.internal"»);'),
    inMain('boolean is = host.equals(«"db.internal"»);'),
    inMain('boolean is = host == «"db.internal"»;'),
    inMain('db.put(«"db.internal"», host);'),
  ],
  given: [
    inMain('String password = «"x9!kq7"»;'),
    inClass('private static final String password = «"x9!kq7"»;'),
    inMain('this.password = «"x9!kq7"»;'),
    inMain('db.password = «"x9!kq7"»;'),
    inMain('password = on ? other : «"x9!kq7"»;'),
    inMain('db.put("password", «"x9!kq7"»);'),
    '@Db(password = «"x9!kq7"»)\nclass A {}\n',
  ],
  fallbacks: [
    inMain('use(System.getenv().getOrDefault("A", «"x"»));'),
    inMain('use(System.getenv("A") != null ? System.getenv("A") : «"x"»);'),
  ],
  noFallbacks: [inMain('use(System.getenv("A"), «"x"»);')],
  inFunction: inClass('void start() {\n    list.forEach(one -> use(one, «"x"»));\n  }'),
  inTry: inMain('try (var a = b()) { use(«"x"»); }'),
  notInTry: inMain('try { other(); } catch (IOException | Error e) { throw e; }\n    use(«"x"»);'),
  handlers: [
    inClass('@GetMapping("/x")\n  public String show() { return use(«"x"»); }'),
    inClass('@GET\n  @Path("/x")\n  public String show() { return use(«"x"»); }'),
    inClass('protected void doGet(HttpServletRequest a, HttpServletResponse b) { use(«"x"»); }'),
  ],
  noHandlers: [
    inClass('public String show() { return use(«"x"»); }'),
    inClass('@Override\n  public String get() { return use(«"x"»); }'),
  ],
  decorated: [
    [inClass('@«Scheduled»(cron = "x")\n  void run() {}'), 'run'],
    ['@«RestController»\nclass A {}\n', 'A'],
    [inClass('@«PreDestroy»\n  public void stop() {}'), 'stop'],
  ],
  handing: [
    [
      inMain('Runtime.getRuntime().«addShutdownHook»(new Thread(() -> { server.stop(); System.exit(0); }));'),
      ['server.stop', 'System.exit'],
    ],
    [inMain('Signal.«handle»(new Signal("TERM"), s -> server.stop());'), ['server.stop']],
  ],
  comparisons: [
    [inMain('if (System.getenv("MODE").equals(«"prod"»)) { run1(); } else { run2(); }'), 'run1'],
    [inMain('if («"prod"».equals(System.getenv("MODE"))) run1();'), 'run1'],
    [inMain('var a = Objects.equals(System.getenv("MODE"), «"prod"») ? run1() : run2();'), 'run1'],
    [inMain('switch (System.getenv("MODE")) {\n      case «"prod"»:\n        run1();\n    }'), 'run1'],
    [
      inMain('var a = switch (System.getenv("MODE")) { case «"prod"» -> run1(); default -> run2(); };'),
      'run1',
    ],
  ],
  unequal: [inMain('if (System.getenv("MODE") != «"prod"») { run(); }')],
  noComparisons: [inMain('use(System.getenv("MODE"), «"prod"»);')],
  statement: (expression) => inMain(`var value = ${expression};`),
  readEnv: [
    [inMain('String a = «"x"»;'), inMain('String a = System.getenv("NAME");')],
    [inMain('use(«"""\n  x\n  """»);'), inMain('use(System.getenv("NAME"));')],
  ],
  loadEnv: [[inMain('run();'), inMain('run();')]],
  movable: [
    [inMain('String a = «"x"»;'), 'System.getenv("NAME")'],
    [inMain('use(«3000»);'), 'Integer.parseInt(System.getenv("NAME"))'],
    [inMain('use(«0.5» * 2);'), 'Double.parseDouble(System.getenv("NAME"))'],
    [inMain('use(a && «true»);'), 'Boolean.parseBoolean(System.getenv("NAME"))'],
    [inMain('use((short) «3000»);'), 'Integer.parseInt(System.getenv("NAME"))'],
    [inMain('use(a -> «"x"».equals(a));'), 'System.getenv("NAME")'],
    [inClass('private static final String A = «"x"»;'), 'System.getenv("NAME")'],
    [inClass('@Bean(name = B) String a = «"x"»;'), 'System.getenv("NAME")'],
    [inClass('@Bean(name = "A") String a() {\n    return on ? «"x"» : "A";\n  }'), 'System.getenv("NAME")'],
  ],
  immovable: [
    '@Bean(«"x"»)\nclass A {}\n',
    '@Bean(name = {«"x"»})\nclass A {}\n',
    '@interface A {\n  String a() default «"x"»;\n}\n',
    inMain('switch (a) { case «"x"»: break; }'),
    inMain('use(switch (a) { case «3000» -> 1; default -> 2; });'),
    inClass('static final String A = «"x"»;\n  @Bean(A) void run() {}'),
    inClass('static final String A = «"x"»;\n  void run() { switch (a) { case A: break; } }'),
    'interface A {\n  String NAME = «"x"»;\n  @Bean(name = NAME) void run();\n}\n',
    inMain('short port = «3000»;'),
    inMain('use(«3000L»);'),
    inMain('use(«0.5f»);'),
    inMain("use(«'x'»);"),
    inMain('use("«x»");'),
  ],
  literals: [
    ['"plain"', 'plain'],
    ['""', ''],
    ['"it\'s \\"so\\""', 'it\'s "so"'],
    ['"a\\nb\\tc\\rd\\\\"', 'a\nb\tc\rd\\'],
    ['"\\u00e9\\uuu00e9\\uD83D\\uDE00"', 'éé😀'],
    ['"\\\\u00e9"', '\\u00e9'],
    ['"\\101\\7\\400\\s\\b\\f"', 'A\x07 0 \b\f'],
    ['"\\u0022"', undefined],
    ['"\\u005cn"', undefined],
    ['"""\n      a\n        b  \n      c"""', 'a\n  b\nc'],
    ['"""\n      a\n    b\n  """', '    a\n  b\n'],
    ['"""\r\n      a\r\n      """', 'a\n'],
    ['"""\n  a \\\n  "b"\\s\n  \\"""c"""', 'a "b" \n"""c'],
    ['3000', '3000'],
    ['1_000', '1000'],
    ['0x1F', '31'],
    ['0xFFFFFFFF', '-1'],
    ['017', '15'],
    ['0b11', '3'],
    ['2147483648', undefined],
    ['5L', undefined],
    ['1e3', '1000.0'],
    ['.5', '0.5'],
    ['5d', '5.0'],
    ['1.5f', undefined],
    ["'a'", undefined],
    ['true', 'true'],
    ['null', undefined],
  ],
};

export default fixture;
