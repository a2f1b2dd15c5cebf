import { createApp } from './app.js';
import { products } from './catalogue.js';
import { close } from './orders.js';

const server = createApp().listen(process.env.PORT || 3000, (error) => {
  if (error) throw error;
  console.log(`web: ${products.length} products on http://localhost:${server.address().port}`);
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    console.log(`web: ${signal}, finishing open requests`);
    server.close(async () => {
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
  });
}
