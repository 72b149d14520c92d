import { readSettings } from '../../server/config';
import type { CheckoutDto } from '../../server/contracts/orders';
import { configInDocs } from '../support/doc-example';
import { blocksOf, paste } from '../support/paste';
import { makeProduct, rowsOf } from '../support/shop';
import { ADDRESS } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

describe('docs/customers.md', () => {
  let shop: RunningShop;
  beforeAll(async () => {
    shop = await startStrapi();
    await makeProduct(shop.strapi, { title: 'Mug' });
  });
  afterAll(() => shop.stop());

  it('shows lines for the shell that run: remembered, filled in, forgotten', async () => {
    const output = await paste(blocksOf('customers.md', 'sh').join('\n'), shop.url);
    const [next, after] = output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { data: CheckoutDto }).data);
    expect(next!.prefill).toEqual({ email: 'ada@example.com', billing: ADDRESS, shipping: null });
    expect(after!.prefill).toBeNull();
    expect(await rowsOf(shop.strapi, 'cartwright_orders')).toHaveLength(1);
    expect(await rowsOf(shop.strapi, 'cartwright_customers_remembered')).toEqual([]);
  });
});

describe('docs/checkout-steps.md', () => {
  it('shows a config that the shop takes', () => {
    const { checkout, minOrderAmount } = readSettings(configInDocs('checkout-steps.md'));
    expect(minOrderAmount).toBe('20.00');
    expect(checkout).toMatchObject({ splitSteps: true, termsRequired: true });
    expect(checkout.requiredFields).toContain('state');
  });
});
