import assert from 'node:assert/strict';

import type { PaymentProvider } from '../../payment';
import type { Promises } from '../suite';
import type { AskedPayments } from './asked-payments';

/** What a provider promises that can be asked where a payment stands. */
export function findPromises(
  provider: PaymentProvider,
  { attempt, begin, find }: AskedPayments
): Promises {
  if (!provider.find) return {};
  const unknown = () => ({ request: attempt(), status: 'pending' as const, reference: null });
  return {
    'says where a payment stands, also to a shop that has lost its reference': async () => {
      const payment = await begin();
      const known = await find(payment, payment.reference);
      assert.ok(known, 'find does not know what authorize has answered');
      // What waits may have gone on meanwhile.
      const waited = ['pending', 'requires_action'].includes(payment.status);
      assert.ok(waited || known.status === payment.status, 'find says something else');
      assert.deepEqual(await find(payment, null), known);
    },
    'knows nothing of a payment that nobody began': async () => {
      assert.equal(await find(unknown(), null), null);
    },
    'knows nothing of a reference that it never gave': async () => {
      assert.equal(await find(unknown(), 'contract-unknown'), null);
    },
  };
}
