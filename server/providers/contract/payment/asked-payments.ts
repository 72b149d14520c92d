import assert from 'node:assert/strict';

import { currencyDecimals } from '../../../domain/money/currency';
import { formatAmount } from '../../../domain/money/format';
import { money } from '../../../domain/money/money';
import type { KnownState } from '../../../domain/payments/apply-state';
import {
  readPaymentAnswer,
  readState,
  readStepAnswer,
} from '../../../domain/payments/read-answers';
import type { PaymentAnswer, PaymentProvider, PaymentRequest } from '../../payment';
import { frozen } from '../requests';

type Sent = Record<string, unknown>;
type StepKind = 'capture' | 'void' | 'refund';

/** A payment that the provider was asked for. */
export interface AskedPayment {
  request: PaymentRequest;
  status: PaymentAnswer['status'];
  reference: string | null;
}

export type AskedPayments = ReturnType<typeof askedPayments>;

/** Asks a provider as the shop does, and reads its answers as the shop does. */
export function askedPayments(
  provider: PaymentProvider,
  { currency, payment, authorized }: { currency: string; payment: Sent; authorized: Sent }
) {
  // Enough for the least that card companies take.
  const unit = currencyDecimals(currency) === 0 ? 100 : 1;
  const amountOf = (units: number) => formatAmount(money(units * unit), currency);

  const ask = async (request: PaymentRequest) => provider.authorize(frozen(request));

  function attempt(sent: Sent = payment): PaymentRequest {
    const once = freshName();
    return {
      orderNumber: `contract-${once}`,
      amount: amountOf(12),
      currency,
      email: 'ada@example.com',
      payment: sent,
      reference: null,
      idempotencyKey: `contract-${once}:1`,
    };
  }

  async function begin(sent?: Sent): Promise<AskedPayment> {
    const request = attempt(sent);
    const { status, reference = null } = await ask(request);
    return { request, status, reference };
  }

  /** Asks for a step under a key of its own, or under the one that is given. */
  async function step(
    kind: StepKind,
    { request, reference }: AskedPayment,
    amount: string,
    idempotencyKey = `contract-${freshName()}:${kind}`
  ) {
    const { orderNumber } = request;
    const asked = frozen({ orderNumber, currency, reference, amount, idempotencyKey });
    return readStepAnswer(await provider[kind]?.(asked));
  }

  /** A payment whose money is the shop's, where a browser alone can bring that about. */
  async function captured(): Promise<AskedPayment | null> {
    const asked = await begin();
    if (asked.status === 'paid') return asked;
    if (asked.status !== 'authorized' || !provider.capture) return null;
    const { status } = await step('capture', asked, WHOLE);
    return status === 'done' ? asked : null;
  }

  async function find(
    { request: { orderNumber, idempotencyKey } }: AskedPayment,
    reference: string | null
  ): Promise<KnownState | null> {
    const question = frozen({ orderNumber, currency, reference, idempotencyKey });
    const answer = await provider.find?.(question);
    return answer === null || answer === undefined ? null : readState(answer, currency);
  }

  /** Holds what the provider says of a payment against what was done, where it can be asked. */
  async function checkMoney(
    asked: AskedPayment,
    expected: { captured?: string; refunded?: string }
  ): Promise<void> {
    if (!provider.find) return;
    const state = await find(asked, asked.reference);
    for (const [what, amount] of Object.entries(expected)) {
      const all = what === 'captured' ? 'paid' : 'refunded';
      const known = state?.[what as 'captured'] ?? (state?.status === all ? money(WHOLE) : null);
      const told = known === null ? 'nothing' : formatAmount(known, currency);
      assert.equal(told, amount, `${told} was ${what}, as find says`);
    }
  }

  const WHOLE = amountOf(12);
  return {
    ask,
    attempt,
    begin,
    beginAuthorized: () => begin(authorized),
    captured,
    step,
    find,
    checkMoney,
    amounts: { whole: WHOLE, part: amountOf(5), rest: amountOf(7), tooMuch: amountOf(13) },
  };
}

export function checkAnswer(answer: PaymentAnswer, currency: string): void {
  readPaymentAnswer(answer, currency);
  if (answer.status === 'requires_action') {
    assert.ok(typeof answer.action === 'object', 'it requires an action, and does not say which');
  }
}

let names = 0;

/** A new one each time, also for a test account that remembers the keys of yesterday. */
function freshName(): string {
  names += 1;
  return `${Date.now().toString(36)}-${names}`;
}
