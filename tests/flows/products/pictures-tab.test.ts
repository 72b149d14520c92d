import type { Response } from 'supertest';

import { UIDS } from '../../../content-types/uids';
import type {
  ProductPicturesDto,
  WantedPictureDto,
} from '../../../server/contracts/product-pictures';
import { PERMISSIONS } from '../../../server/permissions';
import { adminOf } from '../../support/admin';
import { countStatements } from '../../support/count-statements';
import { documents, makeProduct, variationsOf, type ProductWish } from '../../support/shop';
import { makeStaff, type Staff } from '../../support/staff';
import { type RunningShop, startStrapi } from '../../support/strapi';

/** The tab where an editor arranges, describes and assigns the pictures of a product. */

let shop: RunningShop;
let grace: Staff;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  grace = await makeStaff(shop);
  await shop.strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German' });
  await shop.strapi.plugin('i18n').service('locales').create({ code: 'fr', name: 'French' });
});
afterAll(() => shop.stop());

let counter = 0;
async function makeFile(mime = 'image/webp'): Promise<number> {
  counter += 1;
  const file = await shop.strapi.db.query('plugin::upload.file').create({
    data: {
      name: `picture-${counter}`,
      hash: `hash-${counter}`,
      ext: '.webp',
      mime,
      size: 1,
      url: `/uploads/${counter}.webp`,
      provider: 'local',
    },
  });
  return Number(file.id);
}

const url = (product: string) => `/products/${product}/pictures`;
const look = async (product: string): Promise<ProductPicturesDto> =>
  (await grace.send('get', url(product))).body.data;
const put = (product: string, body: object) => grace.send('put', url(product), body);
const refusal = ({ status, body }: Response) => [
  status,
  body.error?.details?.code,
  body.error?.details?.issues?.[0]?.path,
];

const fresh = (file: number, more: Partial<WantedPictureDto> = {}): WantedPictureDto => ({
  image: null,
  file,
  description: null,
  listed: true,
  variations: [],
  ...more,
});
const kept = ({
  documentId,
  description,
  listed,
  variations,
}: ProductPicturesDto['pictures'][number]) => ({
  image: documentId,
  file: null,
  description,
  listed,
  variations,
});

/** A published product in two sizes, and three pictures on its list. */
async function pictured(wish: ProductWish = {}) {
  counter += 1;
  const options = { Size: [`S${counter}`, `M${counter}`] };
  const product = await makeProduct(shop.strapi, { options, ...wish });
  const files = [await makeFile(), await makeFile(), await makeFile()];
  const { version } = await look(product.documentId);
  const saved = await put(product.documentId, {
    version,
    pictures: files.map((file, index) => fresh(file, { description: `No. ${index + 1}` })),
  });
  expect([saved.status, saved.body.error]).toEqual([200, undefined]);
  return { ...product, files, saved: saved.body.data as ProductPicturesDto };
}

/** The picture that each row of a product shows in lists, by status and language. */
async function copies(documentId: string) {
  const rows = await shop.strapi.db.query(UIDS.product).findMany({ where: { documentId } });
  return Object.fromEntries(
    rows.map((row) => [
      `${row.locale} ${row.publishedAt ? 'published' : 'draft'}`,
      row.image?.alternativeText ?? null,
    ])
  );
}

const imageOf = async (documentId: string) =>
  (
    await documents(shop.strapi, UIDS.productVariation).findOne({ documentId, populate: ['image'] })
  )['image'] as { description: string } | null;

describe('saving', () => {
  it('makes pictures of files, in the order of the wish', async () => {
    const { documentId, files, saved } = await pictured();
    expect(saved.pictures.map(({ file, description }) => [file?.id, description])).toEqual([
      [files[0], 'No. 1'],
      [files[1], 'No. 2'],
      [files[2], 'No. 3'],
    ]);
    expect(saved.pictures[0]).toMatchObject({ listed: true, variations: [] });
    expect(await look(documentId)).toEqual(saved);
  });

  it('is a draft until the product is published', async () => {
    const { documentId, saved } = await pictured();
    expect(saved.publication).toBe('differs');
    expect(await copies(documentId)).toEqual({ 'en draft': 'No. 1', 'en published': null });
    await documents(shop.strapi, UIDS.product).publish({ documentId });
    expect((await look(documentId)).publication).toBe('same');
    expect(await copies(documentId)).toEqual({ 'en draft': 'No. 1', 'en published': 'No. 1' });
  });

  it('moves, describes, assigns, adds and removes in one request', async () => {
    const { documentId, saved, variations } = await pictured();
    await documents(shop.strapi, UIDS.product).publish({ documentId });
    const [first, second, third] = saved.pictures;
    const [small, medium] = variations.map((variation) => variation.documentId);
    const file = await makeFile();
    const { body } = await put(documentId, {
      version: (await look(documentId)).version,
      pictures: [
        { ...kept(third!), description: 'Third', variations: [small, medium] },
        fresh(file, { description: 'Fourth' }),
        kept(first!),
      ],
    });
    const now = body.data as ProductPicturesDto;
    expect(now.pictures.map(({ description }) => description)).toEqual([
      'Third',
      'Fourth',
      'No. 1',
    ]);
    expect(now.pictures[0]!.variations.sort()).toEqual([small, medium].sort());
    // The variations' picture is live at once, on every row; the list waits.
    expect(await copies(documentId)).toEqual({ 'en draft': 'Third', 'en published': 'Third' });
    expect(now.publication).toBe('differs');
    // What is published still shows the second one, so it stays; nothing does after publishing.
    const left = () =>
      documents(shop.strapi, UIDS.productImage).findMany({
        filters: { documentId: second!.documentId },
      });
    expect(await left()).toHaveLength(1);
    await documents(shop.strapi, UIDS.product).discardDraft({ documentId });
    expect((await look(documentId)).pictures.map(({ description }) => description)).toEqual([
      'No. 1',
      'No. 2',
      'Third',
    ]);
  });

  it('of a picture that goes leaves its variations in place, and its file in the library', async () => {
    const { documentId, saved, variations, files } = await pictured();
    const [first, second] = saved.pictures;
    const one = variations[0]!.documentId;
    const { body } = await put(documentId, {
      version: saved.version,
      pictures: [{ ...kept(first!), variations: [one] }, kept(second!)],
    });
    expect((await imageOf(one))?.description).toBe('No. 1');
    const gone = await put(documentId, {
      version: body.data.version,
      pictures: [kept(second!)],
    });
    expect(gone.status).toBe(200);
    expect(await imageOf(one)).toBeNull();
    expect(await variationsOf(shop.strapi, documentId)).toHaveLength(2);
    // It was never published, so nothing shows it any more.
    const filters = { documentId: first!.documentId };
    expect(await documents(shop.strapi, UIDS.productImage).findMany({ filters })).toEqual([]);
    expect(
      await shop.strapi.db.query('plugin::upload.file').count({ where: { id: files[0] } })
    ).toBe(1);
  });

  it('of what is as it was writes nothing', async () => {
    const { documentId, saved } = await pictured();
    const pictures = saved.pictures.map(kept);
    const { statements } = await countStatements(
      shop.strapi,
      () => put(documentId, { version: saved.version, pictures }),
      { only: 'cartwright' }
    );
    expect(statements.filter((sql) => /^\s*(insert|update|delete)/i.test(sql))).toEqual([]);
  });

  it('keeps a picture that a variation alone shows out of the list, until it is put there', async () => {
    const { documentId, saved, variations } = await pictured();
    const alone = { listed: false, variations: [variations[1]!.documentId] };
    const pictures = [kept(saved.pictures[0]!), fresh(await makeFile(), alone)];
    const { body } = await put(documentId, { version: saved.version, pictures });
    const [first, second] = (body.data as ProductPicturesDto).pictures;
    expect([first!.listed, second!.listed]).toEqual([true, false]);
    const product = await documents(shop.strapi, UIDS.product).findOne({
      documentId,
      populate: ['images'],
    });
    expect(product['images']).toHaveLength(1);
    const listed = [kept(first!), { ...kept(second!), listed: true }];
    const again = await put(documentId, { version: body.data.version, pictures: listed });
    expect(again.body.data.pictures.map(({ listed: is }: { listed: boolean }) => is)).toEqual([
      true,
      true,
    ]);
  });
});

describe('other languages', () => {
  it('follow the list, unless they have one of their own', async () => {
    const { documentId, saved } = await pictured();
    const page = (locale: string, data: object) =>
      documents(shop.strapi, UIDS.product).update({ documentId, locale, data });
    const [first, second] = saved.pictures.map(({ documentId: id }) => id);
    await page('de', { title: 'Ding', images: [] });
    await page('fr', { title: 'Chose', images: [second] });
    const before = await look(documentId);
    expect([before.locale, before.ownLists]).toEqual(['en', ['fr']]);

    const pictures = [kept(before.pictures[1]!), kept(before.pictures[0]!)];
    expect((await put(documentId, { version: before.version, pictures })).status).toBe(200);
    const listIn = async (locale: string) => {
      const entry = await documents(shop.strapi, UIDS.product).findOne({
        documentId,
        locale,
        populate: ['images'],
      });
      return (entry['images'] as { documentId: string }[]).map((image) => image.documentId);
    };
    expect(await listIn('de')).toEqual([second, first]);
    expect(await listIn('fr')).toEqual([second]);
  });
});

describe('two editors', () => {
  it('do not undo each other: the later one is told, and nothing of theirs is written', async () => {
    const { documentId, saved } = await pictured();
    const [first, second, third] = saved.pictures.map(kept);
    const mine = { version: saved.version, pictures: [third, second, first] };
    expect((await put(documentId, mine)).status).toBe(200);
    const theirs = {
      version: saved.version,
      pictures: [{ ...second, description: 'Late' }, fresh(await makeFile())],
    };
    const count = () => shop.strapi.db.query(UIDS.productImage).count();
    const before = await count();
    expect(refusal(await put(documentId, theirs))).toEqual([400, 'invalid_input', 'version']);
    expect(await count()).toBe(before);
    expect((await look(documentId)).pictures.map(({ description }) => description)).toEqual([
      'No. 3',
      'No. 2',
      'No. 1',
    ]);
  });

  it('at the same instant: one of them', async () => {
    const { documentId, saved } = await pictured();
    const [first, second, third] = saved.pictures.map(kept);
    const answers = await Promise.all(
      [
        [third, second, first],
        [second, first, third],
        [first, third, second],
      ].map((pictures) => put(documentId, { version: saved.version, pictures }))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  it('a picture that was assigned in a variation’s own form counts as a change', async () => {
    const { documentId, saved, variations } = await pictured();
    await documents(shop.strapi, UIDS.productVariation).update({
      documentId: variations[0]!.documentId,
      data: { image: saved.pictures[1]!.documentId },
    });
    const pictures = saved.pictures.map(kept);
    const answer = await put(documentId, { version: saved.version, pictures });
    expect(refusal(answer)).toEqual([400, 'invalid_input', 'version']);
  });
});

describe('is refused, with nothing written:', () => {
  it.each<[string, (saved: ProductPicturesDto) => object, string]>([
    ['a file that is not there', () => ({ pictures: [fresh(999_999)] }), 'pictures.0.file'],
    [
      'a picture and a file',
      (saved) => ({ pictures: [{ ...kept(saved.pictures[0]!), file: 1 }] }),
      'pictures.0',
    ],
    ['neither', () => ({ pictures: [{ ...fresh(1), file: null }] }), 'pictures.0'],
    [
      'a strange picture',
      () => ({ pictures: [{ ...fresh(1), file: null, image: 'stranger' }] }),
      'pictures.0.image',
    ],
    [
      'a strange variation',
      (saved) => ({ pictures: [{ ...kept(saved.pictures[0]!), variations: ['stranger'] }] }),
      'pictures.0.variations.0',
    ],
    [
      'a description without an end',
      (saved) => ({ pictures: [{ ...kept(saved.pictures[0]!), description: 'x'.repeat(256) }] }),
      'pictures.0.description',
    ],
    ['no version', () => ({ version: '', pictures: [] }), 'version'],
    ['an unknown field', () => ({ pictures: [], more: true }), 'more'],
  ])('%s', async (_what, body, path) => {
    const { documentId, saved } = await pictured();
    const answer = await put(documentId, { version: saved.version, ...body(saved) });
    expect(refusal(answer)).toEqual([400, 'invalid_input', path]);
    expect(await look(documentId)).toEqual(saved);
  });

  it('a file that is no picture, after all else was fine', async () => {
    const { documentId, saved } = await pictured();
    const pictures = [
      { ...kept(saved.pictures[0]!), description: 'Changed' },
      fresh(await makeFile('application/pdf')),
    ];
    const answer = await put(documentId, { version: saved.version, pictures });
    expect(refusal(answer)).toEqual([400, 'invalid_input', 'pictures.1.file']);
    expect(await look(documentId)).toEqual(saved);
  });

  it('pictures of a product that is gone', async () => {
    expect((await put('missing', { version: 'x', pictures: [] })).status).toBe(404);
    expect((await grace.send('get', url('missing'))).status).toBe(404);
  });
});

describe('rights', () => {
  const UPDATE = 'plugin::content-manager.explorer.update';
  const ofProduct = (fields: string[], locales = ['en', 'de', 'fr']) => ({
    action: UPDATE,
    subject: UIDS.product,
    properties: { fields, locales },
  });

  it('without the permission there are no pictures', async () => {
    const { documentId, saved } = await pictured();
    const other = await adminOf(shop, [ofProduct(['images'])]);
    expect((await other.get(url(documentId))).status).toBe(403);
    const answer = await other.put(url(documentId), { version: saved.version, pictures: [] });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['without the field', [ofProduct(['title'])]],
    ['in other languages only', [ofProduct(['images'], ['de'])]],
    ['without products', []],
  ])('%s a role describes and assigns, and does not change the list', async (_what, granted) => {
    const { documentId, saved, variations } = await pictured();
    const limited = await adminOf(shop, [PERMISSIONS.editVariations, ...granted]);
    expect((await limited.get(url(documentId))).body.data.mayChangeList).toBe(false);
    const [first, second, third] = saved.pictures.map(kept);
    const reordered = { version: saved.version, pictures: [second, first, third] };
    expect((await limited.put(url(documentId), reordered)).status).toBe(403);
    expect(await look(documentId)).toEqual(saved);
    const described = {
      version: saved.version,
      pictures: [
        { ...first, description: 'Seen', variations: [variations[0]!.documentId] },
        second,
        third,
      ],
    };
    const answer = await limited.put(url(documentId), described);
    expect([answer.status, answer.body.data?.pictures[0].description]).toEqual([200, 'Seen']);
  });

  it('with the field a role changes it', async () => {
    const { documentId, saved } = await pictured();
    const editor = await adminOf(shop, [PERMISSIONS.editVariations, ofProduct(['images'])]);
    const pictures = saved.pictures.map(kept).reverse();
    const answer = await editor.put(url(documentId), { version: saved.version, pictures });
    expect([answer.status, answer.body.data?.mayChangeList]).toEqual([200, true]);
  });
});

it('looking takes as many statements for many pictures as for few', async () => {
  const { documentId, saved } = await pictured();
  const count = async () =>
    (await countStatements(shop.strapi, () => look(documentId), { only: 'cartwright' })).statements
      .length;
  const few = await count();
  const files = [];
  for (let index = 0; index < 20; index += 1) files.push(fresh(await makeFile()));
  const pictures = [...saved.pictures.map(kept), ...files];
  expect((await put(documentId, { version: saved.version, pictures })).status).toBe(200);
  expect(await count()).toBe(few);
});
