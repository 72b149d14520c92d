import { UIDS } from '../../content-types/uids';
import { blocksOf, paste } from '../support/paste';
import { documents, makeProduct } from '../support/shop';
import { type RunningShop, startStrapi } from '../support/strapi';

/** Those that speak to the shop over HTTP. Commands for a site's own shell are left alone. */
const linesForFrontEnds = () =>
  blocksOf('cart.md', 'sh')
    .filter((block) => block.includes('$SHOP/') && !block.includes('npx '))
    .join('\n');

interface ShownCart {
  totals: { total: string };
  items: { explanation: unknown }[];
  explanation: unknown;
}

describe('docs/cart.md', () => {
  let shop: RunningShop;
  let answers: { data: ShownCart }[];

  beforeAll(async () => {
    shop = await startStrapi({
      cartwright: {
        tax: { rates: [{ country: '*', rate: '19', label: 'VAT' }] },
        shipping: { options: [{ code: 'post', label: 'Post', amount: '4.95' }] },
      },
    });
    await makeProduct(shop.strapi, {
      title: 'Mug',
      unitPrice: '10.00',
      variation: { salePrice: '8.00' },
    });
    await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: 'Welcome', code: 'WELCOME', active: true, discountPercent: 10 },
    });
    const output = await paste(linesForFrontEnds(), shop.url);
    answers = output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as (typeof answers)[number]);
  });
  afterAll(() => shop.stop());

  const totals = () => answers.map(({ data }) => data.totals.total);

  it('shows lines for the shell that run: code, explanation, no code, merged, restored', () => {
    expect(totals()).toEqual(['30.65', '30.65', '33.51', '33.51', '33.51']);
  });

  it('shows the very explanation that the shop answers with', () => {
    const [line, cart] = blocksOf('cart.md', 'json').map((block) => JSON.parse(block) as unknown);
    expect(answers[1]?.data.items[0]?.explanation).toEqual(line);
    expect(answers[1]?.data.explanation).toEqual(cart);
  });
});
