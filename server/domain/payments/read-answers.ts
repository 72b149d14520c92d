import { parseAmount } from '../money/parse-amount';
import type { KnownState } from './apply-state';
import type { PaymentStatus } from './payment';

const ANSWERS: readonly unknown[] = [
  'authorized',
  'paid',
  'pending',
  'requires_action',
  'declined',
] satisfies PaymentStatus[];

const STATES: readonly unknown[] = [...ANSWERS, 'cancelled', 'refunded'] satisfies unknown[];

type Fields = Record<string, unknown>;

/** What a provider answered to being asked for money. Nonsense throws: it must never become the status of an order. */
export function readPaymentAnswer(answer: unknown, currency: string): KnownState {
  const fields = (answer ?? {}) as Fields;
  if (!ANSWERS.includes(fields.status)) throw nonsense(answer);
  return readState(answer, currency);
}

/** Where a payment stands; amounts are checked against the currency. @throws an Error on nonsense */
export function readState(answer: unknown, currency: string): KnownState {
  const fields = (answer ?? {}) as Fields;
  if (!STATES.includes(fields.status)) throw nonsense(answer);
  const amount = (key: string) =>
    fields[key] === undefined || fields[key] === null
      ? null
      : parseAmount(fields[key], currency, key);
  return {
    status: fields.status as PaymentStatus,
    captured: amount('captured'),
    refunded: amount('refunded'),
    reference: readText(fields.reference, answer),
    action: (fields.action as Fields | null | undefined) ?? null,
    reason: readText(fields.reason, answer),
  };
}

/** A webhook's message, without what it says about the payment. @throws an Error when it lacks its id or reference */
export function readMessageKey(message: unknown): {
  id: string;
  reference: string;
  orderNumber: string | null;
} {
  const { id, reference, orderNumber } = (message ?? {}) as Fields;
  if (typeof id !== 'string' || id === '' || typeof reference !== 'string' || reference === '') {
    throw nonsense(message);
  }
  return { id, reference, orderNumber: readText(orderNumber, message) };
}

/** What a provider answered to a capture, a void or a refund. @throws an Error on nonsense */
export function readStepAnswer(answer: unknown): {
  status: 'done' | 'pending' | 'refused';
  reason: string | null;
} {
  const { status, reason } = (answer ?? {}) as Fields;
  if (status !== 'done' && status !== 'pending' && status !== 'refused') throw nonsense(answer);
  return { status, reason: readText(reason, answer) };
}

function readText(value: unknown, answer: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw nonsense(answer);
  return value;
}

function nonsense(answer: unknown): Error {
  return new Error(`not an answer: ${JSON.stringify(answer)}`);
}
