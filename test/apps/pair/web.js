require('node:http')
  .createServer((_, response) => response.end('here\n'))
  .listen(Number(process.env.PORT), () => console.log(`listening on ${process.env.PORT}`));
