import { testInventoryProvider } from '../../../../server/providers/contract';
import type { InventoryProvider } from '../../../../server/providers/inventory';
import { fakeInventory } from '../../../support/fake-inventory';

const item = { type: 'variation', documentId: 'mug', sku: 'MUG' };

function stocked(units: number) {
  const fake = fakeInventory();
  fake.units.set('MUG', units);
  return fake;
}

// The one that the tests of the shop rely on keeps what the suite asks of everybody's.
testInventoryProvider(stocked(3).provider, { item });

/** Runs the suite, and tells which of its tests failed. */
async function failuresOf(provider: InventoryProvider): Promise<string[]> {
  const tests: [name: string, test: () => Promise<void>][] = [];
  testInventoryProvider(provider, {
    item,
    describe: (_, group) => group(),
    it: (name, test) => tests.push([name, test]),
  });
  const failed: string[] = [];
  for (const [name, test] of tests) await test().catch(() => failed.push(name));
  return failed;
}

describe('a broken inventory', () => {
  type Break = (fake: ReturnType<typeof fakeInventory>) => Partial<InventoryProvider>;

  it.each<[string, Break, string]>([
    ['cannot be asked', () => ({ reserve: undefined }), 'has a name and can be asked'],
    [
      'leaves out what it does not know',
      ({ provider }) => ({
        available: async (request) =>
          (await provider.available(request)).filter((units) => units !== null),
      }),
      'answers with one number for each thing, also for one that it does not know',
    ],
    [
      'keeps units twice',
      ({ provider }) => {
        let times = 0;
        return {
          reserve: (request) =>
            provider.reserve({ ...request, reference: `${request.reference}-${(times += 1)}` }),
        };
      },
      'keeps units once for one reference, however often it is asked',
    ],
    [
      'remembers a key after the release',
      ({ provider }) => {
        const answers = new Map<string, ReturnType<InventoryProvider['reserve']>>();
        return {
          reserve: (request) => {
            const answer = answers.get(request.idempotencyKey) ?? provider.reserve(request);
            answers.set(request.idempotencyKey, answer);
            return answer;
          },
        };
      },
      'gives units back, and keeps them anew for the same reference',
    ],
    [
      'always says yes',
      () => ({ reserve: () => ({ status: 'reserved' }) }),
      'refuses more than there is, says how much there is, and keeps nothing',
    ],
    [
      'looks first and keeps later',
      ({ units }) => ({
        reserve: async ({ items: [wanted] }) => {
          const left = units.get('MUG') ?? 0;
          await new Promise((resolve) => setImmediate(resolve));
          if (left < wanted!.quantity) {
            return { status: 'unavailable', sku: 'MUG', available: left };
          }
          units.set('MUG', left - wanted!.quantity);
          return { status: 'reserved' };
        },
      }),
      'keeps the last units for one of two that ask at once',
    ],
    [
      'sells twice what it hears twice',
      ({ units }) => ({
        confirm: () => {
          units.set('MUG', (units.get('MUG') ?? 0) - 1);
        },
      }),
      'sells what was kept once, also when it hears of it twice',
    ],
  ])('that %s is found out', async (_, breaking, failed) => {
    const fake = stocked(3);
    const broken = { ...fake.provider, ...breaking(fake) };
    expect(await failuresOf(broken)).toContain(failed);
  });
});
