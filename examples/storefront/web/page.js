import { browse, categories, pageUrl } from './catalogue.js';

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** Where search engines find the shop. */
const shopUrl =
  process.env.NODE_ENV === 'production' ? 'https://storefront.example' : 'http://localhost:5000';

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #1d2b36; }
  h1 { margin-bottom: 0 } nav a { margin-right: 1rem } form { display: inline }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
  td { border-bottom: 1px solid #d8dee3; padding: .5rem .25rem } td.price { text-align: right }
  aside { background: #f2f5f7; border-radius: .5rem; padding: 1rem 1.25rem } button { cursor: pointer }`;

/** The shop page: products, filters, cart. */
export function shopPage({ filters, cart, message }) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Storefront</title><link rel="canonical" href="${shopUrl}/"><style>${style}</style></head>
<body>
<h1>Storefront</h1>
<p>Things for the kitchen, the camp and the desk.</p>
${filterLinks(filters)}
<table>${browse(filters).map(productRow).join('')}</table>
<aside>${message ? `<p><strong>${escape(message)}</strong></p>` : ''}${cartBox(cart)}</aside>
</body>
</html>`;
}

function filterLinks({ category, sort }) {
  const link = (text, filters) => `<a href="${escape(pageUrl(filters))}">${escape(text)}</a>`;
  return `<nav>${[
    link('all', { category: null, sort }),
    ...categories.map((name) => link(name, { category: name, sort })),
    sort === 'price' ? link('by name', { category, sort: null }) : link('by price', { category, sort: 'price' }),
  ].join('')}</nav>`;
}

function productRow({ sku, name, cents }) {
  return `<tr><td>${escape(name)}</td><td class="price">${euros.format(cents / 100)}</td>
<td><form method="post" action="/cart"><input type="hidden" name="sku" value="${escape(sku)}"><button>Add</button></form></td></tr>`;
}

function cartBox(cart) {
  if (cart.length === 0) return 'Your cart is empty.';
  const total = cart.reduce((sum, line) => sum + line.cents * line.quantity, 0);
  return `<ul>${cart.map((line) => `<li>${line.quantity} × ${escape(line.name)}</li>`).join('')}</ul>
<form method="post" action="/orders"><input name="email" type="email" required placeholder="you@example.org">
<button>Order for ${euros.format(total / 100)}</button></form>`;
}

function escape(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
