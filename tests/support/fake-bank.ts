import type {
  PaymentAnswer,
  PaymentMessage,
  PaymentProvider,
  PaymentRequest,
  PaymentStep,
  StepAnswer,
  WebhookRequest,
} from '../../server/providers/payment';

/**
 * A payment provider that captures, lets go and gives back, and can be told to do it otherwise. Like a real one it acts
 * once for a key, and answers a repeat as before.
 */
export function fakeBank(name = 'bank') {
  const answers = new Map<string, StepAnswer>();
  const bank = {
    /** What it answers to a new payment. */
    payment: 'paid' as PaymentAnswer['status'],
    /** What it answers to the next steps; an Error is thrown. */
    step: { status: 'done' } as StepAnswer | Error,
    /** What it has done: "refund 5.00". */
    done: [] as string[],
    asked: [] as (PaymentRequest | PaymentStep)[],
    provider: {
      name,
      label: 'Bank',
      capabilities: {} as NonNullable<PaymentProvider['capabilities']>,
      async authorize(request: PaymentRequest): Promise<PaymentAnswer> {
        bank.asked.push(request);
        await turn();
        return { status: bank.payment, reference: `ref-${request.orderNumber}` };
      },
      capture: (request: PaymentStep) => act('capture', request),
      void: (request: PaymentStep) => act('void', request),
      refund: (request: PaymentStep) => act('refund', request),
      /** Whoever knows the address is believed: a test is. */
      parseWebhook: ({ rawBody }: WebhookRequest): PaymentMessage =>
        JSON.parse(rawBody.toString('utf8')) as PaymentMessage,
    } satisfies PaymentProvider,
    reset() {
      bank.payment = 'paid';
      bank.step = { status: 'done' };
      bank.done.length = 0;
      bank.asked.length = 0;
      bank.provider.capabilities = {};
    },
  };

  async function act(what: string, request: PaymentStep): Promise<StepAnswer> {
    bank.asked.push(request);
    await turn();
    const known = answers.get(request.idempotencyKey);
    if (known) return known;
    if (bank.step instanceof Error) throw bank.step;
    answers.set(request.idempotencyKey, bank.step);
    if (bank.step.status !== 'refused') bank.done.push(`${what} ${request.amount}`);
    return bank.step;
  }

  return bank;
}

/** As with a remote one, others get their turn meanwhile. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
