import type { Response } from 'supertest';

import type { FirstStepsDto } from '../../server/contracts/first-steps';
import { PERMISSIONS } from '../../server/permissions';
import { adminOf } from '../support/admin';
import { countStatements } from '../support/count-statements';
import { makeProduct, rowsOf, stockOf } from '../support/shop';
import { freshKey, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Somebody has just switched the shop on, and is led to the first order. */

const refusal = ({ status, body }: Response) => [status, body.error?.details.code];

describe('an empty shop', () => {
  let shop: RunningShop;
  let grace: Staff;

  beforeAll(async () => {
    shop = await startStrapi({ cartwright: { currency: 'EUR' } });
    grace = await makeStaff(shop);
  });
  afterAll(() => shop.stop());

  const see = async (): Promise<FirstStepsDto> =>
    (await grace.send('get', '/first-steps')).body.data;
  const done = async () =>
    (await see()).steps.filter(({ isDone }) => isDone).map(({ name }) => name);
  const test = (key = freshKey()) =>
    grace.send('post', '/first-steps/test-order', {}, { 'Idempotency-Key': key });

  it('has everything before it', async () => {
    expect(await see()).toEqual({
      isOpen: true,
      isDismissed: false,
      steps: ['details', 'options', 'product', 'delivery', 'test-order', 'front-end', 'staff'].map(
        (name) => ({ name, isDone: false, isSkipped: false })
      ),
      canOrder: false,
      testOrder: null,
      storePath: '/api/cartwright',
    });
    expect(refusal(await test())).toEqual([422, 'not_for_sale']);
  });

  it('knows by itself what is done', async () => {
    await makeProduct(shop.strapi, { options: { Size: ['S'] }, published: false, stock: 5 });
    expect(await done()).toEqual(['options']);
    await makeProduct(shop.strapi, { title: 'No price', unitPrice: null });
    expect(await done()).toEqual(['options']);
    await makeProduct(shop.strapi, { title: 'None left', stock: 0 });
    expect(await done()).toEqual(['options', 'product']);
    expect((await see()).canOrder).toBe(false);
    await makeProduct(shop.strapi, { title: 'Mug', stock: 3 });
    expect((await see()).canOrder).toBe(true);
  });

  it('takes the same few statements however much there is', async () => {
    const { statements } = await countStatements(
      shop.strapi,
      () => grace.send('get', '/first-steps'),
      { only: 'cartwright' }
    );
    expect(statements.length).toBeLessThanOrEqual(4);
  });

  it('orders something as a test, once for a key and while it stands', async () => {
    const key = freshKey();
    const answers = await Promise.all([test(key), test(key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const again = await test();
    expect(again.status).toBe(200);
    expect(await rowsOf(shop.strapi, 'cartwright_orders')).toHaveLength(1);
    expect(await stockOf(shop.strapi, 'mug')).toBe(2);
    const { testOrder, isOpen } = await see();
    expect(isOpen).toBe(true);
    expect(await done()).toEqual(['options', 'product', 'test-order']);
    expect(await grace.see(testOrder!)).toMatchObject({
      email: 'grace@example.com',
      instructions: 'Test order',
      paymentMethod: 'manual',
      status: 'open',
      items: [{ sku: 'mug', quantity: 1 }],
    });
  });

  it('cancels it again, and its unit is back', async () => {
    const answer = await grace.send('post', '/first-steps/test-order/cancel');
    expect(answer.body.data.testOrder.status).toBe('cancelled');
    expect(await stockOf(shop.strapi, 'mug')).toBe(3);
    expect(refusal(await grace.send('post', '/first-steps/test-order/cancel'))).toEqual([
      422,
      'status_not_allowed',
    ]);
    const next = await test();
    expect(next.body.data.testOrder.status).toBe('open');
    await grace.send('post', '/first-steps/test-order/cancel');
  });

  it('skips a step, and takes it up again', async () => {
    const skip = (step: string, isSkipped: unknown) =>
      grace.send('put', `/first-steps/${step}`, { isSkipped });
    const skipped = async () =>
      (await see()).steps.filter(({ isSkipped }) => isSkipped).map(({ name }) => name);
    await Promise.all([skip('delivery', true), skip('details', true)]);
    expect(await skipped()).toEqual(['details', 'delivery']);
    await skip('details', false);
    expect(await skipped()).toEqual(['delivery']);
    expect(refusal(await skip('nonsense', true))).toEqual([400, 'invalid_input']);
    expect(refusal(await skip('details', 'yes'))).toEqual([400, 'invalid_input']);
  });

  it('is put away, and brought back', async () => {
    const dismiss = (isDismissed: boolean) => grace.send('put', '/first-steps', { isDismissed });
    await dismiss(true);
    await dismiss(true);
    expect(await see()).toMatchObject({ isOpen: false, isDismissed: true });
    await dismiss(false);
    expect(await see()).toMatchObject({ isOpen: true, isDismissed: false });
  });

  it('hears of a cart and of staff', async () => {
    await shopperOf(shop).add('mug');
    expect(await done()).toContain('front-end');
    await adminOf(shop, []);
    expect(await done()).toContain('staff');
  });

  it('is no empty shop any more once somebody has ordered', async () => {
    expect((await see()).isOpen).toBe(true);
    const ada = shopperOf(shop);
    await ada.add('mug');
    expect((await ada.checkout({ paymentMethod: 'manual' })).status).toBe(201);
    expect((await see()).isOpen).toBe(false);
  });

  it('is shown to all staff, and changed by those who may', async () => {
    const reader = await adminOf(shop, [PERMISSIONS.readOrders]);
    const packer = await adminOf(shop, [PERMISSIONS.updateOrders]);
    expect((await shop.http().get('/cartwright/first-steps')).status).toBe(401);
    expect((await reader.get('/first-steps')).status).toBe(200);
    expect((await reader.post('/first-steps/test-order')).status).toBe(403);
    expect((await reader.post('/first-steps/test-order/cancel')).status).toBe(403);
    expect((await packer.post('/first-steps/test-order')).status).toBe(200);
    for (const path of ['/first-steps', '/first-steps/staff']) {
      const answer = await grace.send('put', path, {});
      expect(answer.status).toBe(400);
    }
  });
});

describe('a shop with settings', () => {
  let shop: RunningShop;
  let grace: Staff;

  beforeAll(async () => {
    shop = await startStrapi({
      cartwright: {
        currency: 'EUR',
        shop: { name: 'Cups & Co', address: ['1 High Street'] },
        tax: { rates: [{ country: 'AT', rate: '20', label: 'USt' }] },
        shipping: {
          options: [
            { code: 'at', label: 'Austria', amount: '5', countries: ['AT'] },
            { code: 'at-fast', label: 'Fast', amount: '9', countries: ['AT'] },
          ],
        },
      },
    });
    grace = await makeStaff(shop);
    await makeProduct(shop.strapi, { unitPrice: 10 });
  });
  afterAll(() => shop.stop());

  it('knows them, and orders to where it delivers', async () => {
    const { body } = await grace.send('post', '/first-steps/test-order');
    const names = (body.data as FirstStepsDto).steps.filter(({ isDone }) => isDone);
    expect(names.map(({ name }) => name)).toEqual(['details', 'product', 'delivery', 'test-order']);
    expect(await grace.see(body.data.testOrder)).toMatchObject({
      shippingOption: { code: 'at' },
      billing: { country: 'AT' },
    });
  });
});
