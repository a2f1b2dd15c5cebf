import type { App } from '../../../app';
import { candidates } from '../../../manifests/shared/python-imports';
import pythonStdlib from '../../../manifests/shared/python-stdlib.generated';
import { isLockedWithout, runsOnLambda, type Undeclared } from './undeclared';

/** Modules that come with the installation itself. */
const INSTALLED = new Set([
  '__future__',
  '__main__',
  'setuptools',
  'pkg_resources',
  'pip',
  'wheel',
  '_pytest',
  'distutils',
  'typing_extensions',
]);
/** Modules that a host gives to the code it runs: Blender, Spark, debuggers, small computers, a browser. */
const GIVEN = new Set(
  `awsglue pyspark dbutils gi apt apt_pkg bpy mathutils maya pymel hou nuke unreal gdb lldb sublime sublime_plugin idaapi
  idc xbmc xbmcgui xbmcaddon uwsgi uwsgidecorators mod_wsgi RPi smbus machine micropython js pyodide dbus cffi_backend
  google.colab pytest_plugins`.split(/\s+/),
);
/** What apps call their own folders: where none is there, git ignores it or a script makes it. */
const LOCAL =
  /^(?:lib|libs|utils?|common|config|settings|core|helpers?|app|apps|src|models?|main|tests?|test_utils|my\w*|module\d*|foo|bar|secrets?_\w+|local_settings|constants|version|_version|credentials|api_keys?|keys)$/;
/** Parts of a framework that its own documentation tells users to import. */
const COMPANIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    werkzeug: ['flask'],
    jinja2: ['flask'],
    markupsafe: ['flask', 'jinja2'],
    itsdangerous: ['flask'],
    click: ['flask'],
    starlette: ['fastapi'],
    pydantic: ['fastapi', 'pydantic-settings', 'sqlmodel'],
    asgiref: ['django', 'channels'],
    botocore: ['boto3'],
    kombu: ['celery'],
    billiard: ['celery'],
    sqlalchemy: ['flask-sqlalchemy', 'sqlmodel', 'alembic'],
    alembic: ['flask-migrate'],
    rest_framework: ['djangorestframework'],
    pydantic_core: ['pydantic', 'fastapi'],
    google: ['protobuf'],
  }),
);

/** Names that many distributions share; which of them brings what, only the installed files tell. */
const NAMESPACES = new Set([
  'opentelemetry',
  'zope',
  'jaraco',
  'ruamel',
  'sphinxcontrib',
  'backports',
  'azure',
  'odoo',
  'airflow',
  'llama_index',
  'langchain',
]);

/** The module that no manifest above a Python file declares. */
export function undeclaredInPython(module: string, _path: string, app: App): Undeclared | undefined {
  const top = module.split('.')[0] ?? '';
  if (GIVEN.has(top) || LOCAL.test(top) || (/^boto(?:3|core)$/.test(top) && runsOnLambda(app)))
    return undefined;
  if (top === '' || pythonStdlib.has(top) || INSTALLED.has(top) || app.tree.pythonModules.has(top))
    return undefined;
  const manifests = [...app.manifests, ...app.manifestsAbove].filter(
    ({ ecosystem, dependencies, format }) =>
      ecosystem === 'pypi' && (dependencies.length > 0 || format !== 'setup-py'),
  );
  const [nearest] = manifests;
  if (!nearest || manifests.some(({ problem }) => problem !== undefined)) return undefined;
  if (manifests.every(({ dependencies }) => dependencies.length === 0)) return undefined;
  if (manifests.some(({ includes }) => includes.some((path) => !app.tree.paths.has(path)))) return undefined;
  const declared = new Set(manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  const accepted = [...candidates(module), ...(COMPANIONS.get(top) ?? [])];
  if (accepted.some((name) => !isTypesAlone(name) && declared.has(name)) || isOwnPackage(top, manifests))
    return undefined;
  if ([...declared].some((name) => !isTypesAlone(name) && endsWithWord(name, top))) return undefined;
  if (NAMESPACES.has(top) && [...declared].some((name) => name.startsWith(`${top.replaceAll('_', '-')}-`)))
    return undefined;
  const isTyped = accepted.some((name) => declared.has(name));
  const found = { package: top, manifest: nearest.path, unlocked: isLockedWithout(accepted, 'pypi', app) };
  return isTyped ? { ...found, severity: 'information' } : found;
}

/** What brings the types of a package for a type checker, and nothing that runs. */
function isTypesAlone(distribution: string): boolean {
  return /^types-|-stubs$/.test(distribution);
}

/** `maxminddb-geolite2` may well bring `geolite2`, `django-foo` `foo`: the name alone cannot tell otherwise. */
function endsWithWord(distribution: string, module: string): boolean {
  const word = module.toLowerCase().replaceAll('_', '-');
  const [own, all] = [word.split('-'), distribution.split('-')];
  const isTold = own.length > 1 || all.length > 2 || /^(?:django|flask)$/.test(all[0] ?? '');
  const [joined, together] = [own.join(''), all.join('')];
  return (
    (isTold && own.every((one) => all.includes(one))) ||
    distribution.endsWith(`-${word}`) ||
    distribution === `py${word}` ||
    distribution === `${word}-python` ||
    together.replace(/\d{1,3}$/, '') === joined ||
    together.replace(/^django/, '') === joined ||
    (joined.length > 6 && together.endsWith(joined))
  );
}

function isOwnPackage(top: string, manifests: App['manifests']): boolean {
  return manifests.some(({ name }) => name?.toLowerCase().replace(/[-.]/g, '_') === top.toLowerCase());
}
