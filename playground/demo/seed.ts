/**
 * Fills the shop with the demo catalogue. What is there already is left alone, so it can be run again and again;
 * each product is written in one transaction, so an interrupted run leaves none half-made.
 *
 * Used by `npm run demo` after `strapi build`: `node dist/demo/seed.js`, in the playground's folder.
 */
import { statSync } from 'node:fs';
import path from 'node:path';

import { createStrapi, type Core } from '@strapi/strapi';

import {
  categories,
  courses,
  type DemoCategory,
  type DemoPicture,
  type DemoProduct,
  type Locale,
  options,
  products,
} from './catalogue';
import { addHistory } from './history';
import { addHomePage } from './home-page';

const LOGIN = { email: 'admin@example.com', password: 'Cartwright-demo-1' };
const PICTURES = path.resolve(__dirname, '..', '..', 'demo', 'pictures');
const UID = {
  product: 'plugin::cartwright.product',
  variation: 'plugin::cartwright.product-variation',
  option: 'plugin::cartwright.product-option',
  image: 'plugin::cartwright.product-image',
  category: 'plugin::cartwright.category',
  course: 'api::course.course',
} as const;

type Documents = ReturnType<Core.Strapi['documents']>;
type Data = Record<string, unknown>;

/** Document ids by the keys of the catalogue. */
type Ids = Map<string, string>;

async function main(): Promise<void> {
  const appDir = path.resolve(__dirname, '..', '..');
  const strapi = await createStrapi({ appDir, distDir: path.resolve(__dirname, '..') }).load();
  strapi.log.level = 'warn';
  try {
    await addLogin(strapi);
    await addGerman(strapi);
    const optionIds = await addOptions(strapi);
    const categoryIds = await addCategories(strapi);
    const productIds = await addProducts(strapi, optionIds, categoryIds);
    await addRelated(strapi, productIds);
    await addCourses(strapi);
    const shown = { products: productIds, categories: categoryIds };
    await addHomePage(strapi, shown, (file) => upload(strapi, file));
    await addHistory(strapi, LOGIN);
    progress('Done', products.length, products.length);
  } finally {
    await strapi.destroy();
  }
}

async function addLogin(strapi: Core.Strapi): Promise<void> {
  if (await strapi.db.query('admin::user').findOne({ where: { email: LOGIN.email } })) return;
  const role = (await strapi.service('admin::role').getSuperAdmin()) as { id: number };
  await strapi.service('admin::user').create({
    ...LOGIN,
    firstname: 'Demo',
    lastname: 'Editor',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
}

async function addGerman(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales');
  if (await locales.findByCode('de')) return;
  await locales.create({ code: 'de', name: 'German (de)' });
}

async function addOptions(strapi: Core.Strapi): Promise<Ids> {
  const ids: Ids = new Map();
  for (const [index, { key, type, name, position }] of options.entries()) {
    progress('Options', index + 1, options.length);
    const known = await strapi
      .documents(UID.option)
      .findFirst({ filters: { type, name: name.en }, locale: 'en' });
    ids.set(key, known?.documentId ?? (await addOption(strapi, { type, name, position })));
  }
  return ids;
}

async function addOption(
  strapi: Core.Strapi,
  { type, name, position }: { type: string; name: Record<Locale, string>; position: number }
): Promise<string> {
  const { documentId } = await documents(strapi, UID.option).create({
    locale: 'en',
    data: { type, name: name.en, position },
  });
  await documents(strapi, UID.option).update({
    documentId,
    locale: 'de',
    data: { type, name: name.de, position },
  });
  return documentId;
}

async function addCategories(strapi: Core.Strapi): Promise<Ids> {
  const ids: Ids = new Map();
  for (const [index, category] of categories.entries()) {
    progress('Categories', index + 1, categories.length);
    const known = await findBySlug(strapi, UID.category, category.texts.en.slug);
    ids.set(category.key, known ?? (await addCategory(strapi, category, ids)));
  }
  return ids;
}

async function addCategory(
  strapi: Core.Strapi,
  { texts, picture, parent, position }: DemoCategory,
  ids: Ids
): Promise<string> {
  const shared = {
    position,
    featuredImage: await upload(strapi, picture.file),
    ...(parent ? { parent: ids.get(parent) } : {}),
  };
  const { documentId } = await documents(strapi, UID.category).create({
    locale: 'en',
    data: { ...texts.en, ...shared },
  });
  await documents(strapi, UID.category).update({
    documentId,
    locale: 'de',
    data: { ...texts.de, ...shared },
  });
  await documents(strapi, UID.category).publish({ documentId, locale: '*' });
  return documentId;
}

async function addProducts(strapi: Core.Strapi, optionIds: Ids, categoryIds: Ids): Promise<Ids> {
  const ids: Ids = new Map();
  for (const [index, product] of products.entries()) {
    progress('Products', index + 1, products.length);
    const known = await findBySlug(strapi, UID.product, product.texts.en.slug);
    ids.set(product.key, known ?? (await addProduct(strapi, product, optionIds, categoryIds)));
  }
  return ids;
}

/** Pictures are stored first: their files cannot be taken back with a transaction. */
async function addProduct(
  strapi: Core.Strapi,
  product: DemoProduct,
  optionIds: Ids,
  categoryIds: Ids
): Promise<string> {
  const files = new Map<string, number>();
  for (const { file } of product.pictures) files.set(file, (await upload(strapi, file)).id);

  return strapi.db.transaction(async () => {
    const images: string[] = [];
    for (const { file, description } of product.pictures) {
      const { documentId } = await documents(strapi, UID.image).create({
        data: { file: files.get(file), description },
      });
      images.push(documentId);
    }
    const shared = {
      available: product.available ?? true,
      options: product.options.map((key) => optionIds.get(key)),
      categories: product.categories.map((key) => categoryIds.get(key)),
      images,
    };
    const { documentId } = await documents(strapi, UID.product).create({
      locale: 'en',
      data: { ...product.texts.en, ...shared },
    });
    await documents(strapi, UID.product).update({
      documentId,
      locale: 'de',
      data: { ...product.texts.de, ...shared },
    });
    await priceVariations(strapi, product, documentId, optionIds, images);
    if (product.published ?? true) {
      await documents(strapi, UID.product).publish({ documentId, locale: '*' });
    }
    return documentId;
  });
}

async function priceVariations(
  strapi: Core.Strapi,
  product: DemoProduct,
  productDocumentId: string,
  optionIds: Ids,
  images: string[]
): Promise<void> {
  const keyOf = new Map([...optionIds].map(([key, documentId]) => [documentId, key]));
  const variations = (await documents(strapi, UID.variation).findMany({
    filters: { productDocumentId },
    populate: ['options'],
  })) as unknown as { documentId: string; options: { documentId: string }[] }[];

  for (const { documentId, options: chosen } of variations) {
    const keys = chosen.map((option) => keyOf.get(option.documentId) ?? '');
    const image = imageFor(product.pictures, keys, images);
    await documents(strapi, UID.variation).update({
      documentId,
      data: {
        unitPrice: priceOf(product, keys),
        stock: stockOf(product, keys),
        weight: product.weight,
        ...(product.sale
          ? {
              salePrice: Number(product.sale.price),
              saleFrom: product.sale.from,
              saleTo: product.sale.to,
            }
          : {}),
        ...(image ? { image } : {}),
      },
    });
  }
}

/** In cents, so that no binary fraction gets in. */
function priceOf({ price, priceDifferences = {} }: DemoProduct, keys: string[]): number | null {
  if (price === null) return null;
  const differences = Object.entries(priceDifferences)
    .filter(([option]) => keys.includes(option))
    .map(([, amount]) => cents(amount));
  return differences.reduce((sum, difference) => sum + difference, cents(price)) / 100;
}

const cents = (amount: string) => Math.round(Number(amount) * 100);

function stockOf({ stock, stockOf: exceptions = [] }: DemoProduct, keys: string[]): number | null {
  const exact = exceptions.find(
    ({ options: combination }) =>
      combination.length === keys.length && combination.every((key) => keys.includes(key))
  );
  return exact ? exact.stock : stock;
}

function imageFor(pictures: DemoPicture[], keys: string[], images: string[]): string | undefined {
  const index = pictures.findIndex(({ option }) => option !== undefined && keys.includes(option));
  return images[index];
}

/** In a second pass, since products refer to each other in both directions. */
async function addRelated(strapi: Core.Strapi, ids: Ids): Promise<void> {
  const linked = products.filter(({ related, upsells }) => related.length + upsells.length > 0);
  for (const [index, product] of linked.entries()) {
    progress('Recommendations', index + 1, linked.length);
    const documentId = ids.get(product.key) ?? '';
    const known = (await documents(strapi, UID.product).findOne({
      documentId,
      locale: 'en',
      populate: ['related', 'upsells'],
    })) as unknown as { related: unknown[]; upsells: unknown[] };
    if (known.related.length + known.upsells.length > 0) continue;
    const data = {
      related: product.related.map((key) => ids.get(key)),
      upsells: product.upsells.map((key) => ids.get(key)),
    };
    for (const locale of ['en', 'de']) {
      await documents(strapi, UID.product).update({ documentId, locale, data });
    }
    if (product.published ?? true) {
      await documents(strapi, UID.product).publish({ documentId, locale: '*' });
    }
  }
}

/** Things of a type of the shop's own, see `sellables` in config/plugins. */
async function addCourses(strapi: Core.Strapi): Promise<void> {
  for (const [index, { picture, ...course }] of courses.entries()) {
    progress('Courses', index + 1, courses.length);
    const filters = { number: course.number };
    if (await documents(strapi, UID.course).findFirst({ filters })) continue;
    const { documentId } = await documents(strapi, UID.course).create({
      data: { ...course, picture: (await upload(strapi, picture)).id },
    });
    await documents(strapi, UID.course).publish({ documentId });
  }
}

/** The file of one of our pictures; a second time the one that is there. */
async function upload(strapi: Core.Strapi, file: string): Promise<{ id: number }> {
  const known = await strapi.db.query('plugin::upload.file').findOne({ where: { name: file } });
  if (known) return known as { id: number };
  const filepath = path.join(PICTURES, file);
  const [stored] = (await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: file } },
      files: {
        filepath,
        originalFilename: file,
        mimetype: 'image/webp',
        size: statSync(filepath).size,
      },
    })) as { id: number }[];
  if (!stored) throw new Error(`The picture ${file} could not be stored`);
  return stored;
}

async function findBySlug(
  strapi: Core.Strapi,
  uid: typeof UID.product | typeof UID.category,
  slug: string
): Promise<string | undefined> {
  const known = await documents(strapi, uid).findFirst({ filters: { slug }, locale: 'en' });
  return known?.documentId;
}

/** The catalogue is plain data of our own, checked by its own types. */
function documents(strapi: Core.Strapi, uid: (typeof UID)[keyof typeof UID]) {
  return strapi.documents(uid) as unknown as {
    create(params: { locale?: string; data: Data }): Promise<{ documentId: string }>;
    update(params: { documentId: string; locale?: string; data: Data }): Promise<unknown>;
    publish(params: { documentId: string; locale?: string }): Promise<unknown>;
    findOne(params: Data): Promise<unknown>;
    findFirst(params: Data): Promise<{ documentId: string } | null>;
    findMany(params: Data): ReturnType<Documents['findMany']>;
  };
}

function progress(what: string, done: number, all: number): void {
  if (!process.stdout.isTTY) {
    if (done === all) console.log(`  ${what}: ${done}`);
    return;
  }
  process.stdout.write(`\r  ${what}: ${done} of ${all}\u001b[K${done === all ? '\n' : ''}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
