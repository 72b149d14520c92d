import type { Response } from 'supertest';

import { FAKE_CARDS, type FakeBehaviour, fakePayment, fakeWebhook } from '../../server/providers';
import type { OrderDto, PaymentAnswerDto } from '../../server/contracts/orders';
import { sweepOrders } from '../../server/schedule';
import { makeProduct, type ProductWish, rowsOf, stockOf } from './shop';
import { API, shopperOf, type ShopperOptions } from './shopper';
import type { RunningShop } from './strapi';

export const WEBHOOK_SECRET = 'fake secret';

type Fields = Record<string, unknown>;

/** What a front end sends to pay with a fake card. */
export const withCard = (card: FakeBehaviour) => ({
  paymentMethod: 'fake',
  payment: { card: FAKE_CARDS[card].number },
});

/** The fake provider of a running shop, which sends its webhooks there. */
export function fakeOf(shop: () => RunningShop, options: Parameters<typeof fakePayment>[0] = {}) {
  return fakePayment({
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: () => `${shop().url}${API}/webhooks/fake`,
    lateMs: 20,
    silenceMs: 20,
    ...options,
  });
}

/** The story of one order: who places it, pays it, hears of it, and what is left in the database. */
export function ordersOf(shop: () => RunningShop) {
  const strapi = () => shop().strapi;
  const visitor = (options?: ShopperOptions) => shopperOf(shop(), options);
  const row = async (number: string) =>
    (await rowsOf(strapi(), 'cartwright_orders', { number }))[0]!;

  return {
    visitor,
    row,
    async filled(wish: ProductWish = {}, quantity = 1, options?: ShopperOptions) {
      const { sku } = await makeProduct(strapi(), { stock: 10, ...wish });
      const ada = visitor(options);
      await ada.add(sku, quantity);
      return { ada, sku, stock: () => stockOf(strapi(), sku) };
    },
    show: async (token: string): Promise<OrderDto> =>
      (await visitor().send('get', `/orders/${token}`)).body.data,
    pay: (token: string, body: object = {}) =>
      visitor().send('post', `/orders/${token}/payment`, body),
    cancel: (token: string) => visitor().send('post', `/orders/${token}/cancel`, {}),
    /** A webhook, as the fake provider sends it. */
    async hear(message: Fields, secret = WEBHOOK_SECRET) {
      const { headers, body } = fakeWebhook(message, secret);
      return fetch(`${shop().url}${API}/webhooks/fake`, { method: 'POST', headers, body });
    },
    sweep: () => sweepOrders(strapi()),
    /** As if so many minutes had passed since everything that the order waits for. */
    async age(number: string, minutes: number) {
      const before = (value: unknown) =>
        value === null ? null : new Date(new Date(value as string).getTime() - minutes * 60_000);
      const order = await row(number);
      const { document_id: order_document_id } = order;
      const db = strapi().db.connection;
      await db('cartwright_orders')
        .where({ number })
        .update({
          hold_expires_at: before(order['hold_expires_at']),
          check_at: before(order['check_at']),
        });
      for (const payment of await rowsOf(strapi(), 'cartwright_payments', { order_document_id })) {
        const operations = asJson(payment['operations']) as Fields[] | null;
        await db('cartwright_payments')
          .where({ document_id: payment['document_id'] })
          .update({
            asked_at: before(payment['asked_at']),
            operations: JSON.stringify(
              operations?.map((one) => ({ ...one, retryAt: before(one['retryAt']) })) ?? []
            ),
          });
      }
    },
    history: async (number: string) =>
      (asJson((await row(number))['history']) as Fields[]).map(
        ({ by, step, from, to }) => `${String(by)}: ${String(step)} ${String(from)} → ${String(to)}`
      ),
    payments: async (number: string) =>
      rowsOf(strapi(), 'cartwright_payments', {
        order_document_id: (await row(number))['document_id'],
      }),
    operations: async (number: string) =>
      (
        await rowsOf(strapi(), 'cartwright_payments', {
          order_document_id: (await row(number))['document_id'],
        })
      ).flatMap(({ operations }) =>
        (asJson(operations) as Fields[]).map(
          ({ kind, amount, status }) => `${String(kind)} ${String(amount)} ${String(status)}`
        )
      ),
  };
}

export const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];

export const placedOf = (answer: Response) =>
  answer.body.data as { order: OrderDto; payment: PaymentAnswerDto };

/** The order that a declined payment left waiting. */
export const waitingOf = (answer: Response) =>
  answer.body.error.details.order as { number: string; token: string };

function asJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}
