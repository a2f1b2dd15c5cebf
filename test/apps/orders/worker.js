console.log('consuming');
process.stdout.write('worker> ');
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text) => process.stdout.write(`got ${text.trim()}\nworker> `));
process.on('SIGTERM', () => process.exit(0));
