// The top-level modules of Python's standard library over all its versions. Run it under a newer Python to add its own.
import { execFileSync } from 'node:child_process';
import { writeWords } from './words.mjs';

/** Gone before Python 3.11. */
const REMOVED = `
  _bootlocale _dummy_thread _dummy_threading asynchat asyncore binhex distutils dummy_threading formatter fpectl imp
  macpath macurl2path parser smtpd symbol`;
/** Gone with Python 2, and still imported behind a guard. */
const PYTHON_2 = `
  BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser MimeWriter Queue
  SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tkinter UserDict UserList UserString __builtin__ anydbm
  cPickle cStringIO commands compiler cookielib copy_reg dbhash dircache dl dumbdbm dummy_thread exceptions fpformat
  future_builtins gdbm hotshot htmlentitydefs htmllib httplib ihooks imputil md5 mhlib mimetools mimify
  multifile mutex new popen2 posixfile rexec rfc822 robotparser sets sgmllib sha statvfs stringold sunaudio
  thread tkColorChooser tkFileDialog tkMessageBox tkSimpleDialog toaiff ttk urllib2 urlparse user whichdb xmlrpclib`;
/** Newer than Python 3.11. */
const ADDED = '_colorize _pyrepl annotationlib compression profiling';

const script = "import sys; print('\\n'.join(sys.stdlib_module_names))";
const installed = execFileSync('python3', ['-c', script], { encoding: 'utf8' });

writeWords(
  'core/manifests/shared/python-stdlib.generated.ts',
  'scripts/data/python-stdlib.mjs',
  "Top-level modules of Python's standard library, over all versions from 2.7 on.",
  [installed, REMOVED, PYTHON_2, ADDED, '__main__'].flatMap((text) => text.split(/\s+/)),
);
