import type { Core } from '@strapi/strapi';

import type { RunningShop } from '../../support/strapi';
import { UIDS } from '../../../content-types/uids';

/** A row as the host answers with it: of whichever type, so with the fields of all of them. */
export interface Row {
  [field: string]: unknown;
  id: number;
  documentId: string;
  locale: string;
  publishedAt: string | null;
  title: string | null;
  slug: string | null;
  type: string;
  name: string;
  sku: string;
  optionKey: string;
  unitPrice: number | null;
  salePrice: number | null;
  saleFrom: string | null;
  saleTo: string | null;
  stock: number | null;
  position: number;
  isDefault: boolean;
  retired: boolean;
  description: string | null;
  alternativeText: string | null;
  options: Row[];
  images: Row[];
  image: Row | null;
  file: Row;
  entries: Row[];
}

type Params = Record<string, unknown>;

interface Documents {
  create: (params: Params) => Promise<Row>;
  update: (params: Params) => Promise<Row>;
  clone: (params: Params) => Promise<Row>;
  delete: (params: Params) => Promise<Row>;
  publish: (params: Params) => Promise<Row>;
  unpublish: (params: Params) => Promise<Row>;
  discardDraft: (params: Params) => Promise<Row>;
  findOne: (params: Params) => Promise<Row | null>;
  findMany: (params?: Params) => Promise<Row[]>;
}

/** What an editor or a script does with products, and a second opinion on what must be true of them. */
export function kitOf(strapi: Core.Strapi) {
  const documents = (uid: string) => strapi.documents(uid as never) as unknown as Documents;
  const products = documents(UIDS.product);
  const variations = documents(UIDS.productVariation);
  const options = documents(UIDS.productOption);
  const images = documents(UIDS.productImage);

  let counter = 0;
  const option = async (type: string, name: string, position = 0) =>
    (await options.create({ data: { type, name, position } })).documentId;

  const file = async (name = `picture-${(counter += 1)}`): Promise<number> => {
    const created = await strapi.db.query('plugin::upload.file').create({
      data: {
        name: `${name}.webp`,
        hash: name,
        ext: '.webp',
        mime: 'image/webp',
        size: 1,
        url: `/uploads/${name}.webp`,
        alternativeText: `the file ${name}`,
        width: 800,
        height: 600,
        formats: { thumbnail: { url: `/uploads/thumbnail_${name}.webp` } },
        provider: 'local',
      },
    });
    return created.id as number;
  };
  const image = async (fileId: number, description?: string) =>
    (await images.create({ data: { file: fileId, description } })).documentId;

  /** All variations of a product in the order of the shop, with the documents that they are linked to. */
  const variationsOf = (documentId: string): Promise<Row[]> =>
    strapi.db.query(UIDS.productVariation).findMany({
      where: { productDocumentId: documentId },
      orderBy: [{ retired: 'asc' }, { position: 'asc' }, { id: 'asc' }],
      populate: { options: true, product: true, image: { populate: { file: true } } },
    });
  const liveOf = async (documentId: string) =>
    (await variationsOf(documentId)).filter(({ retired }) => !retired);
  const rowsOf = (documentId: string): Promise<Row[]> =>
    strapi.db.query(UIDS.product).findMany({
      where: { documentId },
      orderBy: 'id',
      populate: { options: true, images: { populate: { file: true } } },
    });
  const skusOf = async (documentId: string) => (await liveOf(documentId)).map(({ sku }) => sku);

  return {
    strapi,
    products,
    variations,
    options,
    images,
    option,
    file,
    image,
    variationsOf,
    liveOf,
    rowsOf,
    skusOf,
    defaultOf: async (documentId: string) =>
      (await variationsOf(documentId)).find(({ isDefault }) => isDefault)!,
    bySku: async (sku: string): Promise<Row> =>
      (await strapi.db.query(UIDS.productVariation).findOne({ where: { sku } }))!,
    expectWhole: (documentId: string, expected?: { combinations?: 'exact' | 'some' }) =>
      expectWhole({ variationsOf, rowsOf }, documentId, expected),
  };
}

export type Kit = ReturnType<typeof kitOf>;

/**
 * What must be true of a product after every write, worked out anew from the relations that editors see:
 * it shares no code with the shop.
 */
async function expectWhole(
  { variationsOf, rowsOf }: Pick<Kit, 'variationsOf' | 'rowsOf'>,
  documentId: string,
  { combinations = 'exact' }: { combinations?: 'exact' | 'some' } = {}
): Promise<void> {
  const variations = await variationsOf(documentId);
  const live = variations.filter(({ retired }) => !retired);
  const rows = await rowsOf(documentId);

  expect(live.length).toBeGreaterThan(0);
  expect(variations.filter(({ isDefault }) => isDefault).map(({ retired }) => retired)).toEqual([
    false,
  ]);
  expect(live.map(({ position }) => position)).toEqual(live.map((_, index) => index));
  expect(variations.every(({ sku }) => typeof sku === 'string' && sku !== '')).toBe(true);

  const main =
    rows.find(({ locale, publishedAt }) => locale === 'en' && publishedAt === null) ??
    rows.find(({ publishedAt }) => publishedAt === null) ??
    rows[0]!;
  const key = (options: Row[]) =>
    [...new Set(options.map((option) => option.documentId))].sort().join('|');

  // The relations and the keys say the same.
  for (const variation of live) {
    expect(variation.optionKey).toBe(key(variation.options));
    expect(variation.product).not.toBeNull();
  }

  // Live are the combinations of what is ticked, no more and no less.
  const types = new Map<string, string[]>();
  for (const option of main.options) {
    types.set(option.type, [...(types.get(option.type) ?? []), option.documentId]);
  }
  let keys: string[][] = [[]];
  for (const ids of types.values()) keys = keys.flatMap((some) => ids.map((id) => [...some, id]));
  const wanted = keys.map((ids) => [...ids].sort().join('|')).sort();
  const present = live.map(({ optionKey }) => optionKey).sort();
  if (combinations === 'exact') expect(present).toEqual(wanted);
  else expect(wanted).toEqual(expect.arrayContaining(present));

  // The other languages' drafts have the same ticks.
  for (const row of rows.filter(({ publishedAt }) => publishedAt === null)) {
    expect(key(row.options)).toBe(key(main.options));
  }

  // Every row carries the default variation.
  const standard = live.find(({ isDefault }) => isDefault)!;
  const { unitPrice, salePrice, saleFrom, saleTo, sku, stock } = standard;
  for (const row of rows) {
    expect(row).toMatchObject({ unitPrice, salePrice, saleFrom, saleTo, sku, stock });
    const shown = [standard.image, ...row.images].find((image) => image?.file);
    expect(row.image).toEqual(
      shown
        ? {
            url: shown.file.url,
            alternativeText: shown.description || shown.file.alternativeText,
            width: shown.file.width,
            height: shown.file.height,
            formats: shown.file.formats,
          }
        : null
    );
    if (row.title) expect(row.slug).toBeTruthy();
  }
}

/**
 * The host tells its event hub of a save after the commit and waits for nobody: it reads the entry once more.
 * Stopped in the middle of that, it dies of an aborted query, and the test with it.
 */
export async function stopWhenIdle(app: RunningShop): Promise<void> {
  await idle(app);
  await app.stop();
}

export async function idle({ strapi }: RunningShop): Promise<void> {
  const { pool } = strapi.db.connection.client as {
    pool: { numUsed(): number; numPendingAcquires(): number };
  };
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (pool.numUsed() + pool.numPendingAcquires() > 0) quiet = -1;
  }
}

interface Refusal {
  [fact: string]: unknown;
  status: string;
  message: string;
}

/** The refusal of a promise, in the host's words, with the facts that it carries. */
export async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  );
  if (!(error instanceof Error)) throw new Error('It was not refused.');
  const { details } = error as Error & { details?: object };
  return { ...details, status: error.name, message: error.message };
}
