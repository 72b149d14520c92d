import { createHmac } from 'node:crypto';

import { manualPayment } from '../../../../server/providers/builtin/manual-payment';
import { testPaymentProvider } from '../../../../server/providers/contract';
import type {
  PaymentAnswer,
  PaymentProvider,
  PaymentState,
  PaymentStep,
  StepAnswer,
  WebhookRequest,
} from '../../../../server/providers/payment';

interface Book {
  orderNumber: string;
  attempt: string;
  state: 'authorized' | 'paid' | 'cancelled';
  captured: number;
  refunded: number;
}

/** A provider that keeps its books in memory, and the whole contract. `card: 'later'` is captured later. */
function honest(capabilities?: PaymentProvider['capabilities']) {
  const books = new Map<string, Book>();
  const done = new Map<string, PaymentAnswer | StepAnswer>();
  const once = <Answer extends PaymentAnswer | StepAnswer>(key: string, act: () => Answer) => {
    const answer = (done.get(key) as Answer | undefined) ?? act();
    done.set(key, answer);
    return answer;
  };
  const refused: StepAnswer = { status: 'refused', reason: 'There is not that much' };
  const bookOf = ({ reference }: { reference: string | null }) => books.get(reference ?? '');
  const step = (asked: PaymentStep, act: (book: Book, amount: number) => boolean): StepAnswer =>
    once(asked.idempotencyKey, () => {
      const book = bookOf(asked);
      return book && act(book, Number(asked.amount)) ? { status: 'done' } : refused;
    });
  const provider = {
    name: 'honest',
    label: 'Honest',
    ...(capabilities ? { capabilities } : {}),
    authorize: ({ payment, orderNumber, idempotencyKey: attempt, amount, reference: before }) =>
      once(attempt, () => {
        const reference = before ?? `ref-${books.size + 1}`;
        if (payment['card'] === 'bad') return { status: 'declined', reason: 'Bad', reference };
        const later = payment['card'] === 'later';
        const state = later ? ('authorized' as const) : ('paid' as const);
        const captured = later ? 0 : Number(amount);
        books.set(reference, { orderNumber, attempt, state, captured, refunded: 0 });
        return { status: state, reference };
      }),
    capture: (asked) =>
      step(asked, (book, amount) => {
        if (book.state !== 'authorized' || amount > 12) return false;
        Object.assign(book, { state: 'paid', captured: amount });
        return true;
      }),
    void: (asked) => {
      const book = bookOf(asked);
      if (book?.state === 'paid') return refused;
      if (book) book.state = 'cancelled';
      return { status: 'done' };
    },
    refund: (asked) =>
      step(asked, (book, amount) => {
        if (book.refunded + amount > book.captured) return false;
        book.refunded += amount;
        return true;
      }),
    find: ({ reference, idempotencyKey }): PaymentState | null => {
      const found =
        reference === null
          ? [...books].find(([, { attempt }]) => attempt === idempotencyKey)
          : [...books].find(([of]) => of === reference);
      if (!found) return null;
      const [of, { state, captured, refunded }] = found;
      const back = refunded > 0 ? { refunded: refunded.toFixed(2) } : {};
      const all = refunded > 0 && refunded === captured;
      return {
        status: all ? 'refunded' : state,
        reference: of,
        captured: captured.toFixed(2),
        ...back,
      };
    },
    parseWebhook: ({ headers, rawBody }) => {
      if (headers['signature'] !== sign(rawBody)) throw new Error('bad signature');
      return { id: 'message-1', reference: 'ref-1', status: 'paid' };
    },
  } satisfies PaymentProvider as PaymentProvider;
  return { provider, books };
}

const sign = (body: Buffer) => createHmac('sha256', 'secret').update(body).digest('hex');

function webhook(): WebhookRequest {
  const rawBody = Buffer.from('{"paid": true}');
  return { headers: { signature: sign(rawBody) }, rawBody };
}

const sent = { authorized: { card: 'later' }, declined: { card: 'bad' }, webhook };

testPaymentProvider(honest().provider, sent);
testPaymentProvider(honest({ partialCapture: false, partialRefund: false }).provider, sent);

/** Runs the suite, and tells which of its tests failed. */
async function failuresOf(provider: PaymentProvider): Promise<string[]> {
  const tests: [name: string, test: () => Promise<void>][] = [];
  testPaymentProvider(provider, {
    ...sent,
    describe: (_, group) => group(),
    it: (name, test) => tests.push([name, test]),
  });
  const failed: string[] = [];
  for (const [name, test] of tests) await test().catch(() => failed.push(name));
  return failed;
}

describe('a broken payment provider', () => {
  type Break = (fake: ReturnType<typeof honest>) => Partial<PaymentProvider>;
  const fail = (message: string) => () => {
    throw new Error(message);
  };
  const SHAPE = 'has a name and a label, and can be asked';
  const AGAIN = 'goes on after a declined payment, and charges once';
  const CAPTURE = 'captures a part of what was authorized once, however often it is asked';
  const CAPTURE_MORE = 'refuses to capture more than was authorized, instead of throwing';
  const VOID = 'lets go of a payment that is not captured, and says so again';
  const VOID_NOTHING = 'has nothing to let go of where nothing was begun';
  const VOID_ONE = 'lets go of one order alone';
  const REFUND = 'refunds a part once, however often it is asked';
  const REFUND_MORE = 'refuses to refund more than there is, instead of throwing';
  const FIND = 'says where a payment stands, also to a shop that has lost its reference';
  const NOBODY = 'knows nothing of a payment that nobody began';
  const NEVER = 'knows nothing of a reference that it never gave';
  const UNSIGNED = 'believes no message that is not signed';
  const CHANGED = 'believes no message that was changed on its way';
  const OWN = 'understands its own message, and the same again';

  let keys = 0;
  const newKey = (asked: PaymentStep) => ({ ...asked, idempotencyKey: `new-${(keys += 1)}` });
  let messages = 0;

  it.each<[string, Break, string]>([
    ['has a refund that is no function', () => ({ refund: true as never }), SHAPE],
    [
      'declines for good what was declined once',
      ({ provider }) => ({
        authorize: (asked) =>
          asked.reference ? { status: 'declined' } : provider.authorize(asked),
      }),
      AGAIN,
    ],
    ['captures with nonsense', () => ({ capture: () => true as never }), CAPTURE],
    [
      'refuses the repeat of a capture',
      ({ provider }) => ({ capture: (asked) => provider.capture!(newKey(asked)) }),
      CAPTURE,
    ],
    [
      'captures all when it is asked for a part',
      ({ provider }) => ({
        capture: (asked) => provider.capture!({ ...asked, amount: '12.00' }),
      }),
      CAPTURE,
    ],
    [
      'captures nothing and says that it has',
      () => ({ capture: () => ({ status: 'done' }) }),
      CAPTURE,
    ],
    ['captures more than there is', () => ({ capture: () => ({ status: 'done' }) }), CAPTURE_MORE],
    ['throws at a capture that is too much', () => ({ capture: fail('no') }), CAPTURE_MORE],
    ['throws at a void', () => ({ void: fail('no') }), VOID],
    ['lets go of nothing', () => ({ void: () => ({ status: 'done' }) }), VOID],
    [
      'refuses the repeat of a void',
      ({ books, provider }) => ({
        void: (asked) =>
          books.get(asked.reference ?? '')?.state === 'cancelled'
            ? { status: 'refused' }
            : provider.void!(asked),
      }),
      VOID,
    ],
    [
      'refuses to let go of nothing',
      ({ provider }) => ({
        void: (asked) => (asked.reference ? provider.void!(asked) : { status: 'refused' }),
      }),
      VOID_NOTHING,
    ],
    [
      'lets go of everything',
      ({ books }) => ({
        void: () => {
          for (const book of books.values()) book.state = 'cancelled';
          return { status: 'done' };
        },
      }),
      VOID_ONE,
    ],
    [
      'refunds at each repeat',
      ({ provider }) => ({ refund: (asked) => provider.refund!(newKey(asked)) }),
      REFUND,
    ],
    [
      'refunds all when it is asked for a part',
      ({ provider }) => ({ refund: (asked) => provider.refund!({ ...asked, amount: '12.00' }) }),
      REFUND,
    ],
    ['refunds nothing', () => ({ refund: () => ({ status: 'done' }) }), REFUND],
    ['refuses every refund', () => ({ refund: () => ({ status: 'refused' }) }), REFUND],
    ['refunds more than there is', () => ({ refund: () => ({ status: 'done' }) }), REFUND_MORE],
    ['throws at a refund that is too much', () => ({ refund: fail('no') }), REFUND_MORE],
    [
      'loses a payment with its reference',
      ({ provider }) => ({
        find: (asked) => (asked.reference === null ? null : provider.find!(asked)),
      }),
      FIND,
    ],
    ['finds another state', () => ({ find: () => ({ status: 'declined' }) }), FIND],
    ['finds nothing', () => ({ find: () => null }), FIND],
    ['finds what nobody began', () => ({ find: () => ({ status: 'paid' }) }), NOBODY],
    [
      'throws at a reference that it does not know',
      ({ provider }) => ({
        find: (asked) =>
          asked.reference === 'contract-unknown' ? fail('no such')() : provider.find!(asked),
      }),
      NEVER,
    ],
    ['believes everybody', () => ({ parseWebhook: () => null }), UNSIGNED],
    [
      'looks whether a signature is there, not whose',
      () => ({
        parseWebhook: ({ headers }) => (headers['signature'] ? null : fail('none')()),
      }),
      CHANGED,
    ],
    [
      'does not tell which message it is',
      () => ({
        parseWebhook: () => ({ reference: 'ref-1', status: 'paid' }) as never,
      }),
      OWN,
    ],
    [
      'numbers a message anew each time',
      () => ({
        parseWebhook: () => ({ id: `${(messages += 1)}`, reference: 'ref-1', status: 'paid' }),
      }),
      OWN,
    ],
  ])('that %s is found out', async (_, breaking, failed) => {
    const fake = honest();
    const failures = await failuresOf({ ...fake.provider, ...breaking(fake) });
    expect(failures).toContain(failed);
  });

  it('that leaves out what it cannot do is not broken', async () => {
    const { name, label, authorize } = honest().provider;
    expect(await failuresOf({ name, label, authorize })).toEqual([]);
  });

  it('that never captures by itself is asked for no money', async () => {
    const waiting = { ...manualPayment, offline: false, refund: () => ({ status: 'refused' }) };
    const failures = await failuresOf(waiting as PaymentProvider);
    expect(failures).not.toContain(REFUND);
  });
});
