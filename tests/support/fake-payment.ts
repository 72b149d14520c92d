import type {
  PaymentAnswer,
  PaymentProvider,
  PaymentRequest,
} from '../../server/providers/payment';

/**
 * A payment provider that can be told what to answer, and remembers what it was asked. Like a real one it answers
 * a repeated idempotency key with the first answer, and charges once.
 */
export function fakePayment(name = 'card') {
  const fake = {
    requests: [] as PaymentRequest[],
    /** Amounts, one a key that was paid or authorized. */
    charges: new Map<string, string>(),
    /** What the next new key gets; an Error is thrown. */
    next: { status: 'paid', reference: 'ref-1' } as PaymentAnswer | Error,
    /** It takes the money, and its answer never arrives. */
    loseAnswer: false,
    provider: {
      name,
      label: 'Card',
      async authorize(request: PaymentRequest): Promise<PaymentAnswer> {
        fake.requests.push(request);
        const known = answers.get(request.idempotencyKey);
        if (known) return known;
        // As a remote one: others get their turn meanwhile.
        await new Promise((resolve) => setImmediate(resolve));
        if (fake.next instanceof Error) throw fake.next;
        const answer = fake.next;
        answers.set(request.idempotencyKey, answer);
        if (answer.status === 'paid' || answer.status === 'authorized') {
          fake.charges.set(request.idempotencyKey, request.amount);
        }
        if (fake.loseAnswer) throw new Error('socket hang up');
        return answer;
      },
    } satisfies PaymentProvider as PaymentProvider,
    forget() {
      fake.requests.length = 0;
      fake.charges.clear();
      fake.loseAnswer = false;
      fake.next = { status: 'paid', reference: 'ref-1' };
    },
  };
  const answers = new Map<string, PaymentAnswer>();
  return fake;
}
