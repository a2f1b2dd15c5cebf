import pg from 'pg';

const pool = new pg.Pool({
  connectionString: 'postgres://storefront@localhost:5432/storefront',
  connectionTimeoutMillis: 2000,
});
pool.on('error', (error) => console.error(`orders database: ${error.message}`));

const orders = new Map();
let lastId = 1000;
let databaseIsDown = false;

/** Takes an order for `lines` of { sku, name, quantity, cents }. */
export function place(lines, email) {
  const total = lines.reduce((sum, line) => sum + line.cents * line.quantity, 0);
  lastId += 1;
  const order = { id: lastId, email, lines, total, status: 'new' };
  orders.set(order.id, order);
  void archive(order);
  return order;
}

export function list(status) {
  const all = [...orders.values()];
  return status ? all.filter((order) => order.status === status) : all;
}

/** Hands the oldest new order to a worker; no other worker gets it. */
export function takeNext() {
  const [order] = list('new');
  if (order) order.status = 'taken';
  return order;
}

export function fulfil(id) {
  const order = orders.get(id);
  if (order?.status !== 'taken') return undefined;
  order.status = 'fulfilled';
  void archive(order);
  return order;
}

export function close() {
  return pool.end();
}

/** Copies an order to the database. The shop goes on without it. */
async function archive({ id, email, total, status }) {
  try {
    await pool.query(
      `insert into orders (id, email, total, status) values ($1, $2, $3, $4)
       on conflict (id) do update set status = excluded.status`,
      [id, email, total, status],
    );
    databaseIsDown = false;
  } catch (error) {
    if (!databaseIsDown) console.warn(`orders database is away (${error.code ?? error.message}), keeping orders in memory`);
    databaseIsDown = true;
  }
}
