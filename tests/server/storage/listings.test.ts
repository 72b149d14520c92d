import { UIDS } from '../../../content-types/uids';
import type { FacetsDto } from '../../../server/contracts/catalogue';
import { countStatements } from '../../support/count-statements';
import { COLOURS, seedCatalogue, SIZES } from '../../support/seed-catalogue';
import { documents, makeProduct } from '../../support/shop';
import { API } from '../../support/shopper';
import { startStrapi, type RunningShop } from '../../support/strapi';

let shop: RunningShop;
let small: Awaited<ReturnType<typeof seedCatalogue>>;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
});
afterAll(() => shop.stop());

const get = async (path: string) => {
  const answer = await shop.http().get(`${API}/catalog${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};
/** The counter hears the whole app: a task that happens to run besides can only add, so the fewest of three are ours. */
const statements = async (path: string): Promise<string[]> => {
  let fewest: string[] | undefined;
  for (let time = 0; time < 3; time += 1) {
    const sent = await countStatements(shop.strapi, () => get(path), { only: 'cartwright' });
    if (!fewest || sent.statements.length < fewest.length) fewest = sent.statements;
  }
  return fewest!;
};

/** Every kind of question a list can be asked; each is to cost the same at every size. */
const plain = [
  '',
  'sort=price:asc',
  'sort=popularity',
  'q=number',
  'option[Size]=S,M&inStock=true',
];
const everything =
  'option[Size]=S,M&option[Colour]=Red,Blue&priceMin=1&priceMax=500&inStock=true&q=thing&sort=rating';

describe('statements', () => {
  const measured = new Map<number, number[]>();

  async function measure(category: string): Promise<void> {
    const lists = [
      ...plain.flatMap((query) => [`pageSize=5&${query}`, `pageSize=100&${query}`]),
      `pageSize=100&category=${category}&${everything}`,
      `pageSize=100&page=5000&category=${category}`,
    ];
    for (const [index, query] of lists.entries()) {
      const bare = (await statements(`/products?${query}`)).length;
      const faceted = (await statements(`/products?${query}&facets=true`)).length;
      expect([query, bare <= 3, faceted <= 6]).toEqual([query, true, true]);
      measured.set(index, [...(measured.get(index) ?? []), bare, faceted]);
    }
  }

  it('are as many for a list of 5, of 100 and of 2,000 products: at most 3, and 6 with facets', async () => {
    small = await seedCatalogue(shop.strapi, 5);
    await measure(small.all);
    const hundred = await seedCatalogue(shop.strapi, 95);
    await measure(hundred.all);
    const many = await seedCatalogue(shop.strapi, 1900);
    await measure(many.all);

    const { meta } = await get('/products');
    expect(meta.pagination.total).toBe(2000);
    for (const counts of measured.values()) {
      expect(counts.slice(2)).toEqual([...counts.slice(0, 2), ...counts.slice(0, 2)]);
    }
    if (process.env['SHOW_STATEMENTS'])
      process.stdout.write(`${JSON.stringify([...measured.values()])}\n`);
  });

  it('are at most 4 for the page of a product, whatever hangs on it', async () => {
    const friends = [];
    for (let index = 0; index < 3; index += 1) friends.push(await makeProduct(shop.strapi));
    const ids = friends.map(({ documentId }) => documentId);
    const images = [];
    for (let index = 0; index < 12; index += 1) {
      const file = await shop.strapi.db.query('plugin::upload.file').create({
        data: {
          name: `${index}`,
          hash: `${index}`,
          mime: 'image/png',
          size: 1,
          url: `/${index}`,
          provider: 'local',
        },
      });
      const image = await documents(shop.strapi, UIDS.productImage).create({
        data: { file: file.id },
      });
      images.push(image.documentId);
    }
    const rich = await makeProduct(shop.strapi, {
      options: { Size: Array.from({ length: 40 }, (_, index) => `w${index}`) },
      fields: { images, related: ids, upsells: ids },
    });
    const bare = await statements(`/products/${friends[0]!.slug}`);
    const full = await statements(`/products/${rich.slug}`);
    expect([bare.length, full.length]).toEqual([4, 4]);
    const { data } = await get(`/products/${rich.slug}`);
    expect([data.images.length, data.variations.length, data.upsells.length]).toEqual([12, 40, 3]);
  });

  it('are few for categories and the sitemap', async () => {
    expect((await statements('/categories')).length).toBe(1);
    expect((await statements(`/categories/${small.all}`)).length).toBe(2);
    expect((await statements('/sitemap')).length).toBe(2);
  });
});

describe('a page', () => {
  it('reads the rows of 24 products only, however many there are', async () => {
    const sent = await statements(`/products?sort=price:asc&q=number`);
    const [statement] = sent;
    expect(sent).toHaveLength(1);
    expect(statement).toMatch(/limit/i);
    const { data, meta } = await get('/products?sort=price:asc&q=number');
    expect([data.length, meta.pagination.total]).toEqual([24, 2000]);
  });
});

describe('a facet', () => {
  /** What the contract says of every count: it is the total of the list that the choice would give. */
  const law = async (query: Record<string, string>) => {
    const url = (more: Record<string, string | undefined> = {}) =>
      Object.entries({ ...query, ...more })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
        .join('&');
    const total = async (more: Record<string, string | undefined>): Promise<number> =>
      (await get(`/products?pageSize=1&${url(more)}`)).meta.pagination.total;
    const facets: FacetsDto = (await get(`/products?pageSize=1&facets=true&${url()}`)).meta.facets;

    for (const { type, values } of facets.options) {
      for (const { value, count } of values) {
        const chosen = await total({ [`option[${type}]`]: value });
        expect([query, type, value, count]).toEqual([query, type, value, chosen]);
      }
    }
    for (const { slug, count } of facets.categories) {
      expect([query, slug, count]).toEqual([query, slug, await total({ category: slug })]);
    }
    expect([query, facets.onSale]).toEqual([query, await total({ onSale: 'true' })]);
    expect([query, facets.inStock]).toEqual([query, await total({ inStock: 'true' })]);

    const { min, max } = facets.price;
    const open = { priceMin: undefined, priceMax: undefined };
    if (min !== null && max !== null) {
      const within = await total({ priceMin: min, priceMax: max });
      expect([query, within]).toEqual([query, await total(open)]);
      expect(await total({ ...open, priceMin: max })).toBeGreaterThan(0);
      expect(await total({ ...open, priceMax: min })).toBeGreaterThan(0);
    }
    return facets;
  };

  it('counts the products of the list that choosing it would give', async () => {
    const facets = await law({});
    expect(facets.options.slice(0, 2).map(({ type }) => type)).toEqual(['Size', 'Colour']);
    await law({ 'option[Colour]': 'Red' });
    await law({ 'option[Size]': 'S,M', 'option[Colour]': 'Blue,Green', 'priceMin': '12' });
    await law({ 'priceMin': '20', 'priceMax': '30.10', 'option[Size]': 'M' });
    await law({ onSale: 'true', category: small.all });
    await law({ inStock: 'true', q: 'material 3' });
  });

  it('ignores its own selection, so that its other values stay choosable', async () => {
    const { options } = await law({ 'option[Colour]': 'Red' });
    const names = (type: string) =>
      options.find((option) => option.type === type)!.values.map(({ value }) => value);
    expect(names('Colour')).toEqual(COLOURS);
    expect(names('Size').slice(0, 3)).toEqual(SIZES);
  });

  it('leaves out what no product has', async () => {
    const facets: FacetsDto = (await get(`/products?facets=true&q=nothing-of-the-kind`)).meta
      .facets;
    expect(facets).toEqual({
      options: [],
      price: { min: null, max: null },
      categories: [],
      onSale: 0,
      inStock: 0,
    });
  });
});
