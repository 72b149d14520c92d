import assert from 'node:assert/strict';

import { readAvailable, readReservation } from '../../domain/inventory/read-answers';
import type { InventoryItem, InventoryProvider } from '../inventory';
import { frozen } from './requests';
import { runSuite, type SuiteOptions } from './suite';

export interface InventorySuiteOptions extends SuiteOptions {
  /** A thing that the provider counts, with two units or more. One of them is sold. */
  item: InventoryItem;
}

const HALF_AN_HOUR = 30 * 60 * 1000;

/** What a shop may expect of an inventory provider, as tests. They sell a unit: use a warehouse that is none. */
export function testInventoryProvider(
  provider: InventoryProvider,
  { item, ...runner }: InventorySuiteOptions
): void {
  const items = (quantity: number) => [{ ...item, quantity }];
  const left = async (): Promise<number> => {
    const answer = await provider.available(frozen({ items: [item] }));
    const [units] = readAvailable(answer, 1);
    assert.ok(typeof units === 'number', `${item.sku} is not counted`);
    return units;
  };
  const reserve = async (reference: string, quantity: number) => {
    const answer = await provider.reserve(
      frozen({
        reference,
        items: items(quantity),
        until: new Date(Date.now() + HALF_AN_HOUR),
        idempotencyKey: `${reference}:reserve`,
      })
    );
    return readReservation(answer, items(quantity));
  };
  const release = async (reference: string) =>
    provider.release(frozen({ reference, idempotencyKey: `${reference}:release` }));
  const confirm = async (reference: string) =>
    provider.confirm(
      frozen({
        reference,
        orderNumber: `of ${reference}`,
        items: items(1),
        idempotencyKey: `${reference}:confirm`,
      })
    );

  runSuite(
    `the inventory provider ${provider.name}`,
    {
      'has a name and can be asked': () => {
        assert.ok(typeof provider.name === 'string' && provider.name !== '', 'it has no name');
        for (const part of ['available', 'reserve', 'confirm', 'release'] as const) {
          assert.equal(typeof provider[part], 'function', `it has no ${part}`);
        }
      },
      'answers with one number for each thing, also for one that it does not know': async () => {
        const unknown = { ...item, documentId: 'unknown', sku: 'an-unknown-sku' };
        const answer = await provider.available(frozen({ items: [unknown, item, unknown] }));
        assert.equal(readAvailable(answer, 3)[1], await left());
      },
      'keeps units once for one reference, however often it is asked': async () => {
        const before = await left();
        assert.ok(before >= 2, `the tests need two units of ${item.sku}`);
        assert.equal(await reserve('contract-once', 1), null);
        assert.equal(await reserve('contract-once', 1), null);
        assert.equal(await left(), before - 1);
        await release('contract-once');
      },
      'gives units back, and keeps them anew for the same reference': async () => {
        const before = await left();
        await reserve('contract-again', 2);
        await release('contract-again');
        await release('contract-again');
        assert.equal(await left(), before);
        assert.equal(await reserve('contract-again', 2), null);
        assert.equal(await left(), before - 2);
        await release('contract-again');
      },
      'refuses more than there is, says how much there is, and keeps nothing': async () => {
        const before = await left();
        const shortage = await reserve('contract-too-much', before + 1);
        assert.equal(shortage?.available, before);
        assert.equal(await left(), before);
      },
      'keeps the last units for one of two that ask at once': async () => {
        const before = await left();
        const both = ['contract-one', 'contract-two'];
        const answers = await Promise.all(both.map((reference) => reserve(reference, before)));
        assert.equal(answers.filter((shortage) => shortage === null).length, 1);
        for (const reference of both) await release(reference);
        assert.equal(await left(), before);
      },
      'sells what was kept once, also when it hears of it twice': async () => {
        const before = await left();
        await reserve('contract-sold', 1);
        await confirm('contract-sold');
        await confirm('contract-sold');
        assert.equal(await left(), before - 1);
        assert.equal(await reserve('contract-sold', 1), null);
        assert.equal(await left(), before - 1);
      },
      'takes units back once, however often it hears that they came back, if it wants to hear of it':
        async () => {
          if (!provider.restock) return;
          const before = await left();
          const request = frozen({
            orderNumber: 'of contract-sold',
            items: items(1),
            idempotencyKey: 'contract-restock',
          });
          await provider.restock(request);
          await provider.restock(request);
          assert.equal(await left(), before + 1);
        },
    },
    runner
  );
}
