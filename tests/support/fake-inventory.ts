import type {
  ConfirmRequest,
  InventoryProvider,
  InventoryUnits,
  ReserveAnswer,
  ReserveRequest,
} from '../../server/providers';

type Question = 'available' | 'reserve' | 'confirm' | 'release' | 'restock';

interface FakeInventory {
  /** By SKU; what is not listed is not counted. */
  units: Map<string, number>;
  kept: Map<string, InventoryUnits[]>;
  sold: ConfirmRequest[];
  /** The keys under which units came back. */
  returned: Set<string>;
  asked: { question: Question; request: unknown }[];
  /** Thrown, or answered instead of the truth. */
  instead: Map<Question, unknown>;
  /** Runs while the units are kept, before the shop hears of it. */
  meanwhile: (() => Promise<unknown>) | null;
  count: (question: Question) => number;
  forget: () => void;
  provider: InventoryProvider;
}

/**
 * A warehouse with books of its own, that can be told to fail, and remembers what it was asked. Like a real one it
 * answers a repeated key with the first answer, and keeps units once.
 */
export function fakeInventory(name = 'warehouse'): FakeInventory {
  const fake: FakeInventory = {
    units: new Map(),
    kept: new Map(),
    sold: [],
    returned: new Set(),
    asked: [],
    instead: new Map(),
    meanwhile: null,
    count: (question) => fake.asked.filter((one) => one.question === question).length,
    forget() {
      for (const book of [fake.units, fake.kept, fake.instead]) book.clear();
      fake.sold.length = 0;
      fake.returned.clear();
      fake.asked.length = 0;
      fake.meanwhile = null;
    },
    provider: {
      name,
      available: ({ items }) =>
        answer('available', { items }, () =>
          items.map(({ sku }) => (fake.units.has(sku ?? '') ? left(sku) : null))
        ),
      reserve: async (request) => {
        const reserved = await answer('reserve', request, () => reserve(request));
        await fake.meanwhile?.();
        return reserved;
      },
      confirm: (request) =>
        answer('confirm', request, () => {
          if (isSold(request.reference)) return;
          fake.kept.delete(request.reference);
          for (const { sku, quantity } of request.items) {
            const units = fake.units.get(sku ?? '');
            if (units !== undefined) fake.units.set(sku ?? '', units - quantity);
          }
          fake.sold.push(request);
        }),
      release: (request) =>
        answer('release', request, () => {
          fake.kept.delete(request.reference);
        }),
      restock: (request) =>
        answer('restock', request, () => {
          if (fake.returned.has(request.idempotencyKey)) return;
          fake.returned.add(request.idempotencyKey);
          for (const { sku, quantity } of request.items) {
            const units = fake.units.get(sku ?? '');
            if (units !== undefined) fake.units.set(sku ?? '', units + quantity);
          }
        }),
    },
  };

  function reserve({ reference, items }: ReserveRequest): ReserveAnswer {
    if (fake.kept.has(reference) || isSold(reference)) return { status: 'reserved' };
    const short = items.find(
      ({ sku, quantity }) => fake.units.has(sku ?? '') && left(sku) < quantity
    );
    if (short) return { status: 'unavailable', sku: short.sku, available: left(short.sku) };
    fake.kept.set(reference, items);
    return { status: 'reserved' };
  }

  const isSold = (reference: string) => fake.sold.some((order) => order.reference === reference);

  /** Units that nobody keeps. */
  const left = (sku: string | null) => {
    const kept = [...fake.kept.values()].flat().filter((item) => item.sku === sku);
    return kept.reduce((sum, { quantity }) => sum - quantity, fake.units.get(sku ?? '') ?? 0);
  };

  async function answer<Answer>(
    question: Question,
    request: unknown,
    say: () => Answer
  ): Promise<Answer> {
    fake.asked.push({ question, request });
    // As a remote one: others get their turn meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
    const instead = fake.instead.get(question);
    if (instead instanceof Error) throw instead;
    return fake.instead.has(question) ? (instead as Answer) : say();
  }

  return fake;
}
