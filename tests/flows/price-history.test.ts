import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import { changeVariation, documents, type MadeProduct, makeProduct } from '../support/shop';
import { API } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
import { stopTheClock } from './day/movable-clock';
import { stopWhenIdle } from './products/kit';

/** What shops in the EU must show beside a reduced price: the lowest of the 30 days before the reduction began. */

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2030-01-01T00:00:00.000Z');

let shop: RunningShop;
let clock: ReturnType<typeof stopTheClock>;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  clock = stopTheClock(new Date(START));
});
afterAll(async () => {
  clock.letGo();
  await stopWhenIdle(shop);
});
beforeEach(() => onDay(0));

/** Days are counted from 1 January. */
const onDay = (day: number) => clock.move(START + day * DAY - Date.now());
const date = (day: number) => new Date(START + day * DAY).toISOString();
const sales = () => documents(shop.strapi, UIDS.sale);
const sweep = () => shopOf(shop.strapi).sales.sweep(new Date(0));

/** On the card and on the page, which say the same. */
async function shown({ slug }: MadeProduct): Promise<[price: string, lowest: string | null]> {
  const page = (await shop.http().get(`${API}/catalog/products/${slug}`)).body.data;
  const list = (await shop.http().get(`${API}/catalog/products?pageSize=100`)).body.data;
  const card = (list as { slug: string }[]).find((one) => one.slug === slug);
  const { price, lowestPrice30d } = page;
  expect(card).toMatchObject({ price, lowestPrice30d });
  expect(page.variations[0]).toMatchObject({ price, lowestPrice30d });
  return [price, lowestPrice30d];
}

it.each<[string, number, [day: number, data: Record<string, unknown>][], [string, string | null]]>([
  [
    'SA18 37 → 21 → 30 shows 21',
    37,
    [
      [1, { salePrice: 21 }],
      [2, { salePrice: 30 }],
    ],
    ['30.00', '21.00'],
  ],
  [
    'SA20 42 → 21 → 39 → 33 shows 39',
    42,
    [
      [10, { salePrice: 21 }],
      [41, { salePrice: null, unitPrice: 39 }],
      [86, { salePrice: 33 }],
    ],
    ['33.00', '39.00'],
  ],
  [
    'SA22 10, 9, 11, 13, then 15 down from 20 shows 9',
    10,
    [
      [4, { unitPrice: 9 }],
      [35, { unitPrice: 11 }],
      [45, { unitPrice: 13 }],
      [55, { unitPrice: 20, salePrice: 15 }],
      [59, {}],
    ],
    ['15.00', '9.00'],
  ],
  ['SA24 no sale shows nothing', 10, [[1, { unitPrice: 9 }]], ['9.00', null]],
  [
    'SA24 a sale that was removed shows nothing',
    10,
    [
      [1, { salePrice: 9 }],
      [2, { salePrice: null }],
    ],
    ['10.00', null],
  ],
])('%s', async (_name, unitPrice, changes, expected) => {
  const product = await makeProduct(shop.strapi, { unitPrice });
  for (const [day, data] of changes) {
    onDay(day);
    await changeVariation(shop.strapi, product.sku, data);
  }
  expect(await shown(product)).toEqual(expected);
});

it('a sale that begins by itself shows it from its first instant to its last', async () => {
  const product = await makeProduct(shop.strapi, { unitPrice: 10 });
  await sales().create({
    data: {
      title: 'Soon',
      active: true,
      discountPercent: 20,
      products: [product.documentId],
      validFrom: date(5),
      validTo: date(9),
    },
  });
  expect(await shown(product)).toEqual(['10.00', null]);
  onDay(5);
  expect(await shown(product)).toEqual(['8.00', '10.00']);
  onDay(8.999);
  expect(await shown(product)).toEqual(['8.00', '10.00']);
  onDay(9);
  expect(await shown(product)).toEqual(['10.00', null]);
});

it('hand-overs between sales are written down, and count for the next reduction', async () => {
  const product = await makeProduct(shop.strapi, { unitPrice: 100 });
  const sale = (title: string, discountPercent: number, from: number, to: number) =>
    sales().create({
      data: {
        title,
        active: true,
        discountPercent,
        products: [product.documentId],
        validFrom: date(from),
        validTo: date(to),
      },
    });
  await sale('Long', 10, 1, 60);
  await sale('Short', 50, 10, 12);
  await sale('Late', 30, 35, 60);

  onDay(10);
  await sweep();
  expect(await shown(product)).toEqual(['50.00', '90.00']);
  onDay(12);
  await sweep();
  expect(await shown(product)).toEqual(['90.00', '50.00']);
  onDay(35);
  await sweep();
  expect(await shown(product)).toEqual(['70.00', '50.00']);
});
