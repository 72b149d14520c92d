import type { Response } from 'supertest';

import type { CartwrightConfig } from '../../server/config';
import type { CheckoutDto } from '../../server/contracts/orders';
import { shopOf } from '../../server/compose';
import { fakePayment } from '../support/fake-payment';
import { makeProduct, rowsOf } from '../support/shop';
import { ADDRESS, DETAILS, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** The way to an order: one to three steps, what each asks for, and the shop's terms. */

const card = fakePayment();
let shop: RunningShop;
let sku: string;

async function open(config: CartwrightConfig): Promise<void> {
  shop = await startStrapi({ cartwright: config });
  ({ sku } = await makeProduct(shop.strapi, { unitPrice: '10.00' }));
}
async function filled(quantity = 1) {
  const ada = shopperOf(shop);
  await ada.add(sku, quantity);
  return ada;
}
const shown = ({ body }: Response) => {
  const { steps, step } = body.data as CheckoutDto;
  return { step, missing: steps.map(({ name, missing }) => [name, ...missing].join(' ')) };
};
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const paths = ({ body }: Response) =>
  body.error.details.issues.map(({ path }: { path: string }) => path);

describe('a shop with three steps, terms and a minimum', () => {
  beforeAll(() =>
    open({
      minOrderAmount: '20.00',
      checkout: {
        splitSteps: true,
        confirmationStep: true,
        termsRequired: true,
        requiredFields: ['email', 'city', 'state', 'postcode', 'country'],
      },
      shipping: {
        options: [
          { code: 'post', label: 'Post', amount: '4.95', countries: ['US', 'GB'] },
          { code: 'air', label: 'Air', amount: '9.95', countries: ['US'] },
        ],
      },
      providers: { payments: [card.provider] },
    })
  );
  afterAll(() => shop.stop());

  it('leads from one to the next, and places what they call complete', async () => {
    const ada = await filled();
    const us = { city: 'Boston', country: 'US' };
    expect(shown(await ada.send('get', '/checkout'))).toEqual({
      step: 'details',
      missing: [
        'details items email billing.city billing.postcode billing.country shippingOption',
        'payment paymentMethod',
        'confirmation termsAccepted',
      ],
    });
    await ada.add(sku);
    expect(shown(await ada.say({ email: 'ada@example.com', billing: us })).missing[0]).toBe(
      'details billing.state billing.postcode shippingOption'
    );
    const billing = { ...us, state: 'MA', postcode: '02108' };
    expect(shown(await ada.say({ billing, shippingOption: 'post' }))).toEqual({
      step: 'payment',
      missing: ['details', 'payment paymentMethod', 'confirmation termsAccepted'],
    });
    expect(shown(await ada.say({ paymentMethod: 'card' })).step).toBe('confirmation');
    const last = await ada.say({ termsAccepted: true });
    expect(shown(last)).toEqual({
      step: 'confirmation',
      missing: ['details', 'payment', 'confirmation'],
    });
    expect(last.body.data.steps.map((step: { complete: boolean }) => step.complete)).toEqual([
      true,
      true,
      false,
    ]);
    expect((await ada.send('post', '/checkout', {})).status).toBe(201);
  });

  it('a way of shipping that does not go there is missing again, and refused', async () => {
    const ada = await filled(2);
    const billing = { ...ADDRESS, country: 'GB' };
    await ada.say({ ...DETAILS, billing: { ...billing, country: 'US', state: 'MA' } });
    await ada.say({ shippingOption: 'air', paymentMethod: 'card', termsAccepted: true });
    expect(shown(await ada.say({ billing })).missing[0]).toBe('details shippingOption');
    const answer = await ada.send('post', '/checkout', {});
    expect(refusal(answer)).toEqual([422, 'shipping_option_unavailable']);
    expect((await ada.send('post', '/checkout', { shippingOption: 'post' })).status).toBe(201);
  });

  describe('the terms', () => {
    const ready = { ...DETAILS, shippingOption: 'post', paymentMethod: 'card' };
    const orders = () => rowsOf(shop.strapi, 'cartwright_orders');

    it('are insisted on, whatever was said before, and nothing is written without them', async () => {
      const ada = await filled(2);
      const before = await orders();
      const answer = await ada.send('post', '/checkout', ready);
      expect(refusal(answer)).toEqual([400, 'invalid_input']);
      expect(paths(answer)).toEqual(['termsAccepted']);
      await ada.say({ termsAccepted: true });
      const taken = await ada.send('post', '/checkout', { ...ready, termsAccepted: false });
      expect(paths(taken)).toEqual(['termsAccepted']);
      expect(await orders()).toEqual(before);
      const all = await ada.send('post', '/checkout', { email: '', termsAccepted: 'yes' });
      expect(paths(all)).toEqual(['email', 'termsAccepted']);
    });

    it('are kept with the instant at which they were accepted, for staff', async () => {
      const ada = await filled(2);
      const from = Date.now();
      await ada.say({ ...ready, termsAccepted: true });
      const until = Date.now();
      const { order } = (await ada.send('post', '/checkout', {})).body.data;
      expect(order).not.toHaveProperty('termsAcceptedAt');
      const { termsAcceptedAt } = await orderOf(order.number);
      expect(termsAcceptedAt!.getTime()).toBeGreaterThanOrEqual(from);
      expect(termsAcceptedAt!.getTime()).toBeLessThanOrEqual(until);
    });

    it('are asked for again when an order was cancelled and its cart is open again', async () => {
      card.next = { status: 'declined', reason: 'no' };
      const ada = await filled(2);
      const declined = await ada.send('post', '/checkout', { ...ready, termsAccepted: true });
      const { token } = declined.body.error.details.order;
      expect((await ada.send('post', `/orders/${token}/cancel`)).status).toBe(200);
      card.forget();
      const state = await ada.send('get', '/checkout');
      expect(shown(state).missing).toEqual(['details', 'payment', 'confirmation termsAccepted']);
      expect(paths(await ada.send('post', '/checkout', {}))).toEqual(['termsAccepted']);
      expect((await ada.send('post', '/checkout', { termsAccepted: true })).status).toBe(201);
    });

    const orderOf = async (number: string) =>
      (await shopOf(shop.strapi).orderDesk.search({ text: number }, { page: 1, pageSize: 1 }))
        .orders[0]!;
  });
});

describe('a shop that does not ask how to pay', () => {
  beforeAll(() =>
    open({
      checkout: { paymentStep: false, splitSteps: true, confirmationStep: true },
      providers: { payments: [card.provider] },
    })
  );
  afterAll(() => shop.stop());

  it('has no step for it, and takes what is settled outside the shop', async () => {
    card.forget();
    const ada = await filled();
    expect(shown(await ada.say(DETAILS)).missing).toEqual(['details', 'confirmation']);
    const { order } = (await ada.send('post', '/checkout', {})).body.data;
    expect(order.payments).toMatchObject([{ provider: 'manual', status: 'pending' }]);
    const bob = await filled();
    const paid = await bob.checkout({ paymentMethod: 'card', payment: {} });
    expect(paid.body.data.payment.status).toBe('paid');
  });

  it('asks for no terms, and keeps the instant where they were accepted all the same', async () => {
    const ada = await filled();
    const { number } = (await ada.checkout({ termsAccepted: true })).body.data.order;
    const [accepted] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
    expect(accepted!['terms_accepted_at']).not.toBeNull();
    const bob = await filled();
    const { number: other } = (await bob.checkout()).body.data.order;
    const [plain] = await rowsOf(shop.strapi, 'cartwright_orders', { number: other });
    expect(plain!['terms_accepted_at']).toBeNull();
  });
});
