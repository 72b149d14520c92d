import { UIDS } from '../../../content-types/uids';
import type { PreviewLinkDto } from '../../../server/contracts/layout';
import { changeVariation, documents, makeProduct } from '../../support/shop';
import { makeStaff, type Staff } from '../../support/staff';
import { startStrapi, type RunningShop } from '../../support/strapi';
import { stopTheClock } from '../day/movable-clock';
import { idle, stopWhenIdle } from '../products/kit';
import { pagesOf } from './kit';

/** A link to the drafts of a page, and to the page as it will be. */

const NOW = new Date('2026-11-20T12:00:00Z');
const hour = 3_600_000;
const in_ = (hours: number) => new Date(NOW.getTime() + hours * hour).toISOString();

let shop: RunningShop;
let pages: ReturnType<typeof pagesOf>;
let staff: Staff;
let clock: ReturnType<typeof stopTheClock>;

beforeAll(async () => {
  clock = stopTheClock(NOW);
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      layout: { previewUrl: 'https://shop.example/{locale}/{page}?token={token}&at={at}' },
    },
  });
  pages = pagesOf(shop);
  staff = await makeStaff(shop);
});
beforeEach(() => {
  jest.setSystemTime(NOW);
});
afterAll(async () => {
  clock.letGo();
  await stopWhenIdle(shop);
});

async function share(wish: object): Promise<PreviewLinkDto> {
  const { status, body } = await staff.send('post', '/layout/preview', { locale: 'en', ...wish });
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
}
const refusal = async (path: string) => {
  const { status, body } = await pages.get(path);
  return [status, body.error?.details.code, body.error?.details.reason];
};

it('shows drafts to whoever has the link, and to nobody else', async () => {
  await pages.block('drafts', { heading: 'Draft' }, { status: 'draft' });
  await pages.block('drafts', { heading: 'Off', removed: true }, { status: 'draft' });
  await pages.block('drafts', { heading: 'Hidden', visible: false }, { status: 'draft' });
  const { path, token } = await share({ page: 'drafts' });
  expect(path).toBe(`/api/cartwright/layout/drafts?preview=${token}`);
  expect(await pages.headings('drafts')).toEqual([]);
  expect(await pages.headings(`drafts?preview=${token}`)).toEqual(['Draft']);
  const answer = await shop.http().get(path);
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
});

it('is for one page and one language, and for a time', async () => {
  await pages.block('timed', { heading: 'Draft' }, { status: 'draft' });
  const { token, expiresAt } = await share({ page: 'timed', hours: 1 });
  expect(expiresAt).toBe(in_(1));
  expect(await refusal(`home?preview=${token}`)).toEqual([400, 'invalid_signature', 'other_page']);
  expect(await refusal(`timed?preview=${token}&locale=de`)).toEqual([
    400,
    'invalid_signature',
    'other_page',
  ]);
  expect(await pages.headings(`timed?preview=${token}&locale=en`)).toEqual(['Draft']);
  clock.move(hour - 1);
  expect(await pages.headings(`timed?preview=${token}`)).toEqual(['Draft']);
  clock.move(1);
  expect(await refusal(`timed?preview=${token}`)).toEqual([400, 'invalid_signature', 'expired']);
  const answer = await pages.get(`timed?preview=${token}`);
  expect(answer.headers['cache-control']).toBe('no-store');
});

it('cannot be forged', async () => {
  const { token } = await share({ page: 'home' });
  const [payload = '', signature = ''] = token.split('.');
  const other = Buffer.from(JSON.stringify(['home', 'en', null, 9e12])).toString('base64url');
  const cases = [
    `${other}.${signature}`,
    `${payload}.${signature.slice(0, -1)}`,
    `${payload}.${signature}x`,
    `${payload}.${'A'.repeat(signature.length)}`,
    payload,
    `${payload}.`,
    `.${signature}`,
    '.',
    'nonsense',
    '%F0%9F%98%80',
  ];
  for (const wrong of cases) {
    expect([wrong, ...(await refusal(`home?preview=${wrong}`))]).toEqual([
      wrong,
      400,
      'invalid_signature',
      'wrong',
    ]);
  }
});

it('shows another instant, unless the link is fixed to one', async () => {
  await pages.block('instants', { heading: 'Until', visibleUntil: in_(1) }, { status: 'draft' });
  await pages.block('instants', { heading: 'From', visibleFrom: in_(1) }, { status: 'draft' });
  const open = await share({ page: 'instants' });
  const fixed = await share({ page: 'instants', at: in_(2) });
  const seen = (token: string, at?: string) =>
    pages.headings(`instants?preview=${token}${at ? `&at=${encodeURIComponent(at)}` : ''}`);
  expect(await seen(open.token)).toEqual(['Until']);
  expect(await seen(open.token, in_(1))).toEqual(['From']);
  expect(await seen(open.token, '2026-11-20T14:00:00+01:00')).toEqual(['From']);
  expect(await seen(fixed.token)).toEqual(['From']);
  expect(await seen(fixed.token, in_(0))).toEqual(['From']);
});

it('shows products and prices as they will be, also where sales hand over to each other', async () => {
  const mug = await makeProduct(shop.strapi, { title: 'Mug', unitPrice: 100, options: {} });
  const soon = await makeProduct(shop.strapi, {
    title: 'Soon',
    fields: { publishFrom: in_(10) },
  });
  const sale = (title: string, discountExact: number, from: number, to: number) =>
    documents(shop.strapi, UIDS.sale).create({
      data: {
        title,
        active: true,
        discountExact,
        validFrom: in_(from),
        validTo: in_(to),
        products: [mug.documentId],
      },
    });
  await sale('Now', 80, -1, 5);
  await sale('Later', 70, 10, 20);
  await sale('Within it', 60, 12, 15);
  await changeVariation(shop.strapi, mug.sku, { stock: 3 });
  await idle(shop);
  const products = [mug.documentId, soon.documentId];
  await pages.block('prices', { position: 'products', products }, { status: 'draft' });
  const { token } = await share({ page: 'prices' });
  const prices = async (at: string) => {
    const [block] = await pages.shown(`prices?preview=${token}&at=${at}`);
    return block?.products.map(({ title, price, priceMin, priceMax, saleTo, onSale }) => [
      title,
      price,
      priceMin,
      priceMax,
      onSale ? saleTo : null,
    ]);
  };
  const mugAt = (price: string, saleTo: string | null) => ['Mug', price, price, price, saleTo];
  const soonAt = ['Soon', '10.00', '10.00', '10.00', null];
  expect(await prices(in_(0))).toEqual([mugAt('80.00', in_(5))]);
  expect(await prices(in_(4))).toEqual([mugAt('80.00', in_(5))]);
  expect(await prices(in_(5))).toEqual([mugAt('100.00', null)]);
  expect(await prices(in_(10))).toEqual([mugAt('70.00', in_(20)), soonAt]);
  expect(await prices(in_(13))).toEqual([mugAt('60.00', in_(15)), soonAt]);
  expect(await prices(in_(15))).toEqual([mugAt('70.00', in_(20)), soonAt]);
  expect(await prices(in_(20))).toEqual([mugAt('100.00', null), soonAt]);
});

it('has an address on the site’s own front end', async () => {
  const { siteUrl, token } = await share({ page: 'summer-sale', at: in_(1) });
  expect(siteUrl).toBe(
    `https://shop.example/en/summer-sale?token=${token}&at=${encodeURIComponent(in_(1))}`
  );
  expect((await share({ page: 'home' })).siteUrl).toMatch(/&at=$/);
});

it.each([
  ['page', { page: 'a b' }],
  ['hours', { page: 'home', hours: 10_000 }],
  ['at', { page: 'home', at: 'tomorrow' }],
  ['locale', { page: 'home', locale: '' }],
])('is refused for a wrong %s', async (path, wish) => {
  const { status, body } = await staff.send('post', '/layout/preview', { locale: 'en', ...wish });
  expect([status, body.error.details.issues[0].path]).toEqual([400, path]);
});
