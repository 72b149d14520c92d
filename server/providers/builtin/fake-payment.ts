import { randomUUID } from 'node:crypto';

import { toMinorUnits } from '../../domain/money/minor-units';
import { money } from '../../domain/money/money';
import type { PaymentAnswer, PaymentProvider, PaymentRequest, StepAnswer } from '../payment';
import { type FakeCharge, type FakeEntry, keepBooks, stateOf, type StepEntry } from './fake-books';
import { type FakeBehaviour, fakeBehaviour } from './fake-cards';
import { ledgerInFile, ledgerInMemory } from './fake-ledger';
import { fakeWebhook, readFakeWebhook } from './fake-webhook';

export interface FakePaymentOptions {
  /** 'fake' unless said otherwise. */
  name?: string;
  label?: string;
  /** Reserves the money only; staff capture it. */
  manualCapture?: boolean;
  /** What its webhooks are signed with. Without it the provider takes none. */
  webhookSecret?: string;
  /** Where it sends its webhooks: the shop's `/api/cartwright/webhooks/fake`. Without it, it sends none. */
  webhookUrl?: string | (() => string);
  /** How long a late webhook takes: 30 seconds unless said otherwise. */
  lateMs?: number;
  /** How long a silent one is silent, and fails then: 30 seconds, longer than a shop waits, unless said otherwise. */
  silenceMs?: number;
  /** A file that remembers the charges, for several servers and over restarts; in memory otherwise. */
  ledger?: string;
  /** What the crash cards do; they throw unless said otherwise. */
  crash?: () => void;
  /** It charges nobody, and yet ships goods: it does not start in production without this. */
  allowInProduction?: boolean;
}

export interface FakePaymentProvider extends PaymentProvider {
  /** Every payment that was ever begun, in order. */
  charges(): FakeCharge[];
  /** The shopper does the 3-D step at the bank, without the shop; false gives it up. The shop hears of it by a webhook. */
  act(reference: string, done?: boolean): Promise<void>;
}

/**
 * A payment provider for demos and tests: no money moves. What happens is said by the card (docs/providers/fake.md), else
 * by the last two digits of the amount.
 *
 * @throws an Error in production
 */
export function fakePayment(options: FakePaymentOptions = {}): FakePaymentProvider {
  const { name = 'fake', label = 'Fake card', manualCapture = false, webhookSecret } = options;
  const { lateMs = 30_000, silenceMs = 30_000, crash = fallOver } = options;
  if (process.env.NODE_ENV === 'production' && options.allowInProduction !== true) {
    throw new Error(
      'cartwright: fakePayment takes no money and is not for production; { allowInProduction: true } starts it all the same'
    );
  }
  const ledger = options.ledger ? ledgerInFile(options.ledger) : ledgerInMemory();
  const takes = !manualCapture;

  const books = () => keepBooks(ledger.entries());

  /** Whoever wrote the first entry of a key has made the answer; the others repeat it. */
  function enter<Answer extends PaymentAnswer | StepAnswer>(entry: FakeEntry) {
    const isNew = !books().answers.has(entry.key);
    if (isNew) ledger.append(entry);
    const { answers, references, charges } = books();
    const charge = charges.get(references.get(entry.key) ?? '');
    return { isNew, charge, answer: answers.get(entry.key) as Answer };
  }

  async function authorize(request: PaymentRequest): Promise<PaymentAnswer> {
    const { orderNumber, amount, currency, payment, reference, idempotencyKey } = request;
    const minorUnits = String(toMinorUnits(money(amount), currency));
    const behaviour = fakeBehaviour(payment.card, minorUnits);
    const known = books().answers.has(idempotencyKey);
    if (!known && behaviour === 'silence') await silence(silenceMs);
    if (!known && behaviour === 'crash-before') crash();
    const { isNew, charge, answer } = enter<PaymentAnswer>({
      kind: 'authorize',
      key: idempotencyKey,
      reference: `fake_${randomUUID()}`,
      continues: reference,
      orderNumber,
      amount,
      currency,
      behaviour,
      takes,
      confirmed: typeof payment.confirmed === 'boolean' ? payment.confirmed : null,
    });
    if (isNew && behaviour && charge) await comeOut(behaviour, charge);
    return answer;
  }

  /** What happens around an answer. */
  async function comeOut(behaviour: FakeBehaviour, charge: FakeCharge): Promise<void> {
    if (behaviour === 'lost-answer') throw new Error('socket hang up');
    if (behaviour === 'crash-after') crash();
    if (behaviour === 'webhook-first') await tell(charge);
    if (behaviour === 'webhook-twice') {
      setImmediate(() => void Promise.all([tell(charge), tell(charge)]));
    }
    if (behaviour === 'webhook-late') setTimeout(() => void tell(charge), lateMs).unref();
  }

  /** A webhook that nobody takes in is one that never came: the shop asks by itself. */
  async function tell(charge: FakeCharge): Promise<void> {
    const { webhookUrl: to } = options;
    if (!to || !webhookSecret) return;
    const state = stateOf(charge);
    const { reference, status, captured, refunded } = state;
    const id = [reference, status, captured, refunded].join(':');
    const message = fakeWebhook({ ...state, id, orderNumber: charge.orderNumber }, webhookSecret);
    await fetch(typeof to === 'function' ? to() : to, { method: 'POST', ...message }).catch(
      () => undefined
    );
  }

  const step = (kind: StepEntry['kind']) => (request: Omit<StepEntry, 'kind' | 'key'> & Key) => {
    const { reference, amount, idempotencyKey: key } = request;
    return enter<StepAnswer>({ kind, key, reference, amount }).answer;
  };

  return {
    name,
    label,
    authorize,
    capture: step('capture'),
    void: step('void'),
    refund: step('refund'),
    find: ({ reference, idempotencyKey }) => {
      const { charges, references } = books();
      const charge = charges.get(references.get(idempotencyKey) ?? reference ?? '');
      return charge ? stateOf(charge) : null;
    },
    ...(webhookSecret === undefined
      ? {}
      : { parseWebhook: (request) => readFakeWebhook(request, webhookSecret) }),
    charges: () => [...books().charges.values()],
    act: async (reference, done = true) => {
      enter({ kind: 'action', key: `action:${randomUUID()}`, reference, done, takes });
      const charge = books().charges.get(reference);
      if (charge) await tell(charge);
    },
  };
}

interface Key {
  idempotencyKey: string;
}

function silence(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('ETIMEDOUT'));
    }, ms).unref();
  });
}

function fallOver(): never {
  throw new Error('the fake provider fell over');
}
