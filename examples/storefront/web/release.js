// Runs once before a release goes live: a broken catalogue must not reach the shop.
import { products } from './catalogue.js';

const seen = new Set();
const problems = products.flatMap(({ sku, name, category, cents }) => {
  const wrong = [];
  if (seen.has(sku)) wrong.push(`${sku}: the SKU stands twice`);
  seen.add(sku);
  if (!name || !category) wrong.push(`${sku}: needs a name and a category`);
  if (!Number.isInteger(cents) || cents <= 0) wrong.push(`${sku}: the price must be a whole number of cents`);
  return wrong;
});

for (const problem of problems) console.error(`release: ${problem}`);
console.log(`release: ${products.length} products checked, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
