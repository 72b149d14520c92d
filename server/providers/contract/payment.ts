import assert from 'node:assert/strict';

import { readPaymentAnswer } from '../../domain/payments/read-answers';
import type { PaymentAnswer, PaymentProvider, PaymentRequest } from '../payment';
import { frozen } from './requests';
import { runSuite, type Promises, type SuiteOptions } from './suite';

export interface PaymentSuiteOptions extends SuiteOptions {
  /** The shop's; 'EUR' unless said otherwise. */
  currency?: string;
  /** What a browser sends for a payment that goes well, such as the token of a test card. */
  payment?: Record<string, unknown>;
  /** What it sends for one that is declined; without it nobody asks for a refusal. */
  declined?: Record<string, unknown>;
}

/** What a shop may expect of a payment provider, as tests. Run it against the provider's test account. */
export function testPaymentProvider(
  provider: PaymentProvider,
  { currency = 'EUR', payment = {}, declined, ...runner }: PaymentSuiteOptions = {}
): void {
  const ask = async (request: PaymentRequest) => provider.authorize(frozen(request));
  const attempt = (sent: Record<string, unknown> = payment) => newAttempt(currency, sent);

  const promises: Promises = {
    'has a name and a label, and can be asked': () => {
      const { name, label, offline } = provider;
      assert.ok(typeof name === 'string' && name !== '', 'it has no name');
      assert.ok(typeof label === 'string' && label !== '', 'it has no label');
      assert.equal(typeof provider.authorize, 'function', 'it has no authorize');
      assert.ok(offline === undefined || typeof offline === 'boolean', 'offline is no boolean');
    },
    'takes a payment, or says what is still to be done': async () => {
      const answer = await ask(attempt());
      checkAnswer(answer, currency);
      assert.notEqual(answer.status, 'declined', 'a payment that should go well was declined');
    },
    'charges a repeated attempt once, and answers as before': async () => {
      const request = attempt();
      assert.deepEqual(await ask(request), await ask(request));
    },
    'charges an attempt once that comes twice at the same time': async () => {
      const request = attempt();
      const [one, other] = await Promise.all([ask(request), ask(request)]);
      assert.deepEqual(one, other);
    },
  };
  if (declined) {
    promises['answers a declined payment, instead of throwing'] = async () => {
      const answer = await ask(attempt(declined));
      checkAnswer(answer, currency);
      assert.equal(answer.status, 'declined');
    };
  }
  runSuite(`the payment provider ${provider.name}`, promises, runner);
}

function checkAnswer(answer: PaymentAnswer, currency: string): void {
  readPaymentAnswer(answer, currency);
  const { status, reference, action, reason } = answer;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  assert.ok(isText(reference), 'its reference is no text');
  assert.ok(isText(reason), 'its reason is no text');
  if (status === 'requires_action') {
    assert.ok(typeof action === 'object', 'it requires an action, and does not say which');
  }
}

let attempts = 0;

/** A new one each time, also for a test account that remembers the keys of yesterday. */
function newAttempt(currency: string, payment: Record<string, unknown>): PaymentRequest {
  attempts += 1;
  const once = `${Date.now().toString(36)}-${attempts}`;
  return {
    orderNumber: `contract-${once}`,
    amount: '12',
    currency,
    email: 'ada@example.com',
    payment,
    reference: null,
    idempotencyKey: `contract-${once}:1`,
  };
}
