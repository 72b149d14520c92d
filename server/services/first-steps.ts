import type { Settings } from '../config';
import type { CartDetails } from '../domain/cart/cart';
import type { PricedCart } from '../domain/cart/priced-cart';
import { CommerceError } from '../domain/errors';
import type { Order } from '../domain/orders/order';
import { FIRST_STEPS, type FirstStep, isStepDone } from '../domain/settings/first-steps';
import { testShopper } from '../domain/settings/test-shopper';
import type { Database } from '../storage/database';
import {
  findSomethingToOrder,
  findStoredFacts,
  type Mark,
  readMarks,
  writeMark,
} from '../storage/first-steps';
import { findOrder } from '../storage/orders';
import type { ItemRequest } from './cart-writes/item-request';
import type { StaffTerms } from './shopper';

/** An order as it is taken down. */
interface OrderRequest {
  account: null;
  details: Partial<CartDetails>;
  items: ItemRequest[];
  discountCode: null;
  locale: null;
}

/** What can be done with orders; the shop's own services. */
export interface TestDesk {
  preview: (
    request: OrderRequest
  ) => Promise<{ priced: PricedCart; paymentMethods: { code: string }[] }>;
  place: (request: OrderRequest, expectedTotal: null, terms: StaffTerms) => Promise<Order>;
  note: (documentId: string, text: string, by: string) => Promise<Order>;
  cancel: (documentId: string, reason: string | null, by: string) => Promise<Order>;
}

export interface StepsStanding {
  isDismissed: boolean;
  hasRealOrder: boolean;
  steps: { name: FirstStep; isDone: boolean; isSkipped: boolean }[];
  canOrder: boolean;
  testOrder: Order | null;
}

export type FirstSteps = ReturnType<typeof createFirstSteps>;

const TEST = 'Test order';

/** What makes a shop out of an empty one, for whoever has just switched it on. */
export function createFirstSteps(shop: {
  settings: Settings;
  database: Database;
  desk: TestDesk;
  clock: () => Date;
}) {
  const { settings, database, desk, clock } = shop;

  /** A question of a few statements, whatever the size of the shop. */
  async function standing(): Promise<StepsStanding> {
    const marks = await readMarks(database.read);
    const documentId = marks.get('test-order') ?? null;
    const stored = await findStoredFacts(database.read, TEST);
    const thing = await findSomethingToOrder(database.read, clock());
    const testOrder = documentId && (await findOrder(database.read, { documentId }));
    const facts = { ...stored, ...settled() };
    return {
      isDismissed: marks.has('dismissed'),
      hasRealOrder: stored.hasRealOrder,
      steps: FIRST_STEPS.map((name) => ({
        name,
        isDone: isStepDone(name, facts),
        isSkipped: marks.has(`skipped:${name}`),
      })),
      canOrder: thing !== null,
      testOrder: testOrder || null,
    };
  }

  /** What the settings say. */
  function settled() {
    const { shop: details, shipping, tax, providers } = settings;
    return {
      hasDetails: details.name !== '' && details.address.length > 0,
      hasShipping: shipping.options.length > 0 || providers.shipping !== undefined,
      hasTaxes: tax.rates.length > 0 || providers.tax !== undefined,
    };
  }

  async function mark(name: Mark, isOn: boolean): Promise<StepsStanding> {
    await database.transaction((trx) => writeMark(trx, name, isOn ? 'true' : null));
    return standing();
  }

  /**
   * Orders one unit of something, as staff would for a customer, with the member of staff as the customer: mails and all.
   * Once for a key; while the last one stands, there is no second.
   *
   * @throws CommerceError not_for_sale when there is nothing to order; as an order of staff
   */
  async function placeTestOrder(email: string, terms: StaffTerms): Promise<StepsStanding> {
    const before = await standing();
    if (before.testOrder && before.testOrder.status !== 'cancelled') return before;
    const thing = await findSomethingToOrder(database.read, clock());
    if (!thing) {
      throw new CommerceError('not_for_sale', 'Publish a product with a price and stock first.');
    }
    const order = await desk.place(await requestFor(thing, email), null, terms);
    await desk.note(order.documentId, TEST, terms.by);
    await database.transaction((trx) => writeMark(trx, 'test-order', order.documentId));
    return standing();
  }

  async function requestFor(
    thing: { type: string; documentId: string },
    email: string
  ): Promise<OrderRequest> {
    const details = { email, billing: testShopper(settings), instructions: TEST };
    const items = [{ ...thing, quantity: 1, data: null }];
    const request = { account: null, details, items, discountCode: null, locale: null };
    const { priced, paymentMethods } = await desk.preview(request);
    const manual = paymentMethods.find(({ code }) => code === 'manual') ?? paymentMethods[0];
    return {
      ...request,
      details: {
        ...details,
        shippingOption: priced.shippingOptions[0]?.code ?? null,
        paymentMethod: manual?.code ?? null,
      },
    };
  }

  /** @throws CommerceError not_found, status_not_allowed */
  async function cancelTestOrder(by: string): Promise<StepsStanding> {
    const { testOrder } = await standing();
    if (!testOrder) throw new CommerceError('not_found', 'There is no test order');
    await desk.cancel(testOrder.documentId, TEST, by);
    return standing();
  }

  return {
    standing,
    dismiss: (isDismissed: boolean) => mark('dismissed', isDismissed),
    skip: (step: FirstStep, isSkipped: boolean) => mark(`skipped:${step}`, isSkipped),
    placeTestOrder,
    cancelTestOrder,
  };
}
