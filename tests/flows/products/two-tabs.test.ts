// cspell:ignore XXXL
import { startStrapi, type RunningShop } from '../../support/strapi';
import { type Kit, kitOf, type Row, stopWhenIdle } from './kit';

/** Two editors, or one with two tabs, at the same instant. Worth most on PostgreSQL and MariaDB. */
let app: RunningShop;
let kit: Kit;
let sizes: string[];
let colours: string[];

beforeAll(async () => {
  app = await startStrapi();
  kit = kitOf(app.strapi);
  sizes = [];
  colours = [];
  for (const [index, name] of ['S', 'M', 'L'].entries()) {
    sizes.push(await kit.option('Size', name, index));
  }
  for (const [index, name] of ['Red', 'Blue'].entries()) {
    colours.push(await kit.option('Colour', name, index));
  }
});
afterAll(() => stopWhenIdle(app));

const make = async (data: object) => (await kit.products.create({ data })).documentId;
const outcomes = async (work: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(work);
  return {
    done: settled.filter(({ status }) => status === 'fulfilled').length,
    refused: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
  };
};

describe('at the same instant', () => {
  it('two tabs tick different options of one product: each save is whole', async () => {
    const id = await make({ title: 'Shirt' });
    for (let round = 0; round < 5; round += 1) {
      const { refused } = await outcomes([
        kit.products.update({ documentId: id, data: { options: [sizes[0], colours[0]] } }),
        kit.products.update({ documentId: id, data: { options: sizes } }),
        kit.products.update({ documentId: id, data: { options: [...sizes, ...colours] } }),
        kit.products.update({ documentId: id, data: { options: [] } }),
      ]);
      expect(refused).toEqual([]);
      await kit.expectWhole(id);
    }
  });

  it('prices, publishing and ticks do not undo each other', async () => {
    const id = await make({ title: 'Trousers', options: sizes });
    await kit.products.publish({ documentId: id });
    for (let round = 1; round <= 5; round += 1) {
      const [first, second] = await kit.liveOf(id);
      const { refused } = await outcomes([
        kit.variations.update({ documentId: first!.documentId, data: { unitPrice: round } }),
        kit.products.publish({ documentId: id }),
        kit.variations.update({ documentId: second!.documentId, data: { isDefault: true } }),
        kit.products.update({
          documentId: id,
          data: { options: round % 2 ? sizes : [...sizes, colours[0]] },
        }),
      ]);
      // What was retired a moment ago cannot become the default; anything else would be an error.
      for (const error of refused) expect(error.details).toMatchObject({ code: 'invalid_input' });
      await kit.expectWhole(id);
    }
  });

  it('tabs that have read before they save, as the Content Manager does to publish, see what the others saved', async () => {
    const id = await make({ title: 'Skirt' });
    const saveAndPublish = (options: string[]) =>
      app.strapi.db.transaction(async () => {
        await kit.products.findOne({ documentId: id });
        await kit.products.update({ documentId: id, data: { options } });
        await kit.products.publish({ documentId: id });
      }) as Promise<unknown>;
    for (let round = 0; round < 4; round += 1) {
      const { refused } = await outcomes([
        saveAndPublish([sizes[0]!, colours[0]!]),
        saveAndPublish(sizes),
        saveAndPublish([]),
      ]);
      // MySQL shows a transaction what was there when it began to read, so the later ones are told to try again.
      if (app.dialect !== 'mysql') expect(refused).toEqual([]);
      for (const error of refused) expect(error.message).toContain('Somebody else has saved');
      expect((await kit.rowsOf(id)).length).toBeLessThanOrEqual(2);
      await kit.expectWhole(id);
    }
  });

  it('twelve products of one title get twelve slugs and twelve SKUs', async () => {
    const created = await Promise.all(
      Array.from({ length: 12 }, () =>
        kit.products.create({ data: { title: 'Same', options: [sizes[0]] } })
      )
    );
    expect(new Set(created.map(({ slug }) => slug)).size).toBe(12);
    expect(new Set(created.map(({ sku }) => sku)).size).toBe(12);
    for (const { documentId } of created) await kit.expectWhole(documentId);
  });

  it('an import makes many of one title side by side in one transaction', async () => {
    const made = app.strapi.db.transaction(() =>
      Promise.all(
        Array.from({ length: 6 }, () => kit.products.create({ data: { title: 'Side By Side' } }))
      )
    );
    const created = await (made as unknown as Promise<Row[]>);
    expect(new Set(created.map(({ slug }) => slug)).size).toBe(6);
    expect(new Set(created.map(({ sku }) => sku)).size).toBe(6);
    for (const { documentId } of created) await kit.expectWhole(documentId);
  });

  it('one SKU for two variations: one gets it, the other is told', async () => {
    const ids = [await make({ title: 'Left' }), await make({ title: 'Right' })];
    const documentIds = [
      (await kit.bySku('left')).documentId,
      (await kit.bySku('right')).documentId,
    ];
    const { done, refused } = await outcomes(
      documentIds.map((documentId) =>
        kit.variations.update({ documentId, data: { sku: 'WANTED' } })
      )
    );
    expect(done).toBe(1);
    expect(refused).toMatchObject([
      { name: 'ValidationError', details: { code: 'invalid_input' } },
    ]);
    for (const id of ids) await kit.expectWhole(id);
  });

  it('one option twice: one is made, the other is told', async () => {
    const { done, refused } = await outcomes(
      [1, 2, 3].map(() => kit.options.create({ data: { type: 'Size', name: 'XXXL' } }))
    );
    expect(done).toBe(1);
    for (const error of refused)
      expect(error).toMatchObject({ details: { code: 'invalid_input' } });
  });

  it('one combination twice: one is made, the other is told', async () => {
    const id = await make({ title: 'Combined', options: sizes });
    await kit.variations.delete({ documentId: (await kit.bySku('combined-m')).documentId });
    const { done, refused } = await outcomes(
      [1, 2, 3].map(() => kit.variations.create({ data: { product: id, options: [sizes[1]] } }))
    );
    expect(done).toBe(1);
    for (const error of refused)
      expect(error).toMatchObject({ details: { code: 'invalid_input' } });
    await kit.expectWhole(id);
  });

  it('all variations deleted one by one: one stays', async () => {
    const id = await make({ title: 'Shrinking', options: sizes });
    const { done, refused } = await outcomes(
      (await kit.liveOf(id)).map(({ documentId }) => kit.variations.delete({ documentId }))
    );
    expect(done).toBe(2);
    expect(refused).toMatchObject([{ details: { code: 'invalid_input' } }]);
    await kit.expectWhole(id, { combinations: 'some' });
  });

  it('a product is deleted while it is saved: nothing of it is left over', async () => {
    const id = await make({ title: 'Going', options: sizes });
    const { refused } = await outcomes([
      kit.products.update({ documentId: id, data: { options: colours } }),
      kit.products.delete({ documentId: id }),
    ]);
    expect(refused).toEqual([]);
    expect(await kit.rowsOf(id)).toEqual([]);
    expect(await kit.variationsOf(id)).toEqual([]);
  });
});
