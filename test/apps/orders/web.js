const { createServer } = require('node:http');

const port = Number(process.env.PORT);
const server = createServer((request, response) => {
  console.log(`${request.method} ${request.url}`);
  response.end(`${process.env.GREETING}\n`);
});
server.listen(port, () => {
  console.log(`\u001b[38;2;255;140;0mlistening\u001b[0m on http://localhost:${port}`);
  console.log(`key ${process.env.API_KEY}`);
  console.error(new Error('no card on file').stack.split('\n').slice(0, 2).join('\n'));
});
process.on('SIGTERM', () => server.close(() => process.exit(0)));
