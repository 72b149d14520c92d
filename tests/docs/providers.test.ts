import { makeProduct } from '../support/shop';
import { ADDRESS, DETAILS, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import { filesOf } from '../support/markdown-example';

/** The examples of the documentation, run as they are printed. */
const PAGES = ['providers/payment.md', 'providers/shipping.md', 'providers/tax.md'].map(filesOf);

interface PluginConfig {
  cartwright: { config: { providers: object } };
}

// Each page shows how its provider is proven: these lines are tests of their own.
for (const { names, run } of PAGES) {
  for (const name of names.filter((file) => file.startsWith('tests/'))) run(name);
}

describe('the example providers of the documentation', () => {
  let shop: RunningShop;
  beforeAll(async () => {
    const providers = PAGES.map(({ run }) => {
      const { default: plugins } = run('config/plugins') as { default: () => PluginConfig };
      return plugins().cartwright.config.providers;
    });
    shop = await startStrapi({ cartwright: { providers: Object.assign({}, ...providers) } });
  });
  afterAll(() => shop.stop());

  const newYork = { ...ADDRESS, country: 'US', state: 'NY', postcode: '10001' };

  it('quote, tax and take the money of a real order', async () => {
    const { sku } = await makeProduct(shop.strapi, { unitPrice: '12.50' });
    const ada = shopperOf(shop);
    await ada.add(sku, 2);
    const offered = await ada.send('get', '/cart/shipping-options');
    expect(offered.body.data).toEqual([
      { code: 'standard', label: 'Standard', amount: '4.95' },
      { code: 'next-day', label: 'Next day', amount: '9.95' },
    ]);
    const { body } = await ada.say({ billing: newYork, shippingOption: 'next-day' });
    expect(body.data.cart).toMatchObject({
      taxes: [{ label: 'Sales tax', rate: '8.875', base: '25.00', amount: '2.22' }],
      totals: { subtotal: '25.00', shipping: '9.95', tax: '2.22', total: '37.17' },
    });
    const pay = { ...DETAILS, billing: newYork, paymentMethod: 'house-account' };
    const declined = await ada.checkout({ ...pay, payment: {} });
    expect(declined.body.error.details).toMatchObject({ code: 'payment_declined' });
    const paid = await ada.checkout({ ...pay, payment: { member: true } });
    expect(paid.body.data.order).toMatchObject({
      paymentStatus: 'paid',
      payments: [{ provider: 'house-account', reference: 'house-37.17' }],
    });
  });

  it('ship for free from 50.00 on, and tax nothing elsewhere', async () => {
    const { sku } = await makeProduct(shop.strapi, { unitPrice: '50.00' });
    const ada = shopperOf(shop);
    await ada.add(sku);
    const { body } = await ada.say({ billing: ADDRESS, shippingOption: 'standard' });
    expect(body.data.cart.totals).toMatchObject({ shipping: '0.00', tax: '0.00', total: '50.00' });
  });
});
