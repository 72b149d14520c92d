import type { Amount } from '../domain/money/money';
import { withNote } from '../domain/orders/notes';
import type { Order } from '../domain/orders/order';
import { statusNotAllowed } from '../domain/orders/order-status';
import { type Standing, standingOf } from '../domain/orders/possible-steps';
import { requestOperation } from '../domain/payments/request-operation';
import { orderFact } from '../events/events';
import type { Documents } from './documents';
import type { OrderSteps } from './order-steps';
import { cancellation } from './order-steps/cancellation';
import type { Payments } from './payments';
import { refuseRefused } from './payments/refuse-refused';

export type OrderLife = ReturnType<typeof createOrderLife>;

/** What staff do to an order besides parcels, refunds and edits. */
export function createOrderLife(shop: {
  steps: OrderSteps;
  payments: Payments;
  documents: Documents;
  /** How long an order keeps its units whose payment link was sent. */
  linkHoldUntil: (now: Date) => Date;
}) {
  const { steps, payments, documents } = shop;
  const captures = (provider: string) => payments.capabilities(provider).partialCapture !== false;

  /** How the order stands, and what can be done about it: a question. */
  function standing(order: Order): Standing {
    const paidOutside = payments.isOffline(order.paymentMethod ?? '');
    return standingOf(order, { can: payments.can, captures, paidOutside });
  }

  /**
   * Takes money that is reserved (`capture`; null is all that the order costs), or lets go of it (`void`).
   *
   * @throws CommerceError not_found, invalid_amount, status_not_allowed (also when the provider refuses)
   */
  async function operate(
    documentId: string,
    paymentId: string,
    { kind, amount }: { kind: 'capture' | 'void'; amount: Amount | null },
    by: string
  ): Promise<Order> {
    const asked = await steps.take(documentId, by, (order, at) => {
      const request = { kind, paymentId, amount, by, at, retryAt: payments.takenOverAt(at) };
      const abilities = { can: payments.can, partly: captures };
      return { order: requestOperation(order, { ...request, ...abilities }) };
    });
    const operations = asked.payments.find((one) => one.documentId === paymentId)?.operations;
    const id = operations?.at(-1)?.id ?? '';
    const order = await payments.performDue(asked);
    refuseRefused(order, [id], kind === 'capture' ? 'paid' : 'cancelled');
    return order;
  }

  /**
   * Ends an order of which nothing has left: units and the use of its code return, its money goes back, an invoice is
   * taken back. Units that were refunded stay where their refund put them.
   *
   * @throws CommerceError not_found, status_not_allowed
   */
  async function cancel(documentId: string, reason: string | null, by: string): Promise<Order> {
    const cancelled = await steps.take(documentId, by, (order, at) => {
      const giving = payments.cancellation(by, reason, at);
      const step = cancellation(order, giving, documents.cancelInvoice);
      return reason === null ? step : { ...step, order: withNote(step.order, reason, { by, at }) };
    });
    return payments.performDue(cancelled);
  }

  /** Something to remember about an order, for staff. @throws CommerceError not_found */
  async function note(documentId: string, text: string, by: string): Promise<Order> {
    return steps.take(documentId, by, (order, at) => ({
      order: withNote(order, text, { by, at }),
    }));
  }

  /**
   * Asks the shopper for what is due, by a mail with a link. An order that would expire before anybody has read it waits
   * as long as one that is paid outside the shop.
   *
   * @throws CommerceError not_found, status_not_allowed
   */
  async function requestPayment(documentId: string, by: string): Promise<Order> {
    return steps.take(documentId, by, (order, at) => {
      if (!standing(order).can.requestPayment) {
        throw statusNotAllowed(order.paymentStatus, 'paid', []);
      }
      const until = shop.linkHoldUntil(at);
      const { holdExpiresAt } = order;
      const held = holdExpiresAt && holdExpiresAt < until ? until : holdExpiresAt;
      const asked = withNote(order, 'A payment link was sent', { by, at });
      return {
        order: { ...asked, holdExpiresAt: held },
        facts: [{ name: 'cartwright.order.payment_requested', payload: orderFact(order) }],
      };
    });
  }

  return { standing, operate, cancel, note, requestPayment };
}
