import { startStrapi, type RunningShop } from '../../support/strapi';
import { type Kit, kitOf, stopWhenIdle } from './kit';

let app: RunningShop;
let kit: Kit;
let s: string, m: string;

beforeAll(async () => {
  app = await startStrapi();
  kit = kitOf(app.strapi);
  s = await kit.option('Size', 'S', 1);
  m = await kit.option('Size', 'M', 2);
});
afterAll(() => stopWhenIdle(app));

const make = async (data: object) => (await kit.products.create({ data })).documentId;
const shown = async (documentId: string) =>
  (await kit.rowsOf(documentId)).map(({ image }) => image?.alternativeText ?? null);

describe("the picture that a product carries (3.2): the default variation's, else its first", () => {
  it('follows the order of the product, the default, and the default variation', async () => {
    const one = await kit.image(await kit.file('one'), 'One');
    const two = await kit.image(await kit.file('two'));
    const id = await make({ title: 'Pictured', options: [s, m], images: [one, two] });
    expect(await shown(id)).toEqual(['One']);
    expect((await kit.rowsOf(id))[0]!.image).toEqual({
      url: '/uploads/one.webp',
      alternativeText: 'One',
      width: 800,
      height: 600,
      formats: { thumbnail: { url: '/uploads/thumbnail_one.webp' } },
    });

    await kit.products.update({ documentId: id, data: { images: [two, one] } });
    expect(await shown(id)).toEqual(['the file two']);

    const { documentId } = await kit.bySku('pictured-m');
    await kit.variations.update({ documentId, data: { image: one } });
    expect(await shown(id)).toEqual(['the file two']);
    await kit.variations.update({ documentId, data: { isDefault: true } });
    expect(await shown(id)).toEqual(['One']);
    await kit.variations.update({ documentId, data: { image: null } });
    expect(await shown(id)).toEqual(['the file two']);
    await kit.products.update({ documentId: id, data: { images: [] } });
    expect(await shown(id)).toEqual([null]);
    await kit.expectWhole(id);
  });

  it('draft and published rows each show their own first picture', async () => {
    const one = await kit.image(await kit.file(), 'published');
    const two = await kit.image(await kit.file(), 'drafted');
    const id = await make({ title: 'Staged', images: [one] });
    await kit.products.publish({ documentId: id });
    await kit.products.update({ documentId: id, data: { images: [two] } });
    expect((await shown(id)).sort()).toEqual(['drafted', 'published']);
    await kit.expectWhole(id);
  });

  it('a new description or file reaches the products that show it', async () => {
    const picture = await kit.image(await kit.file('before'), 'before');
    const first = await make({ title: 'Shows It', images: [picture] });
    const second = await make({ title: 'Shows It Too' });
    await kit.variations.update({
      documentId: (await kit.bySku('shows-it-too')).documentId,
      data: { image: picture },
    });
    await kit.products.publish({ documentId: first });

    await kit.images.update({ documentId: picture, data: { description: 'after' } });
    expect(await shown(first)).toEqual(['after', 'after']);
    expect(await shown(second)).toEqual(['after']);

    await kit.images.update({
      documentId: picture,
      data: { description: '', file: await kit.file('new') },
    });
    expect(await shown(first)).toEqual(['the file new', 'the file new']);
    await kit.expectWhole(first);
    await kit.expectWhole(second);
  });

  it('C-22: deleting an image leaves its variations in place, without that image', async () => {
    const picture = await kit.image(await kit.file());
    const id = await make({ title: 'Framed', images: [picture] });
    const { documentId } = await kit.bySku('framed');
    await kit.variations.update({ documentId, data: { image: picture } });
    await kit.images.delete({ documentId: picture });
    expect(await kit.liveOf(id)).toMatchObject([{ sku: 'framed', image: null }]);
    expect(await shown(id)).toEqual([null]);
    await kit.expectWhole(id);
  });

  it('changes and deletions in the media library reach the products', async () => {
    const fileId = await kit.file('library');
    const spare = await kit.image(await kit.file('spare'));
    const id = await make({ title: 'From Library', images: [await kit.image(fileId), spare] });
    const upload = app.strapi.plugin('upload').service('upload');

    await upload.updateFileInfo(fileId, { alternativeText: 'retold' });
    expect(await shown(id)).toEqual(['retold']);

    await upload.remove(await upload.findOne(fileId));
    expect(await shown(id)).toEqual(['the file spare']);
    await kit.expectWhole(id);

    await app.strapi.db.query('plugin::upload.file').deleteMany({ where: { name: 'spare.webp' } });
    expect(await shown(id)).toEqual([null]);
  });
});

describe('what a deleted product takes along (2.8)', () => {
  const count = (table: string) =>
    app.strapi.db
      .connection(table)
      .count({ rows: '*' })
      .then(([row]) => Number(row!.rows));

  it('its variations, retired ones too, and the images that no other product shows; never a file', async () => {
    const own = await kit.image(await kit.file());
    const ofVariation = await kit.image(await kit.file());
    const shared = await kit.image(await kit.file());
    const id = await make({ title: 'Doomed', options: [s, m], images: [own, shared] });
    const other = await make({ title: 'Survivor', images: [shared] });
    await kit.variations.update({
      documentId: (await kit.bySku('doomed-m')).documentId,
      data: { image: ofVariation },
    });
    await kit.products.publish({ documentId: id });
    await kit.products.update({ documentId: id, data: { options: [s] } });
    const files = await count('files');

    await kit.products.delete({ documentId: id });

    expect(await kit.variationsOf(id)).toEqual([]);
    expect(await kit.images.findOne({ documentId: own })).toBeNull();
    expect(await kit.images.findOne({ documentId: ofVariation })).toBeNull();
    expect(await kit.images.findOne({ documentId: shared })).not.toBeNull();
    expect(await count('files')).toBe(files);
    await kit.expectWhole(other);

    const orphans = await app.strapi.db
      .connection('files_related_mph')
      .where({ related_type: 'plugin::cartwright.product-image' })
      .whereNotIn('related_id', app.strapi.db.connection('cartwright_product_images').select('id'));
    expect(orphans).toEqual([]);
  });
});
