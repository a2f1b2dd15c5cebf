import type { DependencyKind, ManifestFormat } from '../../core/manifest';
import cargoToml from '../../core/manifests/cargo-toml';
import composerJson from '../../core/manifests/composer-json';
import condaEnvironment from '../../core/manifests/conda-environment';
import csproj from '../../core/manifests/csproj';
import directoryPackages from '../../core/manifests/directory-packages-props';
import gemfile from '../../core/manifests/gemfile';
import gemspec from '../../core/manifests/gemspec';
import goMod from '../../core/manifests/go-mod';
import goWork from '../../core/manifests/go-work';
import gradle from '../../core/manifests/gradle';
import gradleCatalog from '../../core/manifests/gradle-catalog';
import packageJson from '../../core/manifests/package-json';
import pipfile from '../../core/manifests/pipfile';
import pnpmWorkspace from '../../core/manifests/pnpm-workspace';
import pomXml from '../../core/manifests/pom-xml';
import pyprojectToml from '../../core/manifests/pyproject-toml';
import requirementsTxt from '../../core/manifests/requirements-txt';
import setupCfg from '../../core/manifests/setup-cfg';
import setupPy from '../../core/manifests/setup-py';

export interface ManifestCase {
  readonly format: ManifestFormat;
  readonly path: string;
  readonly texts: readonly string[];
  /** Names as this format writes them; none where it takes no declaration. */
  readonly names?: readonly string[];
  /** The kinds it can tell apart. */
  readonly kinds?: readonly DependencyKind[];
}

const MAVEN_NAMES = ['a.b:aaa', 'org.redis:hiredis', 'z:zzz'];

/** Each manifest format with texts that it reads, for tests of what holds for all of them. */
export const MANIFEST_CASES: readonly ManifestCase[] = [
  {
    format: gemfile,
    path: 'Gemfile',
    texts: [
      "source 'https://x'\n\ngem 'puma', '~> 6.0'\ngem 'rails', '>= 7', '< 9' # web\n\ngroup :development, :test do\n  gem 'rspec-rails'\n  gem 'debug', platforms: [:mri]\nend\n",
      'gem "pg",\r\n    "~> 1.5"\r\ngem "rack"\r\n',
      'if ENV["X"]\n  gem "foreman", group: :development\nend\n',
      '',
    ],
  },
  {
    format: gemspec,
    path: 'shop.gemspec',
    texts: [
      "Gem::Specification.new do |s|\n  s.name = 'shop'\n  s.add_dependency 'rack', '>= 2'\n  s.add_development_dependency('rspec', '~> 3')\nend\n",
    ],
    names: [],
  },
  {
    format: composerJson,
    path: 'composer.json',
    texts: [
      '{\n    "name": "a/b",\n    "type": "project",\n    "require": {\n        "php": "^8.2",\n        "laravel/framework": "^11.0"\n    },\n    "require-dev": {\n        "phpunit/phpunit": "^11"\n    },\n    "autoload": {}\n}\n',
      '{}',
      '{"require":{"monolog/monolog":"3.*"},"scripts":{"test":["@php x","phpunit"],"post":"App\\\\Kernel::run"}}',
    ],
    names: ['a/aaa', 'predis/predis', 'z/zzz'],
  },
  {
    format: goMod,
    path: 'go.mod',
    texts: [
      'module example.com/shop\n\ngo 1.24\n\nrequire (\n\tgithub.com/lib/pq v1.10.9\n\tgolang.org/x/net v0.30.0 // web\n)\n\nrequire github.com/x/y v0.1.0 // indirect\n\nreplace github.com/x/y => ../y\n',
      'module m\r\n\r\nrequire github.com/lib/pq v1.10.9\r\n',
      '',
    ],
    names: ['example.com/aaa', 'github.com/redis/go-redis/v9', 'zz.org/zzz'],
    kinds: ['runtime'],
  },
  {
    format: cargoToml,
    path: 'Cargo.toml',
    texts: [
      '[package]\nname = "shop"\n\n[dependencies]\naxum = "0.8"\ntokio = { version = "1", features = ["full"] }\n\n[dev-dependencies]\nreqwest = "0.12"\n\n[dependencies.sqlx]\nversion = "0.8"\n',
      '[workspace]\nmembers = ["crates/*"]\n',
      '',
    ],
  },
  {
    format: pomXml,
    path: 'pom.xml',
    texts: [
      '<project>\n  <artifactId>shop</artifactId>\n  <dependencies>\n    <dependency>\n      <groupId>org.springframework.boot</groupId>\n      <artifactId>spring-boot-starter-web</artifactId>\n    </dependency>\n    <dependency>\n      <groupId>org.junit</groupId>\n      <artifactId>junit</artifactId>\n      <version>4.13</version>\n      <scope>test</scope>\n    </dependency>\n  </dependencies>\n</project>\n',
    ],
    names: MAVEN_NAMES,
  },
  {
    format: gradle,
    path: 'build.gradle',
    texts: [
      "plugins {\n    id 'org.springframework.boot' version '3.4.0'\n}\n\ndependencies {\n    implementation 'org.postgresql:postgresql:42.7.4'\n    implementation platform('a.b:bom:1')\n    testImplementation 'org.junit.jupiter:junit-jupiter'\n    runtimeOnly group: 'com.h2database', name: 'h2', version: '2.3'\n}\n",
      'dependencies {\n    implementation("io.ktor:ktor-server-core:3.0.0")\n    testImplementation("x:y:1")\n}\n',
    ],
    names: MAVEN_NAMES,
  },
  {
    format: gradleCatalog,
    path: 'gradle/libs.versions.toml',
    texts: [
      '[versions]\nktor = "3.0.0"\n\n[libraries]\ncore = { module = "io.ktor:ktor-server-core", version.ref = "ktor" }\nh2 = "com.h2database:h2:2.3"\npg = { group = "org.postgresql", name = "postgresql", version = "42" }\n',
    ],
    names: [],
  },
  {
    format: csproj,
    path: 'Web.csproj',
    texts: [
      '\ufeff<Project Sdk="Microsoft.NET.Sdk.Web">\r\n  <ItemGroup>\r\n    <PackageReference Include="MediatR" Version="12.0.0" />\r\n    <PackageReference Include="Serilog" />\r\n  </ItemGroup>\r\n</Project>\r\n',
    ],
    kinds: ['runtime'],
  },
  {
    format: directoryPackages,
    path: 'Directory.Packages.props',
    texts: [
      '<Project>\n  <ItemGroup>\n    <PackageVersion Include="MediatR" Version="12.0.0" />\n  </ItemGroup>\n</Project>\n',
    ],
    names: [],
  },
  {
    format: packageJson,
    path: 'package.json',
    texts: [
      '{\n  "name": "a",\n  "dependencies": {\n    "express": "^4.0.0",\n    "zod": "3"\n  },\n  "devDependencies": {}\n}\n',
      '{"name":"a","scripts":{"start":"node ."}}',
      '{\r\n\t"name": "a",\r\n\t"dependencies": {\r\n\t\t"zod": "3",\r\n\t\t"express": "4"\r\n\t}\r\n}',
      '{}',
      '\ufeff{\n    "devDependencies": { "a": "1" }\n}',
    ],
  },
  {
    format: pyprojectToml,
    path: 'pyproject.toml',
    texts: [
      '[project]\nname = "a"\ndependencies = [\n    "flask>=2",  # web\n    "requests[socks]>=2; python_version < \\"3.9\\"",\n]\n\n[tool.x]\n',
      '[project]\nname = "a"\ndependencies = ["flask", "redis"]\n[dependency-groups]\ndev = ["pytest"]\n',
      "[project]\r\ndependencies = [\r\n  'zope.interface',\r\n  'flask' # last\r\n]\r\n",
      '[project]\nname = "a"',
      '[tool.poetry]\nname = "a"\n\n[tool.poetry.dependencies]\npython = "^3.11"\ndjango = "^4"\nredis = {version = "5", optional = true}\n\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n',
      '[tool.poetry]\nname = "a"\n',
      '[project]\ndependencies = []\n[tool.uv]\ndev-dependencies = []\n',
    ],
  },
  {
    format: requirementsTxt,
    path: 'requirements.txt',
    kinds: ['runtime'],
    texts: [
      '',
      'flask==2.0\nredis>=4 # cache\n',
      'zope\r\nflask',
      '-r base.txt\n# web\nDjango ~= 4.2 ; python_version > "3"\n',
    ],
  },
  {
    format: pipfile,
    path: 'Pipfile',
    texts: [
      '[[source]]\nurl = "https://x"\n\n[packages]\nflask = "*"\nredis = {version = ">=4", extras = ["x"]}\n\n[dev-packages]\n',
      '',
    ],
  },
  {
    format: setupCfg,
    path: 'setup.cfg',
    texts: [
      '[metadata]\nname = a\n\n[options]\ninstall_requires =\n    flask>=2\n    redis\ntests_require =\n    pytest\n',
    ],
  },
  {
    format: setupPy,
    path: 'setup.py',
    texts: [
      "from setuptools import setup\nsetup(\n    name='a',\n    install_requires=[\n        'flask>=2',\n        'redis',\n    ],\n    tests_require=['pytest'],\n)\n",
      'setup(install_requires=["b", "a"], tests_require=[])',
    ],
  },
  {
    format: condaEnvironment,
    path: 'environment.yml',
    texts: [
      'name: shop\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.12\n  - numpy=1.26=py312\n  - conda-forge::pandas >=2\n  - scikit-learn\n  - pip:\n      - Flask-Login==0.6\n      - -r requirements.txt\n      - -e .\n',
      'dependencies: [numpy, "scipy>=1"]\r\n',
      '',
    ],
    names: [],
  },
  {
    format: goWork,
    path: 'go.work',
    texts: [
      'go 1.24\n\nuse (\n\t./api\n\t../shared // ours\n)\n\nreplace example.com/x v1.0.0 => ./x\n',
      'use .\r\n',
    ],
    names: [],
  },
  {
    format: pnpmWorkspace,
    path: 'pnpm-workspace.yaml',
    texts: [
      "packages:\n  - 'packages/*'\ncatalog:\n  react: ^19.0.0\ncatalogs:\n  old:\n    react: ^18\noverrides:\n  '@a/b': 1.0.0\n",
      '',
    ],
    names: [],
  },
];
