import { MANIFEST_CASES } from './manifest-cases';

/** One file of each kind that shapes an app, by path. */
export const appFileSamples: Readonly<Record<string, string>> = {
  Procfile:
    'web: gunicorn app:app --bind 0.0.0.0:8000\n# jobs\nworker: python worker.py "$QUEUE" 2>&1\nrelease: ./migrate\n',
  '.env': 'A=1\nexport B="two\\nlines" # why\nC=\'x\'\n\nD: 4\n',
  '.env.example': 'A=\nB=\n',
  '.flaskenv': 'FLASK_APP=app\n',
  '.gitignore': 'node_modules\n/.env*\n!.env.example\n',
  '.dockerignore': '.git\n',
  Dockerfile:
    'FROM node:22 AS build\nRUN npm ci \\\n  && npm run build\nENV PORT=3000\nCMD ["node", "app.js", "--port", "3000"]\n',
  'tsconfig.json':
    '{\n  // aliases\n  "compilerOptions": { "baseUrl": "src", "paths": { "@app/*": ["./*"] } }\n}\n',
  'package.json':
    '{\n  "name": "shop",\n  "scripts": { "start": "next start -p 3000" },\n  "dependencies": { "express": "^5" },\n  "workspaces": ["packages/*"],\n  "imports": { "#db": "./db.js" }\n}\n',
  'pyproject.toml':
    '[project]\nname = "shop"\ndependencies = ["flask>=3", "PyYAML"]\n\n[tool.poetry.dependencies]\npython = "^3.12"\n',
  'requirements.txt':
    '-r base.txt\nflask==3.0.0 ; python_version > "3.8"\n# pinned\ngit+https://example.com/a.git#egg=a\n',
  Pipfile: '[packages]\nflask = "*"\n\n[scripts]\nstart = "python app.py"\n',
  'setup.py':
    'from setuptools import setup\n\nREQUIRES = ["flask"]\nsetup(name="shop", install_requires=REQUIRES)\n',
  'environment.yml': 'name: shop\ndependencies:\n  - python=3.12\n  - flask>=3\n  - pip:\n      - PyYAML\n',
  'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\ncatalog:\n  express: ^5.0.0\n",
  'setup.cfg': '[metadata]\nname = shop\n\n[options]\ninstall_requires =\n    flask\n    yaml\n',
  ...Object.fromEntries(
    MANIFEST_CASES.filter(({ format }) => format.ecosystem !== 'npm' && format.ecosystem !== 'pypi').map(
      ({ path, texts }) => [path, texts[0] ?? ''],
    ),
  ),
};
