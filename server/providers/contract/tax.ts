import assert from 'node:assert/strict';

import type { Address } from '../../domain/cart/cart';
import { money } from '../../domain/money/money';
import { readTaxes, type Taxed } from '../../domain/taxes/read-taxes';
import type { TaxProvider, TaxRequest } from '../tax';
import { type CartToAsk, cartsToAsk, frozen } from './requests';
import { runSuite, type SuiteOptions } from './suite';

export interface TaxSuiteOptions extends SuiteOptions {
  /** The shop's; 'EUR' unless said otherwise. */
  currency?: string;
  /** A place where the provider knows the taxes. */
  address?: Address;
  /** A class of goods that it knows. */
  taxClass?: string;
}

interface Question {
  what: string;
  request: TaxRequest;
}

/** What a shop may expect of a tax provider, as tests. */
export function testTaxProvider(
  provider: TaxProvider,
  { currency = 'EUR', address, taxClass, ...runner }: TaxSuiteOptions = {}
): void {
  const questions = cartsToAsk(currency, address).flatMap((cart) =>
    questionsAbout(cart, currency, taxClass ?? null)
  );
  const ask = async ({ request }: Question) => provider.tax(frozen(request));

  runSuite(
    `the tax provider ${provider.name}`,
    {
      'has a name and can be asked': () => {
        assert.ok(typeof provider.name === 'string' && provider.name !== '', 'it has no name');
        assert.equal(typeof provider.tax, 'function', 'it has no tax');
      },
      'answers with one tax a line that the shop understands, whatever the cart': async () => {
        for (const question of questions) {
          const answer = await ask(question);
          assert.doesNotThrow(() => read(answer, question.request), question.what);
        }
      },
      'taxes nothing where nothing is paid': async () => {
        for (const question of questions) {
          const { items, shipping } = read(await ask(question), question.request);
          for (const { base, amount } of [...items, shipping]) {
            assert.ok(!base.isZero() || amount.isZero(), `${question.what}: a tax on 0`);
          }
        }
      },
      'gives the same answer to the same question': async () => {
        for (const question of questions) {
          assert.deepEqual(await ask(question), await ask(question), question.what);
        }
      },
      'keeps two carts apart that are asked about at once': async () => {
        const oneByOne: unknown[] = [];
        for (const question of questions) oneByOne.push(await ask(question));
        assert.deepEqual(await Promise.all(questions.map(ask)), oneByOne);
      },
    },
    runner
  );
}

function read(answer: unknown, request: TaxRequest): { items: Taxed[]; shipping: Taxed } {
  const { items, shipping, included, currency } = request;
  return readTaxes(answer, {
    items: items.map(({ amount }) => money(amount)),
    shipping: shipping === null ? null : money(shipping),
    included,
    currency,
  });
}

/** Each cart in a shop with and without included taxes, with and without taxed shipping. */
function questionsAbout(
  { what, lines, address }: CartToAsk,
  currency: string,
  taxClass: string | null
): Question[] {
  const items = lines.map(({ sku, quantity, amount }, index) => ({
    type: 'plugin::cartwright.product-variation',
    documentId: `thing-${index}`,
    sku,
    quantity,
    taxClass: index === 0 ? taxClass : null,
    amount,
  }));
  return [true, false].flatMap((included) =>
    ['5', '0', null].map((shipping) => ({
      what: `${what}, taxes ${included ? 'included' : 'on top'}, shipping ${shipping ?? 'untaxed'}`,
      request: { currency, included, items, shipping, address },
    }))
  );
}
