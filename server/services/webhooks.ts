import { CommerceError } from '../domain/errors';
import type { Order } from '../domain/orders/order';
import type { PaymentStatus } from '../domain/payments/payment';
import { paymentOfMessage } from '../domain/payments/payment-of-message';
import { readMessageKey, readState } from '../domain/payments/read-answers';
import type { PaymentProvider, WebhookRequest } from '../providers/payment';
import type { Database } from '../storage/database';
import { findOrderOfPayment } from '../storage/orders/search';
import {
  findUnhandled,
  markHandled,
  postponeReceipt,
  storeReceipt,
  type WebhookReceipt,
} from '../storage/webhook-receipts';
import type { Payments } from './payments';
import { daysAfter, minutesAfter } from './shopper';

export type Webhooks = ReturnType<typeof createWebhooks>;

/** How long a message waits for an order that it fits: providers themselves repeat theirs for some days. */
const DAYS_OF_HOPE = 30;
const MESSAGES_AT_ONCE = 100;

/** After this long a message about money that fits no payment is not early any more: somebody must look at it. */
const PATIENCE_MINUTES = 10;
const SIX_HOURS = 6 * 60 * 60 * 1000;

/** What payment providers say by themselves: verified, stored once, handled at least once (rule 8.7). */
export function createWebhooks(shop: {
  providers: readonly PaymentProvider[];
  database: Database;
  payments: Payments;
  currency: string;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { providers, database, payments, currency, clock } = shop;

  /**
   * Takes in a message. When this returns it is stored: what cannot be handled now is handled by the sweep, so the
   * provider need not repeat it.
   *
   * @throws CommerceError not_found for a provider that takes no messages, invalid_signature
   */
  async function receive(name: string, request: WebhookRequest): Promise<void> {
    const provider = providers.find((candidate) => candidate.name === name);
    if (!provider?.parseWebhook) {
      throw new CommerceError('not_found', 'No payment provider takes messages here');
    }
    const receipt = await read(provider, request);
    if (!receipt) return;
    const now = clock();
    const times = { now, retryAt: minutesAfter(now, 1) };
    if (await database.write((db) => storeReceipt(db, receipt, times))) await handle(receipt);
  }

  /** @returns null for a message that the shop need not know */
  async function read(
    provider: PaymentProvider,
    request: WebhookRequest
  ): Promise<WebhookReceipt | null> {
    try {
      const message = await provider.parseWebhook?.(request);
      if (!message) return null;
      const { id, reference, orderNumber } = readMessageKey(message);
      readState(message, currency);
      const stored = { ...message };
      return { provider: provider.name, eventId: id, reference, orderNumber, message: stored };
    } catch (error) {
      const why = `A message for "${provider.name}" could not be verified`;
      throw new CommerceError('invalid_signature', why, { provider: provider.name }, error);
    }
  }

  /** Never throws: the message is stored. @returns whether the message still waits for a payment that it fits */
  async function handle(receipt: WebhookReceipt): Promise<boolean> {
    try {
      const { provider, reference, orderNumber, message } = receipt;
      const order = await findOrderOfPayment(database.read, { provider, reference, orderNumber });
      const state = readState(message, currency);
      const { status } = state;
      const payment = order && paymentOfMessage(order.payments, { provider, reference, status });
      if (payment) await payments.hear(order.documentId, payment, state);
      // It came before the shop has kept the reference: it waits for it.
      else if (!order || isAwaitedFrom(provider, order) || tellsOfMoney(status)) return true;
      await database.write((db) => markHandled(db, receipt, clock()));
    } catch (error) {
      shop.warn(`a message of "${receipt.provider}" was stored, and waits: ${String(error)}`);
    }
    return false;
  }

  /** Handles what was stored and waits. */
  async function sweep(): Promise<void> {
    const now = clock();
    const waiting = { since: daysAfter(now, -DAYS_OF_HOPE), now };
    for (const receipt of await findUnhandled(database.read, waiting, MESSAGES_AT_ONCE)) {
      const retryAt = waitLonger(receipt.receivedAt, now);
      await database.write((db) => postponeReceipt(db, receipt, retryAt));
      const waits = await handle(receipt);
      if (waits && receipt.receivedAt < minutesAfter(now, -PATIENCE_MINUTES)) alarm(receipt);
    }
  }

  /** Said again at each look, which come less and less often: perhaps a shopper has paid twice. */
  function alarm({ provider, reference, orderNumber, message }: WebhookReceipt): void {
    if (!tellsOfMoney(message.status as PaymentStatus)) return;
    const named = orderNumber === null ? 'no order' : `order ${orderNumber}`;
    shop.warn(
      `"${provider}" tells of money that fits no payment: ${String(message.status)}, reference ${reference}, ${named}`
    );
  }

  return { receive, sweep };
}

/** The longer it waits already, the longer until it is looked at again: it is one of many that fit no order, perhaps. */
function waitLonger(receivedAt: Date, now: Date): Date {
  const age = now.getTime() - receivedAt.getTime();
  return new Date(now.getTime() + Math.min(Math.max(age, 60_000), SIX_HOURS));
}

/** Whether the shop waits for an answer of this provider, which may bring the reference that the message names. */
function isAwaitedFrom(provider: string, { payments }: Order): boolean {
  return payments.some((payment) => payment.provider === provider && payment.askedAt !== null);
}

/** Money that fits no payment stays where it can be found; that an attempt of old was declined is of no use to anybody. */
function tellsOfMoney(status: PaymentStatus): boolean {
  return !['declined', 'cancelled', 'pending', 'requires_action'].includes(status);
}
