import { CommerceError } from '../domain/errors';
import { formatAmount } from '../domain/money/format';
import type { HistoryEntry, Order } from '../domain/orders/order';
import { applyAnswer, orderPaymentStatus, type Payment } from '../domain/orders/payment-status';
import type { Emit } from '../events/emit';
import { type Fact, orderFact } from '../events/events';
import { isPaymentAnswer, type PaymentAnswer, type PaymentProvider } from '../providers/payment';
import type { Database } from '../storage/database';
import * as storedOrders from '../storage/orders';
import { recordEvents } from '../storage/outbox';

export type Payments = ReturnType<typeof createPayments>;

export function createPayments(shop: {
  database: Database;
  providers: PaymentProvider[];
  emit: Emit;
  clock: () => Date;
}) {
  const { database, providers, emit, clock } = shop;

  function provider(name: string | null): PaymentProvider | undefined {
    return providers.find((candidate) => candidate.name === name);
  }

  /**
   * Asks the provider for the money of an order that was not asked for yet, or was declined, and keeps its
   * answer. Nothing is locked while the provider thinks. The provider's idempotency key comes from the order
   * and the attempt, so a repeat after a crash charges once.
   *
   * @throws CommerceError provider_failed; the order stays and can be tried again
   */
  async function authorize(order: Order, payment: Record<string, unknown>): Promise<Order> {
    const open = order.payments.find(
      ({ status, attempts }) => (status === 'pending' && attempts === 0) || status === 'declined'
    );
    if (!open) return order;
    const answer = await ask(order, open, payment);
    return keep(order, open, answer);
  }

  async function ask(
    order: Order,
    open: Payment,
    payment: Record<string, unknown>
  ): Promise<PaymentAnswer> {
    const name = open.provider;
    try {
      const found = provider(name);
      if (!found) throw new Error(`no payment provider is called "${name}"`);
      const answer: unknown = await found.authorize({
        orderNumber: order.number,
        amount: formatAmount(open.amount, order.currency),
        currency: order.currency,
        email: order.email,
        payment,
        idempotencyKey: `${order.documentId}:${open.attempts + 1}`,
      });
      if (isPaymentAnswer(answer)) return answer;
      throw new Error(`"${name}" answered ${JSON.stringify(answer)}`);
    } catch (error) {
      throw new CommerceError(
        'provider_failed',
        `The payment provider "${name}" could not be reached; the order waits`,
        { provider: name },
        error
      );
    }
  }

  async function keep(order: Order, asked: Payment, answer: PaymentAnswer): Promise<Order> {
    return step(order.documentId, (current) => {
      const payments = current.payments.map((payment) =>
        // Somebody else kept an answer to this attempt already, or staff saw the money come: theirs stands.
        payment.documentId === asked.documentId &&
        payment.attempts === asked.attempts &&
        payment.status === asked.status
          ? applyAnswer(payment, answer)
          : payment
      );
      return { ...current, payments };
    });
  }

  /**
   * Staff confirm that the money of an offline payment has come.
   *
   * @throws CommerceError not_found, status_not_allowed
   */
  async function confirm(
    orderDocumentId: string,
    by: string,
    decide: (order: Order) => Order
  ): Promise<Order> {
    return step(orderDocumentId, decide, by);
  }

  /** One step of an order's payments: locked, derived, recorded in its history, told after commit. */
  async function step(
    documentId: string,
    decide: (order: Order) => Order,
    by = 'shopper'
  ): Promise<Order> {
    const now = clock();
    const { order, events } = await database.transaction(async (trx) => {
      const before = await storedOrders.lockOrder(trx, { documentId });
      if (!before) throw new CommerceError('not_found', 'There is no such order');
      const after = withDerivedStatus(before, decide(before), by, now);
      await storedOrders.saveOrderStep(trx, after, now);
      const events = await recordEvents(trx, factsOf(before, after), now);
      return { order: after, events };
    });
    await emit(events);
    return order;
  }

  return { provider, authorize, confirm };
}

function withDerivedStatus(before: Order, after: Order, by: string, now: Date): Order {
  const to = orderPaymentStatus(after.totals.total, after.payments);
  const from = before.paymentStatus;
  if (to === from) return after;
  const entry: HistoryEntry = { at: now.toISOString(), by, step: 'payment', from, to };
  return {
    ...after,
    paymentStatus: to,
    holdExpiresAt: to === 'paid' ? null : after.holdExpiresAt,
    history: [...after.history, entry],
  };
}

function factsOf(before: Order, after: Order): Fact[] {
  const paid = before.paymentStatus !== 'paid' && after.paymentStatus === 'paid';
  return paid ? [{ name: 'cartwright.order.paid', payload: orderFact(after) }] : [];
}
