import { readFileSync } from 'node:fs';
import qs from 'qs';

export const products = JSON.parse(readFileSync(new URL('../data/catalogue.json', import.meta.url), 'utf8'));

const bySku = new Map(products.map((product) => [product.sku, product]));

export const categories = [...new Set(products.map((product) => product.category))];

export function find(sku) {
  return bySku.get(sku);
}

/** The products of a category, or all, by name or by price. */
export function browse({ category, sort }) {
  const shown = category ? products.filter((product) => product.category === category) : [...products];
  return shown.sort(sort === 'price' ? (a, b) => a.cents - b.cents : (a, b) => a.name.localeCompare(b.name));
}

/** The address of the shop page with the given filters; one that is null is left out. */
export function pageUrl(filters) {
  return `/${qs.stringify(filters, { addQueryPrefix: true, skipNulls: true })}`;
}
