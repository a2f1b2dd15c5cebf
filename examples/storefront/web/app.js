import { randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import sessionFileStore from 'session-file-store';
import { browse, find } from './catalogue.js';
import * as orders from './orders.js';
import { shopPage } from './page.js';

const FileStore = sessionFileStore(session);

/** The shop: a page for people and a JSON API under /api. */
export function createApp() {
  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests);
  app.get('/healthz', (_request, response) => response.json({ ok: true }));
  app.use('/api/orders', express.json(), ordersApi());
  app.use(
    session({
      secret: process.env.SESSION_SECRET || randomBytes(32).toString('hex'),
      store: new FileStore({ path: 'sessions', ttl: 86_400, retries: 0, logFn() {} }),
      resave: false,
      saveUninitialized: false,
      cookie: { sameSite: 'lax' },
    }),
  );
  app.use(shop());
  return app;
}

function shop() {
  const router = express.Router();
  const form = express.urlencoded({ extended: false });

  router.get('/', (request, response) => {
    const { category = null, sort = null, ordered } = request.query;
    const message = ordered ? `Thank you. Your order is number ${ordered}.` : undefined;
    response.send(shopPage({ filters: { category, sort }, cart: cartOf(request), message }));
  });
  router.post('/cart', form, (request, response) => {
    if (!add(request, request.body?.sku)) return response.status(404).send('No such product.');
    response.redirect(303, '/');
  });
  router.post('/orders', form, (request, response) => {
    const cart = cartOf(request);
    if (cart.length === 0) return response.status(409).send('The cart is empty.');
    const order = orders.place(cart, request.body?.email ?? '');
    request.session.cart = [];
    response.redirect(303, `/?ordered=${order.id}`);
  });

  router.get('/api/products', (request, response) => response.json(browse(request.query)));
  router.get('/api/products/:sku', (request, response) => {
    const product = find(request.params.sku);
    return product ? response.json(product) : response.status(404).json({ error: 'no such product' });
  });
  router.get('/api/cart', (request, response) => response.json(cartOf(request)));
  router.post('/api/cart', express.json(), (request, response) =>
    add(request, request.body?.sku)
      ? response.status(201).json(cartOf(request))
      : response.status(404).json({ error: 'no such product' }),
  );
  return router;
}

/** What workers speak to: `next` takes an order out of the queue, `fulfilled` closes it. */
function ordersApi() {
  const router = express.Router();
  router.get('/', (request, response) => response.json(orders.list(request.query.status)));
  router.post('/', (request, response) => {
    const product = find(request.body?.sku);
    if (!product) return response.status(404).json({ error: 'no such product' });
    const quantity = Math.max(1, Math.trunc(Number(request.body.quantity)) || 1);
    response.status(201).json(orders.place([{ ...product, quantity }], request.body.email ?? ''));
  });
  router.post('/next', (_request, response) => {
    const order = orders.takeNext();
    return order ? response.json(order) : response.status(204).end();
  });
  router.post('/:id/fulfilled', (request, response) => {
    const order = orders.fulfil(Number(request.params.id));
    return order ? response.json(order) : response.status(409).json({ error: 'not taken by a worker' });
  });
  return router;
}

function cartOf(request) {
  return request.session.cart ?? [];
}

function add(request, sku) {
  const product = find(sku);
  if (!product) return false;
  const cart = cartOf(request);
  const line = cart.find((each) => each.sku === sku);
  if (line) line.quantity += 1;
  else cart.push({ ...product, quantity: 1 });
  request.session.cart = cart;
  return true;
}

/** One line for each request; a worker that asks in vain is left out. */
function logRequests(request, response, next) {
  const start = performance.now();
  response.on('finish', () => {
    if (response.statusCode === 204) return;
    const { method, originalUrl } = request;
    console.log(`${method} ${originalUrl} ${response.statusCode} ${(performance.now() - start).toFixed(1)} ms`);
  });
  next();
}
