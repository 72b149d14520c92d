import { createId } from '@paralleldrive/cuid2';

import { formatAmount } from '../domain/money/format';
import { balanceOf } from '../domain/orders/balance';
import { PATIENCE_MS } from '../domain/orders/next-check';
import type { Order } from '../domain/orders/order';
import type { KnownState } from '../domain/payments/apply-state';
import { beginAttempt, withPayment } from '../domain/payments/begin-attempt';
import type { GivingBack } from '../domain/payments/give-back';
import { hearState } from '../domain/payments/hear-state';
import { isAwaited, isOpen } from '../domain/payments/is-open';
import { attemptKey, endAsking, type Payment } from '../domain/payments/payment';
import { readPaymentAnswer, readState } from '../domain/payments/read-answers';
import { CommerceError } from '../domain/errors';
import { ask } from '../providers/ask';
import type { PaymentProvider } from '../providers/payment';
import type { OrderStep, OrderSteps } from './order-steps';
import { createPerform } from './payments/perform';

export type Payments = ReturnType<typeof createPayments>;

/** How a shopper wants to pay. */
export interface PaymentWish {
  /** null goes on with the way that was chosen. */
  method: string | null;
  /** For the provider. */
  payment: Record<string, unknown>;
}

/**
 * The money of orders. Nothing is locked while a provider thinks: what it is asked is written down first, its answer
 * afterwards, and whoever dies in between is followed by a repeat, a webhook or the sweep.
 */
export function createPayments(shop: {
  providers: readonly PaymentProvider[];
  steps: OrderSteps;
  holdUntil: (method: string, now: Date) => Date;
  clock: () => Date;
}) {
  const { providers, steps, clock } = shop;

  const providerOf = (name: string): PaymentProvider | undefined =>
    providers.find((candidate) => candidate.name === name);

  const can: GivingBack['can'] = (name, what) => typeof providerOf(name)?.[what] === 'function';

  /** When somebody else may take over what this process is about to ask. */
  const takenOverAt = (now: Date) => new Date(now.getTime() + PATIENCE_MS);

  /**
   * Asks for the money of an order that was not answered for yet. The provider's key comes from the payment and the
   * attempt, so a repeat after a crash charges once.
   *
   * @throws CommerceError provider_failed; the order waits and can be tried again
   */
  async function authorize(order: Order, payment: Record<string, unknown>): Promise<Order> {
    const asked = order.payments.find(isAwaited);
    if (!asked) return order;
    const state = await ask(
      asked.provider,
      () =>
        known(asked.provider).authorize({
          orderNumber: order.number,
          amount: formatAmount(asked.amount, order.currency),
          currency: order.currency,
          email: order.email,
          payment,
          reference: asked.reference,
          idempotencyKey: attemptKey(asked),
        }),
      (answer) => readPaymentAnswer(answer, order.currency)
    );
    return keepAnswer(order, asked, state);
  }

  /**
   * Another attempt on an order that waits, perhaps by another method. What the provider knows already counts first: the
   * shopper may come back from a 3-D Secure step.
   *
   * @throws CommerceError payment_method_unknown, status_not_allowed, provider_failed
   */
  async function tryAgain(order: Order, { method, payment }: PaymentWish): Promise<Order> {
    if (method !== null && !providerOf(method)) throw unknownMethod();
    const heard = await reconcile(order);
    const waiting = heard.payments.find(isOpen);
    const chosen = method ?? waiting?.provider ?? heard.paymentMethod;
    // An order of nothing that an edit made dearer was never asked how it is paid.
    if (chosen === null && balanceOf(heard).due.gt(0)) throw unknownMethod();
    const sameMethod = method === null || method === waiting?.provider;
    const wasAsked = waiting?.askedAt === null && waiting.attempts > 0;
    const waitsForOthers = wasAsked && waiting.status !== 'declined';
    // Nothing new was said, and no edit has changed what is due: the answer is what it waits for.
    const sameAmount = waiting?.amount.eq(balanceOf(heard).due) === true;
    const nothingNew = sameMethod && sameAmount && Object.keys(payment).length === 0;
    if (waitsForOthers && nothingNew) return heard;
    const begun = await steps.take(order.documentId, 'shopper', (current, at) => {
      const attempt = {
        method,
        newPaymentId: createId(),
        at,
        retryAt: takenOverAt(at),
        holdUntil: (chosen: string) => shop.holdUntil(chosen, at),
        can,
      };
      const after = beginAttempt(current, attempt);
      return after && { order: after };
    });
    return perform.due(await authorize(begun, payment));
  }

  function unknownMethod(): CommerceError {
    const offered = providers.map(({ name }) => name);
    return new CommerceError('payment_method_unknown', 'Please choose a way to pay', { offered });
  }

  async function keepAnswer(order: Order, asked: Payment, state: KnownState): Promise<Order> {
    const kept = await steps.take(order.documentId, 'shopper', (current, at) => {
      const payment = current.payments.find(({ documentId }) => documentId === asked.documentId);
      if (!payment) return null;
      const awaited = payment.askedAt !== null && payment.attempts === asked.attempts;
      // Somebody else kept an answer to this attempt, or gave it up: that stands, unless this one tells of money.
      if (!awaited && !['authorized', 'paid'].includes(state.status)) return null;
      return step(current, awaited ? endAsking(payment) : payment, state, at);
    });
    return perform.due(kept);
  }

  /** What a provider's word makes of an order; null when it is known already. */
  function step(order: Order, payment: Payment, state: KnownState, at: Date): OrderStep | null {
    const after = hearState(order, payment, state, { at, retryAt: takenOverAt(at), can });
    return JSON.stringify(after) === JSON.stringify(order) ? null : { order: after };
  }

  /** How a cancellation asks the providers to give money back. */
  function cancellation(by: string, reason: string | null, at: Date): GivingBack {
    return { by, reason, at, retryAt: takenOverAt(at), can };
  }

  /**
   * What the providers know of the payments whose answers are missing, or that wait for somebody.
   *
   * @throws CommerceError provider_failed
   */
  async function reconcile(order: Order): Promise<Order> {
    let current = order;
    for (const payment of order.payments) {
      const provider = providerOf(payment.provider);
      const waits = payment.askedAt !== null || isOpen(payment) || isAsking(payment);
      if (!waits || !provider?.find) continue;
      const state = await ask(
        provider.name,
        () =>
          provider.find?.({
            orderNumber: order.number,
            currency: order.currency,
            reference: payment.reference,
            idempotencyKey: attemptKey(payment),
          }),
        (answer) =>
          answer === null || answer === undefined ? null : readState(answer, order.currency)
      );
      if (state) current = await hear(order.documentId, payment, state);
      else if (!isOpen(payment)) current = await stopWaiting(order.documentId, payment);
    }
    return current;
  }

  /** The provider knows nothing of an attempt that was given up, and nobody can be asking for it any more. */
  function stopWaiting(orderDocumentId: string, { documentId }: Payment): Promise<Order> {
    return steps.take(orderDocumentId, 'payment provider', (order, at) => {
      const payment = order.payments.find((one) => one.documentId === documentId);
      const overdue = payment?.askedAt && takenOverAt(payment.askedAt) <= at;
      return overdue && !isOpen(payment) ? { order: withPayment(order, endAsking(payment)) } : null;
    });
  }

  /**
   * Keeps what a provider says of a payment, whenever it says it. `asked` is the payment as it was when the shop asked
   * where it stands: that answers an attempt whose own answer never came.
   */
  async function hear(
    orderDocumentId: string,
    asked: Pick<Payment, 'documentId'> & Partial<Payment>,
    state: KnownState
  ): Promise<Order> {
    const heard = await steps.take(orderDocumentId, 'payment provider', (order, at) => {
      const payment = order.payments.find(({ documentId }) => documentId === asked.documentId);
      if (!payment) return null;
      const answers = asked.askedAt && payment.askedAt && asked.attempts === payment.attempts;
      return step(order, answers ? endAsking(payment) : payment, state, at);
    });
    return perform.due(heard);
  }

  /** @throws an Error for a provider that the config no longer names */
  function known(name: string): PaymentProvider {
    const provider = providerOf(name);
    if (provider) return provider;
    throw new Error(`no payment provider is called "${name}"`);
  }

  const perform = createPerform({ known, steps, clock, takenOverAt });

  return {
    authorize,
    tryAgain,
    reconcile,
    hear,
    can,
    isOffline: (name: string) => providerOf(name)?.offline === true,
    capabilities: (name: string) => providerOf(name)?.capabilities ?? {},
    cancellation,
    takenOverAt,
    performDue: perform.due,
  };
}

function isAsking({ operations }: Payment): boolean {
  return operations.some(({ status, attempts }) => status === 'asked' && attempts > 0);
}
