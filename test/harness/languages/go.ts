import type { LanguageFixture } from './fixture';

const inMain = (statement: string): string => `package main\n\nfunc main() {\n\t${statement}\n}\n`;
const withImport = (paths: string, statement: string): string =>
  `package main\n\nimport ${paths}\n\nfunc main() {\n\t${statement}\n}\n`;
const os = (statement: string): string => withImport('"os"', statement);

const fixture: LanguageFixture = {
  imports: [
    { text: 'import "net/http"', module: 'net/http', names: { http: 'net/http' } },
    { text: 'import h "net/http"', module: 'net/http', names: { h: 'net/http' } },
    { text: 'package a; import (\n\th `net/http` // web\n)', module: 'net/http', names: { h: 'net/http' } },
    { text: 'import . "net/http"', module: 'net/http', names: { '*': 'net/http' } },
    { text: 'import _ "net/http"', module: 'net/http', names: {} },
    {
      text: '// Package a is here.\npackage a\n\n/* import "x" */\nimport "github.com/labstack/echo/v4"',
      module: 'github.com/labstack/echo/v4',
      names: { echo: 'github.com/labstack/echo', v4: 'github.com/labstack/echo' },
    },
    {
      text: 'import "github.com/labstack/echo/v4/middleware"',
      module: 'github.com/labstack/echo/v4/middleware',
      names: { middleware: 'github.com/labstack/echo/middleware' },
    },
    { text: 'import "gopkg.in/yaml.v3"', module: 'gopkg.in/yaml.v3', names: { yaml: 'gopkg.in/yaml' } },
    {
      text: 'import "github.com/mattn/go-sqlite3"',
      module: 'github.com/mattn/go-sqlite3',
      names: { sqlite3: 'github.com/mattn/go-sqlite3' },
    },
    {
      text: 'import "github.com/lestrrat-go/file-rotatelogs"',
      module: 'github.com/lestrrat-go/file-rotatelogs',
      names: {
        filerotatelogs: 'github.com/lestrrat-go/file-rotatelogs',
        file_rotatelogs: 'github.com/lestrrat-go/file-rotatelogs',
        rotatelogs: 'github.com/lestrrat-go/file-rotatelogs',
        file: 'github.com/lestrrat-go/file-rotatelogs',
      },
    },
  ],
  noImports: [
    'package a\n\n// import "os"\n',
    'package a\n\nvar text = `\nimport "os"\n`\n',
    'package a\n\n/*\nimport "os"\n*/\n',
    'package a\n\nfunc important() {}\n',
  ],
  callees: {
    'as it is': [withImport('"log"', 'log.«SetOutput»(f)'), 'log.SetOutput'],
    'import alias': [
      withImport('l "github.com/sirupsen/logrus"', 'l.«SetOutput»(f)'),
      'github.com/sirupsen/logrus.SetOutput',
    ],
    member: [withImport('"net/http"', 'http.DefaultClient.«Get»(u)'), 'net/http.DefaultClient.Get'],
    'module alias': [
      withImport('"gopkg.in/natefinch/lumberjack.v2"', '_ = &lumberjack.«Logger»{}'),
      'gopkg.in/natefinch/lumberjack.Logger',
    ],
    destructuring: [withImport('. "net/http"', '«ListenAndServe»(a, nil)'), 'ListenAndServe'],
    'member alias': [
      withImport('"net/http"', 'client := http.DefaultClient\n\tclient.«Get»(u)'),
      'net/http.DefaultClient.Get',
    ],
    'one-hop constant': [
      withImport('"net/http"', 'var serve = http.Serve\n\t«serve»(l, nil)'),
      'net/http.Serve',
    ],
    'made by a call': [
      withImport('"github.com/gin-gonic/gin"', 'gin.Default().«Run»(":3000")'),
      'github.com/gin-gonic/gin.Default().Run',
    ],
    'made by a call, in a constant': [
      withImport('"net"', 'l, err := net.Listen("tcp", ":1")\n\tl.«Accept»()'),
      'net.Listen().Accept',
    ],
    'unknown base': ['package a\n\nfunc run(a interface{}) {\n\ta.«Run»()\n}\n', '?a.Run'],
    'bound twice': [withImport('"net"', 'l := net.Pipe()\n\tl = other()\n\tl.«Close»()'), '?l.Close'],
    'bound by a parameter': [
      'package a\n\nimport "net"\n\nfunc run(net func() int) {\n\tnet.«Listen»()\n}\n',
      '?net.Listen',
    ],
    'bound in another function too': [
      'package a\n\nimport "net"\n\nfunc a() {\n\tl := net.Pipe()\n\tl.«Close»()\n}\n\nfunc b(l int) {\n\tl = other()\n}\n',
      'net.Pipe().Close',
    ],
    'bound outside of its function': [
      'package a\n\nimport "net"\n\nvar l net.Conn\n\nfunc a() {\n\tl.«Close»()\n}\n\nfunc b() {\n\tl := 3\n\tuse(l)\n}\n',
      'net.Conn().Close',
    ],
    'end of a long row of calls': [
      withImport('"x"', 'x.New().A(1).B().C(2).D().E().«F»()'),
      'x.New().A().B().C().D().E().F',
    ],
  },
  options: [
    inMain('serve.Run(serve.«Options»{port: 3000})'),
    inMain('_ = &serve.«Options»{host: a, port: 3_000}'),
    inMain('const port = 0xBB8\n\t_ = «Options»{port: port}'),
    inMain('_ = []*Options{&«Options»{port: int(3000)}}'),
    inMain('use.«Map»(map[string]int{"port": 3000})'),
    inMain('settings := Settings{Web: Web{Port: 3000}}\n\t_ = «Options»{port: settings.Web.Port}'),
  ],
  arguments: [
    inMain('log.«To»("data.log")'),
    inMain('log.«To»(`data.log`)'),
    inMain('log.«To»([]byte("data.log"))'),
    inMain('log.«To»("data" + "." + `log`)'),
    inMain('const file = "data.log"\n\tlog.«To»(file)'),
    inMain('file := "data.log"\n\tagain := file\n\tlog.«To»(again)'),
    inMain('a, file := "x", "data.log"\n\tlog.«To»(file)'),
    inMain('log.«To»[string](("data.log"))'),
    inMain('log.«To»(fmt.Sprintf("data.log"))'),
  ],
  envReads: [
    { marked: os('use(«os.Getenv("LEVEL")»)'), name: 'LEVEL' },
    { marked: withImport('sys "os"', 'use(«sys.Getenv("LEVEL")»)'), name: 'LEVEL' },
    {
      marked: withImport('"syscall"', 'level, ok := syscall.Getenv("LEVEL")\n\tuse(«level»)'),
      name: 'LEVEL',
    },
    { marked: os('level, ok := os.LookupEnv("LEVEL")\n\tuse(«level»)'), name: 'LEVEL' },
    { marked: os('use(«[]byte(os.Getenv("LEVEL"))»)'), name: 'LEVEL' },
    { marked: os('use(«cmp.Or(os.Getenv("LEVEL"), "info")»)'), name: 'LEVEL', fallback: 'info' },
    { marked: inMain('use(«getEnv("LEVEL", "info")»)'), name: 'LEVEL', fallback: 'info' },
    { marked: inMain('use(«config.GetEnvAsInt("LEVEL", 3000)»)'), name: 'LEVEL', fallback: 3000 },
    { marked: withImport('"github.com/spf13/viper"', 'use(«viper.GetString("LEVEL")»)'), name: 'LEVEL' },
    { marked: os('const name = "LEVEL"\n\tuse(«os.Getenv(name)»)'), name: 'LEVEL', treeOnly: true },
  ],
  reads: [
    [
      inMain(
        'use(os.Getenv("A"), getEnv("B", "x"), cmp.Or(os.Getenv("C"), "x"))\n\tv, ok := os.LookupEnv("D")',
      ),
      { A: 'required', B: 'default', C: 'default', D: 'default' },
    ],
    [
      inMain('if os.Getenv("A") == "x" {\n\t}\n\tif b := os.Getenv("B"); b != "" {\n\t}'),
      { A: 'default', B: 'default' },
    ],
    [
      'package a\n\ntype C struct {\n\tA string `env:"A,required"`\n\tB int `env:"B" envDefault:"3000"`\n\tC int `envconfig:"C" required:"true"`\n\tD int `envconfig:"D" default:"1"`\n\tE int `env:"E"`\n}\n',
      { A: 'required', B: 'default', C: 'required', D: 'default', E: 'default' },
    ],
    [inMain('viper.BindEnv("a", "A")\n\tviper.GetString("B")'), { A: 'default', B: 'default' }],
    [inMain('f := cli.StringFlag{EnvVars: []string{"A", "B"}}'), { A: 'default', B: 'default' }],
  ],
  noEnvReads: [
    os('os.Setenv("LEVEL", "debug")'),
    inMain('getEnvironment("LEVEL")'),
    inMain('use(cfg.Env["LEVEL"])'),
    'package a\n\ntype Config struct {\n\tLevel string `json:"LEVEL"`\n}\n',
  ],
  holders: {
    variable: [
      [inMain('dbHost := «"db.internal"»'), { name: 'dbHost', kind: 'variable', owner: undefined }],
      [inMain('var dbHost string = «"db.internal"»'), { name: 'dbHost', kind: 'variable', owner: undefined }],
      [
        'package a\n\nconst (\n\tdbHost = «"db.internal"»\n)\n',
        { name: 'dbHost', kind: 'variable', owner: undefined },
      ],
      [
        inMain('a, dbHost := 1, []byte(«"db.internal"»)'),
        { name: 'dbHost', kind: 'variable', owner: undefined },
      ],
      [inMain('dbHost = cmp.Or(a, «"db.internal"»)'), { name: 'dbHost', kind: 'variable', owner: undefined }],
    ],
    attribute: [
      [inMain('settings.Host = «"db.internal"»'), { name: 'Host', kind: 'attribute', owner: 'settings' }],
      [inMain('a.db.Host = «"db.internal"»'), { name: 'Host', kind: 'attribute', owner: 'db' }],
      [inMain('settings["host"] = «"db.internal"»'), { name: 'host', kind: 'attribute', owner: 'settings' }],
    ],
    key: [
      [inMain('db := Options{Host: «"db.internal"»}'), { name: 'Host', kind: 'key', owner: 'db' }],
      [inMain('all := &All{DB: DB{Host: «"db.internal"»}}'), { name: 'Host', kind: 'key', owner: 'DB' }],
      [
        inMain('db := map[string]string{"host": «"db.internal"»}'),
        { name: 'host', kind: 'key', owner: 'db' },
      ],
      [
        inMain('connect(&redis.Options{Host: «"db.internal"»})'),
        { name: 'Host', kind: 'key', owner: 'redis' },
      ],
    ],
    argument: [],
    parameter: [],
  },
  unheld: [
    inMain('connect(«"db.internal"»)'),
    inMain('use(host == «"db.internal"»)'),
    inMain('_ = map[string]int{«"db.internal"»: 1}'),
    inMain('use([]string{«"db.internal"»})'),
  ],
  given: [
    inMain('password := «"x9!kq7"»'),
    inMain('var a, password = 1, «"x9!kq7"»'),
    'package a\n\nconst password = «"x9!kq7"»\n',
    inMain('db.password = «`x9!kq7`»'),
    inMain('db["password"] = «"x9!kq7"»'),
    inMain('password = []byte(«"x9!kq7"»)'),
    inMain('use(&Options{password: «"x9!kq7"»})'),
    inMain('use(map[string]string{"password": «"x9!kq7"»})'),
  ],
  fallbacks: [],
  noFallbacks: [withImport('"os"', 'use(os.Getenv("A"), «"x"»)')],
  inFunction: 'package a\n\nfunc (s *Server) start() {\n\tgo func() { use(«"x"») }()\n}\n',
  inTry: undefined,
  notInTry: inMain('use(«"x"»)'),
  handlers: [
    'package a\n\nfunc show(w http.ResponseWriter, r *http.Request) {\n\tuse(«"x"»)\n}\n',
    inMain('mux.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) { use(«"x"») })'),
    'package a\n\nfunc (s *Server) show(c *gin.Context) {\n\tuse(«"x"»)\n}\n',
    'package a\n\nfunc show(c echo.Context) error {\n\treturn use(«"x"»)\n}\n',
  ],
  noHandlers: ['package a\n\nfunc show(ctx context.Context) {\n\tuse(«"x"»)\n}\n', inMain('use(«"x"»)')],
  decorated: [],
  handing: [
    [inMain('«go» func() { server.Stop() }()'), ['server.Stop']],
    [inMain('time.«AfterFunc»(1, func() { server.Stop(); os.Exit(0) })'), ['server.Stop', 'os.Exit']],
    [
      'package a\n\nfunc stop() {\n\tserver.Stop()\n}\n\nfunc main() {\n\tonce.«Do»(stop)\n}\n',
      ['server.Stop'],
    ],
  ],
  comparisons: [
    [inMain('if os.Getenv("MODE") == «"prod"» {\n\t\trun1()\n\t} else {\n\t\trun2()\n\t}'), 'run1'],
    [inMain('mode := os.Getenv("MODE")\n\tisProd := mode == «"prod"»'), undefined],
    [inMain('if strings.EqualFold(os.Getenv("MODE"), «"prod"») {\n\t\trun1()\n\t}'), 'run1'],
    [inMain('switch os.Getenv("MODE") {\n\tcase «"prod"»:\n\t\trun1()\n\t}'), 'run1'],
  ],
  unequal: [inMain('if os.Getenv("MODE") != «"prod"» {\n\t\trun()\n\t}')],
  noComparisons: [inMain('use(os.Getenv("MODE"), «"prod"»)')],
  statement: (expression) => inMain(`value := ${expression}\n\tuse(value)`),
  readEnv: [
    ['package a\n\nvar name = «"x"»\n', 'package a\n\nimport "os"\n\nvar name = os.Getenv("NAME")\n'],
    [
      'package a\n\nimport "fmt"\n\nvar name = «"x"»\n',
      'package a\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nvar name = os.Getenv("NAME")\n',
    ],
    [
      'package a\n\nimport "github.com/a/b"\n\nvar name = «"x"»\n',
      'package a\n\nimport (\n\t"os"\n\n\t"github.com/a/b"\n)\n\nvar name = os.Getenv("NAME")\n',
    ],
    [
      'package a\n\nimport (\n\t"fmt"\n\t"strings" // text\n\n\t"github.com/a/b"\n)\n\nvar name = «"x"»\n',
      'package a\n\nimport (\n\t"fmt"\n\t"os"\n\t"strings" // text\n\n\t"github.com/a/b"\n)\n\nvar name = os.Getenv("NAME")\n',
    ],
    [
      'package a\n\nimport (\n\t"strings"\n)\n\nvar name = «"x"»\n',
      'package a\n\nimport (\n\t"os"\n\t"strings"\n)\n\nvar name = os.Getenv("NAME")\n',
    ],
    [
      'package a\n\nimport (\n\t"github.com/a/b"\n)\n\nvar name = «"x"»\n',
      'package a\n\nimport (\n\t"os"\n\n\t"github.com/a/b"\n)\n\nvar name = os.Getenv("NAME")\n',
    ],
    [
      'package a\n\nimport sys "os"\n\nvar name = «"x"»\n',
      'package a\n\nimport sys "os"\n\nvar name = sys.Getenv("NAME")\n',
    ],
    [
      'package a\n\nimport "github.com/a/os"\n\nvar name = «"x"»\n',
      'package a\n\nimport (\n\tstdos "os"\n\n\t"github.com/a/os"\n)\n\nvar name = stdos.Getenv("NAME")\n',
    ],
    [
      'package a\n\n// #include <a.h>\nimport "C"\n\nvar name = «"x"»\n',
      'package a\n\n// #include <a.h>\nimport "C"\n\nimport "os"\n\nvar name = os.Getenv("NAME")\n',
    ],
    [
      'package a\r\n\r\nimport (\r\n\t"fmt"\r\n)\r\n\r\nvar name = «"x"»\r\n',
      'package a\r\n\r\nimport (\r\n\t"fmt"\r\n\t"os"\r\n)\r\n\r\nvar name = os.Getenv("NAME")\r\n',
    ],
    [
      'package a\n\nimport (\n\t"os"\n\t"strconv"\n)\n\nvar port = «3000»\n',
      'package a\n\nimport (\n\t"os"\n\t"strconv"\n)\n\nvar port = mustEnvInt("NAME")\n\n' +
        '// mustEnvInt reads a whole number that the environment must hold.\n' +
        'func mustEnvInt(name string) int {\n\tvalue, err := strconv.Atoi(os.Getenv(name))\n' +
        '\tif err != nil {\n\t\tpanic(name + " must be a whole number")\n\t}\n\treturn value\n}\n',
    ],
  ],
  loadEnv: [
    ['package a\n', 'package a\n\nimport _ "github.com/joho/godotenv/autoload"\n'],
    [
      'package a\n\nimport (\n\t"os"\n\n\t"github.com/a/b"\n)\n',
      'package a\n\nimport (\n\t"os"\n\n\t"github.com/a/b"\n\t_ "github.com/joho/godotenv/autoload"\n)\n',
    ],
    [
      'package a\n\nimport (\n\t"os"\n)\n',
      'package a\n\nimport (\n\t"os"\n\n\t_ "github.com/joho/godotenv/autoload"\n)\n',
    ],
  ],
  movable: [
    [os('a := «"x"»'), 'os.Getenv("NAME")'],
    [os('a := []byte(«"x"»)'), 'os.Getenv("NAME")'],
    [os('use(&A{B: «`x`»})'), 'os.Getenv("NAME")'],
    [os('use(a + «"x"»)'), 'os.Getenv("NAME")'],
    [os('a := b && «true»'), '(os.Getenv("NAME") == "true")'],
    [os('var a Level = «"x"»'), 'Level(os.Getenv("NAME"))'],
    [`${os('a := «3000»')}\nfunc mustEnvInt(name string) int {}\n`, 'mustEnvInt("NAME")'],
    [`${os('var a int64 = «3000»')}\nfunc mustEnvInt(name string) int {}\n`, 'int64(mustEnvInt("NAME"))'],
    [`${os('a(«1.5»)')}\nfunc mustEnvFloat(name string) float64 {}\n`, 'mustEnvFloat("NAME")'],
  ],
  immovable: [
    'package a\n\nconst a = «"x"»\n',
    'package a\n\nconst (\n\ta = len(«"x"»)\n)\n',
    'package a\n\nimport «"os"»\n',
    'package a\n\ntype A struct {\n\tB string «`json:"b"`»\n}\n',
    os('switch a {\n\tcase «"x"»:\n\t}'),
    os('_ = map[string]int{«"x"»: 1}'),
    os('var a [«5»]int'),
    os('time.Sleep(«5» * time.Second)'),
    os("use(«'x'»)"),
    os('use(«"\\xff"»)'),
    os('use("«x»")'),
  ],
  literals: [
    ['"plain"', 'plain'],
    ['""', ''],
    ['`it\'s "raw" \\n`', 'it\'s "raw" \\n'],
    ['`a\r\nb`', 'a\nb'],
    ['"a\\nb\\tc\\rd\\\\"', 'a\nb\tc\rd\\'],
    ['"\\u00e9\\U0001F600\\x41\\101"', 'é😀AA'],
    ['"\\a\\b\\f\\v\\""', '\x07\b\f\v"'],
    ['"\\xc3\\xa9"', undefined],
    ['"\\\\xff"', '\\xff'],
    ["'x'", undefined],
    ['3000', '3000'],
    ['3_000', '3000'],
    ['0x1F', '31'],
    ['0644', '420'],
    ['0o17', '15'],
    ['0b11', '3'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.0', '1.0'],
    ['.5', '0.5'],
    ['1e30', '1e+30'],
    ['0x1p4', undefined],
    ['5i', undefined],
    ['true', 'true'],
    ['nil', undefined],
  ],
};

export default fixture;
