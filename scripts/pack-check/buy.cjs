/**
 * Copied into the fresh app by scripts/pack-check.mjs and run there: an editor makes a product with two options,
 * a shopper buys two of it over HTTP.
 */
const assert = require('node:assert/strict');

const { createStrapi } = require('@strapi/strapi');

async function main() {
  assert.equal(
    typeof require('strapi-plugin-cartwright/providers').definePaymentProvider,
    'function'
  );
  const asModule = await import('strapi-plugin-cartwright/providers');
  assert.equal(typeof asModule.definePaymentProvider, 'function');

  const strapi = createStrapi({
    appDir: __dirname,
    distDir: __dirname,
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load();
  try {
    const variation = await makeProduct(strapi);
    const url = await listen(strapi);
    await buy(strapi, url, variation);
  } finally {
    await strapi.destroy();
  }
}

async function makeProduct(strapi) {
  const ticked = [];
  for (const name of ['Small', 'Large']) {
    const data = { type: 'Size', name };
    ticked.push(await strapi.documents('plugin::cartwright.product-option').create({ data }));
  }
  const products = strapi.documents('plugin::cartwright.product');
  const { documentId } = await products.create({
    data: {
      title: 'Linen apron',
      slug: 'linen-apron',
      options: ticked.map((option) => option.documentId),
    },
  });
  await products.publish({ documentId });

  const variations = strapi.documents('plugin::cartwright.product-variation');
  const made = await variations.findMany({ filters: { productDocumentId: documentId } });
  assert.equal(made.length, 2, `two ticked options make two variations, not ${made.length}`);
  const standard = made.find(({ isDefault }) => isDefault);
  assert.ok(standard, 'one variation is the default one');
  const priced = await variations.update({
    documentId: standard.documentId,
    data: { sku: 'APRON-S', unitPrice: 19.9, stock: 5 },
  });
  console.log(`  product made: ${made.length} variations, ${priced.sku} costs ${priced.unitPrice}`);
  return priced;
}

async function listen(strapi) {
  strapi.server.mount();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${strapi.server.httpServer.address().port}/api/cartwright`;
}

async function buy(strapi, url, { documentId, sku }) {
  const visitor = { token: undefined };
  const call = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(visitor.token && { 'X-Cart-Token': visitor.token }),
      },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    assert.ok(
      response.ok,
      `${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`
    );
    return answer.data;
  };

  const listed = await call('GET', '/catalog/products');
  assert.deepEqual(
    listed.map(({ slug, price }) => [slug, price]),
    [['linen-apron', '19.90']]
  );

  const cart = await call('POST', '/cart/items', { sku, quantity: 2 });
  visitor.token = cart.token;
  assert.ok(visitor.token, 'the answer that makes a cart brings its token');
  assert.equal(cart.totals.subtotal, '39.80');

  const [shippingOption] = await call('GET', '/cart/shipping-options');
  const { order, payment } = await call('POST', '/checkout', {
    email: 'ada@example.com',
    billing: {
      firstName: 'Ada',
      lastName: 'Sewell',
      street: '1 Mill Lane',
      city: 'Bath',
      postcode: 'BA1 1AA',
      country: 'GB',
    },
    paymentMethod: 'manual',
    ...(shippingOption && { shippingOption: shippingOption.code }),
  });
  assert.ok(order.number, 'the order has a number');
  assert.deepEqual(
    order.items.map((item) => [item.sku, item.quantity, item.lineTotal]),
    [[sku, 2, '39.80']]
  );
  assert.equal(order.totals.subtotal, '39.80');

  const stored = await strapi.documents('plugin::cartwright.order').findMany({});
  assert.deepEqual(
    stored.map(({ number }) => number),
    [order.number]
  );
  const { stock } = await strapi
    .documents('plugin::cartwright.product-variation')
    .findOne({ documentId });
  assert.equal(stock, 3, `five in stock less two sold is three, not ${stock}`);
  console.log(`  order ${order.number} placed, payment ${payment.status}, stock ${stock}`);
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  }
);
