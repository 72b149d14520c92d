require('./from-source.cjs');

const { randomBytes } = require('node:crypto');
const { performance } = require('node:perf_hooks');
const { startStrapi } = require('../../tests/support/strapi.ts');
const { seedProducts } = require('./seed-products.cjs');

// knex remarks on every insert of the host that MySQL returns no rows.
global.console.warn = () => undefined;

const PRODUCTS = Number(process.env.PRODUCTS ?? 1000);
const VARIATIONS = Number(process.env.VARIATIONS ?? 10);
const SALE = 'plugin::cartwright.sale';

const say = (text) => process.stdout.write(`${text}\n`);
const ms = (time) => `${Math.round(time).toLocaleString('en')} ms`;

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }
);

async function main() {
  const shop = await startStrapi();
  try {
    const { skus, documents } = await seedProducts(shop.strapi, PRODUCTS, VARIATIONS);
    say(`\n${shop.dialect}: ${PRODUCTS} products with ${VARIATIONS} variations each`);
    await measure(shop, 'without a sale', skus, () => pause(3000));

    const sales = shop.strapi.documents(SALE);
    const data = { title: 'All', active: true, discountPercent: 30, allProducts: true };
    const { documentId } = await measure(shop, 'applying', skus, () => sales.create({ data }));
    await expectReduced(shop, PRODUCTS * VARIATIONS);
    const twenty = { discountPercent: 20 };
    await measure(shop, 'changing', skus, () => sales.update({ documentId, data: twenty }));
    await measure(shop, 'saving unchanged', skus, () => sales.update({ documentId, data: twenty }));
    const narrow = { allProducts: false, products: documents.slice(0, 10) };
    await measure(shop, 'narrowing', skus, () => sales.update({ documentId, data: narrow }));
    await expectReduced(shop, 10 * VARIATIONS);
    await sales.update({ documentId, data: { allProducts: true, products: [] } });
    await measure(shop, 'deleting', skus, () => sales.delete({ documentId }));
    await expectReduced(shop, 0);
  } finally {
    await shop.stop();
  }
}

/** Runs something while a shopper buys one thing after the other. */
async function measure(shop, name, skus, work) {
  const waits = [];
  let over = false;
  const shopping = (async () => {
    while (!over) waits.push(await buy(shop, skus[Math.floor(Math.random() * skus.length)]));
  })();
  const started = performance.now();
  const result = await work();
  const took = performance.now() - started;
  over = true;
  await shopping;
  waits.sort((a, b) => a - b);
  const median = waits[Math.floor(waits.length / 2)];
  const shoppers = `${waits.length} checkouts: median ${ms(median)}, longest ${ms(waits.at(-1))}`;
  say(`  ${name.padEnd(18)} ${ms(took).padStart(10)}   ${shoppers}`);
  return result;
}

/** How long the checkout takes; filling the cart is not counted. */
async function buy({ url }, sku) {
  const send = async (path, token, body) => {
    const answer = await fetch(`${url}/api/cartwright/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token && { 'X-Cart-Token': token }) },
      body: JSON.stringify(body),
    });
    return { answer, body: await answer.json() };
  };
  const added = await send('cart/items', undefined, { sku, quantity: 1 });
  const token = added.answer.headers.get('x-cart-token');
  const started = performance.now();
  const ordered = await send('checkout', token, { ...DETAILS, paymentMethod: 'manual' });
  // A price that changed between cart and checkout is told, and has to be accepted: that is an answer, too.
  const { status } = ordered.answer;
  if (status >= 400 && status !== 409) throw new Error(JSON.stringify(ordered.body));
  return performance.now() - started;
}

const DETAILS = {
  email: `${randomBytes(4).toString('hex')}@example.com`,
  billing: {
    firstName: 'Ada',
    lastName: 'Lovelace',
    street: '12 Analytical Row',
    city: 'London',
    postcode: 'SW1A 1AA',
    country: 'GB',
  },
};

async function expectReduced({ strapi }, wanted) {
  const row = await strapi.db
    .connection('cartwright_product_variations')
    .whereNotNull('sale_price')
    .count('* as n')
    .first();
  if (Number(row.n) !== wanted) throw new Error(`${row.n} are reduced instead of ${wanted}`);
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
