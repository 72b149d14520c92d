import assert from 'node:assert/strict';

import type { PaymentProvider } from '../../payment';
import type { Promises } from '../suite';
import type { AskedPayments } from './asked-payments';

/** What a provider that captures, voids or refunds promises; what it leaves out is not asked. */
export function stepPromises(provider: PaymentProvider, asked: AskedPayments): Promises {
  // Where staff move the money, nothing can be known that they have not said.
  if (provider.offline) return offlinePromises(provider, asked);
  return {
    ...(provider.capture ? capturePromises(provider, asked) : {}),
    ...(provider.void ? voidPromises(asked) : {}),
    ...(provider.refund ? refundPromises(provider, asked) : {}),
  };
}

function offlinePromises(provider: PaymentProvider, { begin, step, amounts }: AskedPayments) {
  const kinds = (['capture', 'void', 'refund'] as const).filter((kind) => kind in provider);
  return Object.fromEntries(
    kinds.map((kind) => [
      `answers to a ${kind}, the same each time`,
      async () => {
        const payment = await begin();
        const once = () => step(kind, payment, amounts.whole, `${payment.request.orderNumber}:key`);
        assert.deepEqual(await once(), await once());
      },
    ])
  );
}

function capturePromises(
  { capabilities }: PaymentProvider,
  { beginAuthorized, step, checkMoney, amounts }: AskedPayments
): Promises {
  const inParts = capabilities?.partialCapture !== false;
  const amount = inParts ? amounts.part : amounts.whole;
  return {
    [`captures ${inParts ? 'a part of ' : ''}what was authorized once, however often it is asked`]:
      async () => {
        const payment = await beginAuthorized();
        const once = () => step('capture', payment, amount, `${payment.request.orderNumber}:key`);
        if (payment.status !== 'authorized') {
          assert.equal((await once()).status, 'refused', 'it captures what was not authorized');
          return;
        }
        const answers = [await once(), await once(), ...(await Promise.all([once(), once()]))];
        const refused = answers.some(({ status }) => status === 'refused');
        assert.ok(!refused, 'it refuses to capture what was authorized, or its repeat');
        if (answers.at(-1)?.status === 'done') await checkMoney(payment, { captured: amount });
      },
    'refuses to capture more than was authorized, instead of throwing': async () => {
      const { status } = await step('capture', await beginAuthorized(), amounts.tooMuch);
      assert.equal(status, 'refused');
    },
  };
}

function voidPromises({ begin, beginAuthorized, attempt, step, find, amounts }: AskedPayments) {
  return {
    'lets go of a payment that is not captured, and says so again': async () => {
      const payment = await beginAuthorized();
      const once = () => step('void', payment, amounts.whole, `${payment.request.orderNumber}:key`);
      const answers = [await once(), await once()];
      if (payment.status === 'paid') {
        assert.equal(answers[0]?.status, 'refused', 'it lets go of what was captured');
        return;
      }
      const refused = answers.some(({ status }) => status === 'refused');
      assert.ok(!refused, 'it does not let go of what nobody has captured, or not again');
      const state = answers[1]?.status === 'done' ? await find(payment, payment.reference) : null;
      assert.ok(state === null || state.status === 'cancelled', 'find says that it still stands');
    },
    'has nothing to let go of where nothing was begun': async () => {
      const nothing = { request: attempt(), status: 'pending' as const, reference: null };
      assert.equal((await step('void', nothing, amounts.whole)).status, 'done');
    },
    'lets go of one order alone': async () => {
      const [payment, other] = [await begin(), await begin()];
      const before = await find(other, other.reference);
      await step('void', payment, amounts.whole);
      assert.deepEqual(await find(other, other.reference), before);
    },
  };
}

function refundPromises(
  { capabilities }: PaymentProvider,
  { begin, captured, step, checkMoney, amounts }: AskedPayments
): Promises {
  const { whole, part, rest, tooMuch } = amounts;
  const inParts = capabilities?.partialRefund !== false;
  return {
    [`refunds ${inParts ? 'a part' : 'a payment'} once, however often it is asked`]: async () => {
      const payment = await captured();
      if (!payment) {
        // Money cannot be had without a shopper: then there is none to give back.
        assert.equal((await step('refund', await begin(), part)).status, 'refused');
        return;
      }
      const amount = inParts ? part : whole;
      const once = () => step('refund', payment, amount, `${payment.request.orderNumber}:key`);
      const answers = [...(await Promise.all([once(), once()])), await once()];
      const refused = answers.some(({ status }) => status === 'refused');
      assert.ok(!refused, 'it refuses to refund what was captured, or its repeat');
      if (answers.at(-1)?.status !== 'done') return;
      await checkMoney(payment, { refunded: amount });
      if (!inParts) return;
      assert.notEqual((await step('refund', payment, rest)).status, 'refused', 'not the rest');
      await checkMoney(payment, { refunded: whole });
    },
    'refuses to refund more than there is, instead of throwing': async () => {
      const payment = (await captured()) ?? (await begin());
      assert.equal((await step('refund', payment, tooMuch)).status, 'refused');
    },
  };
}
