// cspell:ignore Moyen Maison maison Manteau Pèlerine Sandale Tasche Tavolo Sedia
import { startStrapi, type RunningShop } from '../../support/strapi';
import { type Kit, kitOf, stopWhenIdle } from './kit';

let app: RunningShop;
let kit: Kit;
let s: string, m: string, red: string;

const addLocale = (code: string) =>
  app.strapi.plugin('i18n').service('locales').create({ code, name: code });
const removeLocale = async (code: string) => {
  const locales = app.strapi.plugin('i18n').service('locales');
  return locales.delete({ id: (await locales.findByCode(code)).id });
};

beforeAll(async () => {
  app = await startStrapi();
  kit = kitOf(app.strapi);
  for (const code of ['fr', 'de']) await addLocale(code);
  s = await kit.option('Size', 'S', 1);
  m = await kit.option('Size', 'M', 2);
  red = await kit.option('Colour', 'Red', 1);
  // M and Red are translated, S is not: sizes are the same everywhere.
  await kit.options.update({ documentId: m, locale: 'fr', data: { name: 'Moyen' } });
  await kit.options.update({ documentId: red, locale: 'fr', data: { name: 'Rouge' } });
});
afterAll(() => stopWhenIdle(app));

const make = async (data: object) => (await kit.products.create({ data })).documentId;
const translate = (documentId: string, locale: string, data: object) =>
  kit.products.update({ documentId, locale, data });
/** The ticked options of each row, such as `fr draft: S, Moyen`. */
const ticks = async (documentId: string) =>
  Object.fromEntries(
    (await kit.rowsOf(documentId)).map(({ locale, publishedAt, options }) => [
      `${locale} ${publishedAt === null ? 'draft' : 'published'}`,
      (options as { name: string }[])
        .map(({ name }) => name)
        .sort()
        .join(', '),
    ])
  );

describe('slugs (2.1)', () => {
  it('are unique in each language, and made from the title in that language', async () => {
    const one = await make({ title: 'Chat' });
    await translate(one, 'fr', { title: 'Conversation' });
    const two = await make({ title: 'Cat' });
    const french = await translate(two, 'fr', { title: 'Chat' });
    expect(french.slug).toBe('chat');
    const three = await make({ title: 'Chat' });
    expect((await translate(three, 'fr', { title: 'Chat' })).slug).toBe('chat-2');
    expect((await kit.rowsOf(three)).map(({ slug }) => slug)).toEqual(['chat-2', 'chat-2']);
  });

  it('of a clone are made from its own, language by language', async () => {
    const id = await make({ title: 'House' });
    await translate(id, 'fr', { title: 'Maison' });
    const { documentId } = await kit.products.clone({ documentId: id, locale: '*' });
    const slugs = (await kit.rowsOf(documentId)).map(({ slug }) => slug);
    expect(slugs.sort()).toEqual(['house-2', 'maison-2']);
    await kit.expectWhole(documentId);
  });
});

describe('the ticks that count are those of the default language (2.2)', () => {
  it('the other languages follow; an option without a translation is ticked all the same', async () => {
    const id = await make({ title: 'Shirt', options: [s, m] });
    await translate(id, 'fr', { title: 'Chemise' });
    expect(await ticks(id)).toEqual({ 'en draft': 'M, S', 'fr draft': 'Moyen, S' });

    await kit.products.update({ documentId: id, data: { options: [s, m, red] } });
    expect(await ticks(id)).toEqual({ 'en draft': 'M, Red, S', 'fr draft': 'Moyen, Rouge, S' });
    expect(await kit.skusOf(id)).toEqual(['shirt-s-red', 'shirt-m-red']);
    await kit.expectWhole(id);
  });

  it('a tick in another language changes nothing', async () => {
    const id = await make({ title: 'Jumper', options: [s] });
    await translate(id, 'fr', { title: 'Pull', options: [m] });
    expect(await ticks(id)).toEqual({ 'en draft': 'S', 'fr draft': 'S' });
    expect(await kit.skusOf(id)).toEqual(['jumper-s']);
    await kit.expectWhole(id);
  });

  it('publishing one language or all loses nothing', async () => {
    const id = await make({ title: 'Coat', options: [s, m] });
    await translate(id, 'fr', { title: 'Manteau' });
    await kit.products.publish({ documentId: id, locale: 'fr' });
    expect(await ticks(id)).toEqual({
      'en draft': 'M, S',
      'fr draft': 'Moyen, S',
      'fr published': 'Moyen, S',
    });
    await kit.expectWhole(id);
    await kit.products.publish({ documentId: id, locale: '*' });
    await kit.products.discardDraft({ documentId: id, locale: 'fr' });
    expect(await ticks(id)).toEqual({
      'en draft': 'M, S',
      'en published': 'M, S',
      'fr draft': 'Moyen, S',
      'fr published': 'Moyen, S',
    });
    expect(await kit.skusOf(id)).toEqual(['coat-s', 'coat-m']);
    await kit.expectWhole(id);
  });

  it('discarding the draft brings back what was ticked when it was published', async () => {
    const id = await make({ title: 'Cape', options: [s, m] });
    await translate(id, 'fr', { title: 'Pèlerine' });
    await kit.products.publish({ documentId: id, locale: '*' });
    await kit.products.update({ documentId: id, data: { options: [s] } });
    expect(await ticks(id)).toMatchObject({ 'fr draft': 'S', 'fr published': 'Moyen, S' });
    await kit.products.discardDraft({ documentId: id });
    expect(await ticks(id)).toMatchObject({ 'en draft': 'M, S', 'fr draft': 'Moyen, S' });
    await kit.expectWhole(id);
  });

  it('a product that exists in another language only goes by that, and publishing and discarding keep it', async () => {
    const id = await make({ title: 'Sandal', options: [s, m] });
    await translate(id, 'fr', { title: 'Sandale' });
    await kit.products.delete({ documentId: id, locale: 'en' });
    expect(await kit.skusOf(id)).toEqual(['sandal-s', 'sandal-m']);
    await kit.products.publish({ documentId: id, locale: 'fr' });
    await kit.products.discardDraft({ documentId: id, locale: 'fr' });
    expect(await ticks(id)).toEqual({ 'fr draft': 'Moyen, S', 'fr published': 'Moyen, S' });
    expect(await kit.skusOf(id)).toEqual(['sandal-s', 'sandal-m']);
    await kit.expectWhole(id);
  });
});

describe('the copies are on every row (3.2)', () => {
  it('drafted and published, in every language, after every write', async () => {
    const id = await make({ title: 'Bag', options: [s, m] });
    await translate(id, 'fr', { title: 'Sac' });
    await kit.products.publish({ documentId: id, locale: '*' });
    await translate(id, 'de', { title: 'Tasche' });
    const { documentId } = await kit.bySku('bag-s');
    await kit.variations.update({ documentId, data: { unitPrice: 15, stock: 2, sku: 'BAG' } });
    const rows = await kit.rowsOf(id);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toMatchObject({ unitPrice: 15, stock: 2, sku: 'BAG' });
    await translate(id, 'fr', { taxClass: 'reduced' });
    await kit.products.unpublish({ documentId: id, locale: 'fr' });
    await kit.expectWhole(id);
  });
});

describe('a language goes', () => {
  it('of one product: the rest is settled; with the last one everything goes', async () => {
    const id = await make({ title: 'Desk', options: [s] });
    await translate(id, 'fr', { title: 'Bureau' });
    await kit.products.delete({ documentId: id, locale: 'fr' });
    await kit.expectWhole(id);
    await kit.products.delete({ documentId: id, locale: 'en' });
    expect(await kit.variationsOf(id)).toEqual([]);
  });

  it('of the whole site: products that had no other go with their variations and images', async () => {
    await addLocale('it');
    await kit.options.update({ documentId: s, locale: 'it', data: { name: 'P' } });
    const both = await make({ title: 'Table', options: [s] });
    await translate(both, 'it', { title: 'Tavolo' });
    const picture = await kit.image(await kit.file());
    const { documentId: only } = await kit.products.create({
      locale: 'it',
      data: { title: 'Sedia', images: [picture], options: [s] },
    });
    expect(await kit.liveOf(only)).toHaveLength(1);

    await removeLocale('it');

    expect(await kit.rowsOf(only)).toEqual([]);
    expect(await kit.variationsOf(only)).toEqual([]);
    expect(await kit.images.findOne({ documentId: picture })).toBeNull();
    await kit.expectWhole(both);
  });
});
