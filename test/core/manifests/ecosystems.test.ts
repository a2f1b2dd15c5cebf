import assert from 'node:assert/strict';
import type { Manifest } from '../../../core/manifest';
import { MANIFEST_CASES } from '../../harness/manifest-cases';

function read(id: string, text: string, path?: string): Manifest {
  const found = MANIFEST_CASES.find(({ format }) => format.id === id);
  assert.ok(found, id);
  return found.format.parse(path ?? found.path, text);
}

function spoken({ dependencies }: Manifest): string[] {
  return dependencies.map(({ name, version, kind }) => `${kind} ${name} ${version ?? '-'}`);
}

describe('manifests of Ruby, PHP, Go, Rust, the JVM and .NET', () => {
  it('a Gemfile with groups, conditions, comments and options', () => {
    const text = [
      "source 'https://x' # gem 'no'",
      'gem "rails", "~> 8.0", ">= 8.0.1"',
      "gem('pg')",
      "# gem 'mysql2'",
      "gem 'sidekiq', require: false if ENV['QUEUE']",
      "gem 'debug', group: :development",
      'gem "rubocop", groups: [:development, :test], require: false',
      'group :production do',
      "  gem 'lograge'",
      'end',
      'group :test do',
      '  if RUBY_VERSION > "3"',
      "    gem 'capybara'",
      '  end',
      'end',
      'group :ldap do',
      "  gem 'net-ldap'",
      'end',
      'platforms :mri do',
      "  gem 'bootsnap',",
      "      '>= 1.4'",
      'end',
      "eval_gemfile 'other.rb'",
    ].join('\n');
    const manifest = read('gemfile', text, 'api/Gemfile');
    assert.deepEqual(spoken(manifest), [
      'runtime rails ~> 8.0',
      'runtime pg -',
      'runtime sidekiq -',
      'dev debug -',
      'dev rubocop -',
      'runtime lograge -',
      'dev capybara -',
      'optional net-ldap -',
      'runtime bootsnap >= 1.4',
    ]);
    assert.deepEqual(manifest.includes, ['api/other.rb']);
    assert.ok(read('gemfile', 'gemspec\n').traits.has('published'));
    const spec = read(
      'gemspec',
      "s.name = 'shop'\ns.executables = ['shop']\ns.add_runtime_dependency 'rack'\n",
    );
    assert.deepEqual(
      [spec.name, ...spoken(spec), [...spec.traits]],
      ['shop', 'runtime rack -', ['published', 'command']],
    );
  });

  it('composer.json with scripts and platform packages', () => {
    const manifest = read(
      'composer-json',
      '{"name":"a/shop","type":"library","require":{"php":">=8.1","Ext-Redis":"*","guzzlehttp/guzzle":"^7"},"require-dev":{"phpunit/phpunit":"11"},"suggest":{"ext-apcu":"faster"},"bin":["shop"],"scripts":{"start":"php -S 0.0.0.0:$PORT","post-install-cmd":["@php artisan x","App\\\\Kernel::boot","npm ci"]}}',
    );
    assert.deepEqual(spoken(manifest), [
      'runtime php >=8.1',
      'runtime ext-redis *',
      'runtime guzzlehttp/guzzle ^7',
      'dev phpunit/phpunit 11',
      'optional ext-apcu -',
    ]);
    assert.deepEqual([...manifest.traits], ['published', 'command']);
    assert.deepEqual(
      manifest.scripts.map(({ name, command }) => `${name}: ${command.text}`),
      ['start: php -S 0.0.0.0:$PORT', 'post-install-cmd: npm ci'],
    );
  });

  it('go.mod with blocks, tools and what others need', () => {
    const manifest = read(
      'go-mod',
      'module example.com/shop/v2\n\ngo 1.24\ntool golang.org/x/tools/cmd/stringer\nrequire (\n\ta.b/c v1.2.3\n\td.e/f v0.1.0 // indirect\n)\nrequire g.h/i v2.0.0+incompatible\nexclude a.b/c v1.0.0\n',
    );
    assert.equal(manifest.name, 'example.com/shop/v2');
    assert.deepEqual(spoken(manifest), [
      'dev golang.org/x/tools/cmd/stringer -',
      'runtime a.b/c v1.2.3',
      'optional d.e/f v0.1.0',
      'runtime g.h/i v2.0.0+incompatible',
    ]);
  });

  it('Cargo.toml with tables, targets and a workspace', () => {
    const manifest = read(
      'cargo-toml',
      '[package]\nname = "shop"\n[lib]\n[dependencies]\nserde = { workspace = true }\ndb = { package = "sqlx", version = "0.8" }\n[target."cfg(unix)".dependencies]\nnix = "0.29"\n[build-dependencies]\ncc = "1"\n[workspace]\nmembers = ["a", "b/*"]\n[workspace.dependencies]\naxum = "0.8"\n',
    );
    assert.deepEqual(spoken(manifest).sort(), [
      'dev cc 1',
      'runtime axum 0.8',
      'runtime db 0.8',
      'runtime nix 0.29',
      'runtime serde -',
    ]);
    assert.deepEqual(
      [manifest.name, manifest.workspaces, [...manifest.traits]],
      ['shop', ['a', 'b/*'], ['published']],
    );
  });

  it('pom.xml: its own dependencies, its parent, no managed versions', () => {
    const manifest = read(
      'pom-xml',
      '<?xml version="1.0"?>\n<project xmlns="x"><parent><groupId>o.s</groupId><artifactId>parent</artifactId><version>3.4.0</version></parent><artifactId>shop</artifactId><dependencyManagement><dependencies><dependency><groupId>no</groupId><artifactId>no</artifactId></dependency></dependencies></dependencyManagement><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>@v@</version><scope>test</scope></dependency><dependency><groupId>c</groupId><artifactId>d</artifactId><exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions></dependency></dependencies><modules><module>web</module></modules><build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>',
    );
    assert.deepEqual(spoken(manifest), ['dev o.s:parent 3.4.0', 'dev a:b @v@', 'runtime c:d -']);
    assert.deepEqual(
      [manifest.name, manifest.workspaces, [...manifest.traits]],
      ['shop', ['web'], ['server']],
    );
    assert.ok(read('pom-xml', 'no xml at all').problem);
  });

  it('Gradle in Groovy and Kotlin, and its catalog', () => {
    const manifest = read(
      'gradle',
      "plugins { id('org.springframework.boot') version '3.4.0' }\ndependencies {\n  implementation 'a.b:c:1.0'\n  api(\"d:e\")\n  testImplementation('f:g:2')\n  runtimeOnly group: 'h', name: 'i', version: '3'\n  implementation platform(\"j:k:4\")\n  implementation project(':x')\n  description 'l:m:n'\n}\n",
    );
    assert.deepEqual(spoken(manifest), [
      'runtime a.b:c 1.0',
      'runtime d:e -',
      'dev f:g 2',
      'runtime j:k 4',
      'runtime h:i 3',
    ]);
    assert.ok(manifest.traits.has('server'));
    const catalog = MANIFEST_CASES.find(({ format }) => format.id === 'gradle-catalog');
    assert.deepEqual(spoken(read('gradle-catalog', catalog?.texts[0] ?? '')), [
      'optional io.ktor:ktor-server-core 3.0.0',
      'optional com.h2database:h2 2.3',
      'optional org.postgresql:postgresql 42',
    ]);
  });

  it('project files of .NET', () => {
    const manifest = read(
      'csproj',
      '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Serilog.AspNetCore" Version="8.0.0"/><PackageReference Include="MediatR"><Version>12</Version></PackageReference><PackageReference Include="StyleCop" PrivateAssets="all"/><ProjectReference Include="../A.csproj"/></ItemGroup></Project>',
      'src/Shop.Web.csproj',
    );
    assert.deepEqual(spoken(manifest), [
      'runtime serilog.aspnetcore 8.0.0',
      'runtime mediatr 12',
      'dev stylecop -',
    ]);
    assert.deepEqual([manifest.name, [...manifest.traits]], ['Shop.Web', ['server']]);
    const desktop = read(
      'csproj',
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>WinExe</OutputType></PropertyGroup></Project>',
    );
    assert.deepEqual([...desktop.traits], ['desktop']);
  });
});
