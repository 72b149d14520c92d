import assert from 'node:assert/strict';

import type { PaymentProvider, WebhookRequest } from '../payment';
import { askedPayments, checkAnswer } from './payment/asked-payments';
import { findPromises } from './payment/find';
import { stepPromises } from './payment/steps';
import { webhookPromises } from './payment/webhook';
import { runSuite, type Promises, type SuiteOptions } from './suite';

export interface PaymentSuiteOptions extends SuiteOptions {
  /** The shop's; 'EUR' unless said otherwise. */
  currency?: string;
  /** What a browser sends for a payment that goes well, such as the token of a test card. */
  payment?: Record<string, unknown>;
  /** What it sends for one that is authorized and captured later; `payment` unless said otherwise. */
  authorized?: Record<string, unknown>;
  /** What it sends for one that is declined; without it nobody asks for a refusal. */
  declined?: Record<string, unknown>;
  /** A message that is signed as the provider signs; without it only what is not signed is tried. */
  webhook?: () => Promise<WebhookRequest> | WebhookRequest;
}

/** What a shop may expect of a payment provider, as tests. Run it against the provider's test account. */
export function testPaymentProvider(
  provider: PaymentProvider,
  options: PaymentSuiteOptions = {}
): void {
  const { currency = 'EUR', payment = {}, authorized = payment, declined, webhook } = options;
  const asked = askedPayments(provider, { currency, payment, authorized });
  const { ask, attempt } = asked;

  const promises: Promises = {
    'has a name and a label, and can be asked': () => {
      const { name, label, offline } = provider;
      assert.ok(typeof name === 'string' && name !== '', 'it has no name');
      assert.ok(typeof label === 'string' && label !== '', 'it has no label');
      assert.equal(typeof provider.authorize, 'function', 'it has no authorize');
      assert.ok(offline === undefined || typeof offline === 'boolean', 'offline is no boolean');
      for (const part of ['capture', 'void', 'refund', 'parseWebhook', 'find'] as const) {
        const what = typeof provider[part];
        assert.ok(what === 'function' || what === 'undefined', `${part} is no function`);
      }
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
    ...(declined ? declinePromises(declined) : {}),
    ...stepPromises(provider, asked),
    ...findPromises(provider, asked),
    ...webhookPromises(provider, { currency, webhook }),
  };

  function declinePromises(refused: Record<string, unknown>): Promises {
    return {
      'answers a declined payment, instead of throwing': async () => {
        const answer = await ask(attempt(refused));
        checkAnswer(answer, currency);
        assert.equal(answer.status, 'declined');
      },
      'goes on after a declined payment, and charges once': async () => {
        const first = attempt(refused);
        const { reference = null } = await ask(first);
        const answer = await ask({
          ...first,
          payment,
          reference,
          idempotencyKey: `${first.idempotencyKey}:again`,
        });
        checkAnswer(answer, currency);
        assert.notEqual(answer.status, 'declined', 'a payment that should go well was declined');
      },
    };
  }

  runSuite(`the payment provider ${provider.name}`, promises, options);
}
