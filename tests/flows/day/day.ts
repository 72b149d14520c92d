import type { Core } from '@strapi/strapi';

import { UIDS } from '../../../content-types/uids';
import type { RunningShop } from '../../support/strapi';
import { API, shopperOf } from '../../support/shopper';
import { kitOf, type Row } from '../products/kit';
import type { Oracle } from './oracle';
import { costAt } from './oracle';
import type { Chance } from './seeded';

const HOUR = 60 * 60 * 1000;

type Params = Record<string, unknown>;

interface Documents {
  create: (params: Params) => Promise<Row>;
  update: (params: Params) => Promise<Row>;
  clone: (params: Params) => Promise<Row>;
  delete: (params: Params) => Promise<Row>;
  publish: (params: Params) => Promise<Row>;
  unpublish: (params: Params) => Promise<Row>;
  discardDraft: (params: Params) => Promise<Row>;
}

const documents = (strapi: Core.Strapi, uid: string) =>
  strapi.documents(uid as never) as unknown as Documents;

/** Everything that may happen to a catalogue on a day. A step that has nothing to work on does nothing. */
export function stepsOf(app: RunningShop, chance: Chance, oracle: Oracle) {
  const { strapi } = app;
  const { below, pick, some } = chance;
  const kit = kitOf(strapi);
  const sales = documents(strapi, UIDS.sale);
  const categories = documents(strapi, UIDS.category);
  const locales = strapi.plugin('i18n').service('locales');

  const idsOf = async (uid: string, where: Params = {}): Promise<string[]> => {
    const rows = (await strapi.db.query(uid).findMany({ where, orderBy: 'id' })) as Row[];
    return [...new Set(rows.map(({ documentId }) => documentId))];
  };
  const products = () => idsOf(UIDS.product);
  const french = async (): Promise<boolean> => Boolean(await locales.findByCode('fr'));
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

  /** In the past, running, coming, or without an end or a start. */
  const window = () => {
    const from = pick([null, -500, -24, -1, 1, 24, 300]);
    const to = pick([null, 2, 30, 200, 900].filter((hours) => (hours ?? 999) > (from ?? 0)));
    return {
      validFrom: from === null ? null : inHours(from),
      validTo: to === null ? null : inHours(to),
    };
  };
  const discount = () => ({
    discountPercent: null,
    discountDeduct: null,
    discountExact: null,
    ...pick([
      { discountPercent: below(101) },
      { discountPercent: 30 },
      { discountDeduct: below(3000) / 100 },
      { discountExact: below(3000) / 100 },
      { discountExact: 0 },
    ]),
  });
  const scope = async () => ({
    allProducts: below(4) === 0,
    products: some(await products()).slice(0, 2),
    categories: some(await idsOf(UIDS.category)).slice(0, 2),
  });
  const anySale = async () => pick([...(await idsOf(UIDS.sale)), undefined]);
  const saleData = async () => ({ title: 'Sale', ...discount(), ...window(), ...(await scope()) });
  const anyCategory = async () => pick([...(await idsOf(UIDS.category)), undefined]);
  const categoryData = async () => ({
    options: below(2) ? some(await idsOf(UIDS.productOption)).slice(0, 3) : [],
  });

  const steps: Record<string, (product: string, variation: Row) => Promise<unknown>> = {
    createProduct: async () => {
      if ((await products()).length > 5) return;
      const data = {
        title: `Thing ${below(1e6)}`,
        options: some(await idsOf(UIDS.productOption)).slice(0, 3),
        categories: some(await idsOf(UIDS.category)),
      };
      await kit.products.create({ data, status: pick(['draft', 'published']) });
    },
    cloneProduct: async (id) => {
      if ((await products()).length < 6) await kit.products.clone({ documentId: id });
    },
    deleteProduct: async (id) => {
      if ((await products()).length > 2) await kit.products.delete({ documentId: id });
    },
    tick: async (id) =>
      kit.products.update({
        documentId: id,
        data: { options: some(await idsOf(UIDS.productOption)).slice(0, 3) },
      }),
    translate: async (id) =>
      (await french()) &&
      kit.products.update({ documentId: id, locale: 'fr', data: { title: `Titre ${below(99)}` } }),
    publish: (id) => kit.products.publish({ documentId: id, locale: pick(['en', '*']) }),
    unpublish: (id) => kit.products.unpublish({ documentId: id, locale: pick(['en', '*']) }),
    discard: async (id) => {
      const published = (await kit.rowsOf(id)).filter(({ publishedAt }) => publishedAt !== null);
      if (published.length > 0) {
        await kit.products.discardDraft({ documentId: id, locale: pick(published).locale });
      }
    },
    join: async (id) =>
      kit.products.update({
        documentId: id,
        data: { categories: some(await idsOf(UIDS.category)) },
        status: pick(['draft', 'published']),
      }),
    price: async (_, { documentId }) => {
      const hand = oracle.handOf(documentId);
      const unit = (hand?.price ?? 0) + below(5000);
      await kit.variations.update({ documentId, data: { unitPrice: unit / 100 } });
    },
    hand: async (_, { documentId, unitPrice }) => {
      const salePrice = pick([null, below(1 + (unitPrice ?? 30) * 100) / 100]);
      const dates = salePrice === null ? { validFrom: null, validTo: null } : window();
      const data = { salePrice, saleFrom: dates.validFrom, saleTo: dates.validTo };
      const saved = await strapi.db
        .query(UIDS.productVariation)
        .findOne({ where: { documentId }, select: ['saleId', 'salePrice'] });
      await kit.variations.update({ documentId, data });
      // What a sale shows, sent back: not the editor's.
      if (saved.saleId && data.salePrice === saved.salePrice) return;
      const at = (date: string | null) => date && Date.parse(date);
      oracle.setByHand(
        documentId,
        data.salePrice === null
          ? null
          : {
              price: Math.round(data.salePrice * 100),
              from: at(data.saleFrom) as number | null,
              to: at(data.saleTo) as number | null,
            }
      );
    },
    saveUnchanged: async (_, { documentId }) => {
      const { salePrice, saleFrom, saleTo, unitPrice } = (await strapi.db
        .query(UIDS.productVariation)
        .findOne({ where: { documentId } })) as Row;
      await kit.variations.update({
        documentId,
        data: { salePrice, saleFrom, saleTo, unitPrice, stock: pick([null, 0, 30]) },
      });
    },
    default: (_, { documentId, retired }) =>
      kit.variations.update({ documentId, data: retired ? {} : { isDefault: true } }),

    createSale: async () => {
      if ((await idsOf(UIDS.sale)).length > 5) return;
      await sales.create({ data: { ...(await saleData()), active: below(4) > 0 } });
    },
    changeSale: async () => {
      const documentId = await anySale();
      if (documentId) await sales.update({ documentId, data: await saleData() });
    },
    switchSale: async () => {
      const documentId = await anySale();
      // One that a query has spoilt is refused until its fault is mended.
      const data = { active: below(2) === 0 };
      if (documentId) await sales.update({ documentId, data }).catch(ignoreRefusal);
    },
    cloneSale: async () => {
      const documentId = await anySale();
      if (!documentId || (await idsOf(UIDS.sale)).length > 5) return;
      await sales.clone({ documentId }).catch(ignoreRefusal);
    },
    deleteSale: async () => {
      const documentId = await anySale();
      if (documentId) await sales.delete({ documentId });
    },
    deleteSales: () => strapi.db.query(UIDS.sale).deleteMany({ where: { active: below(2) === 0 } }),
    switchSales: () =>
      strapi.db
        .query(UIDS.sale)
        .updateMany({ where: { allProducts: true }, data: { active: below(3) > 0 } }),
    spoilSale: async () => {
      const documentId = await anySale();
      const data = { discountPercent: 150, discountExact: null, discountDeduct: null };
      if (documentId) await strapi.db.query(UIDS.sale).updateMany({ where: { documentId }, data });
    },

    createCategory: async () => {
      if ((await idsOf(UIDS.category)).length > 4) return;
      const data = { title: `Shelf ${below(1e6)}`, ...(await categoryData()) };
      await categories.create({ data, status: pick(['draft', 'published']) });
    },
    moveCategory: async () => {
      const [documentId, parent] = [await anyCategory(), await anyCategory()];
      if (!documentId || documentId === parent) return;
      const status = pick(['draft', 'published']);
      // One below itself is refused.
      await categories
        .update({ documentId, data: { parent: parent ?? null }, status })
        .catch(ignoreRefusal);
    },
    filterCategory: async () => {
      const documentId = await anyCategory();
      const status = pick(['draft', 'published']);
      if (documentId) await categories.update({ documentId, data: await categoryData(), status });
    },
    publishCategory: async () => {
      const documentId = await anyCategory();
      // Together with what was published meanwhile it may be below itself.
      if (documentId) await categories.publish({ documentId }).catch(ignoreRefusal);
    },
    unpublishCategory: async () => {
      const documentId = await anyCategory();
      if (documentId) await categories.unpublish({ documentId });
    },
    deleteCategory: async () => {
      const documentId = await anyCategory();
      if (documentId) await categories.delete({ documentId });
    },
    deleteCategories: async () => {
      const documentId = await anyCategory();
      if (documentId) await strapi.db.query(UIDS.category).deleteMany({ where: { documentId } });
    },
    deleteOption: async () => {
      const ids = await idsOf(UIDS.productOption);
      if (ids.length > 3) await kit.options.delete({ documentId: pick(ids) });
    },
    createOption: async () => {
      if ((await idsOf(UIDS.productOption)).length < 6) {
        await kit.option(pick(['Size', 'Colour']), `New ${below(1e6)}`);
      }
    },

    removeLanguage: async () => {
      const locale = await locales.findByCode('fr');
      if (locale) await locales.delete({ id: locale.id });
    },
    addLanguage: async () => (await french()) || locales.create({ code: 'fr', name: 'French' }),

    bulk: async (id) => {
      const all = await products();
      const doomed = (await idsOf(UIDS.sale)).slice(0, 2);
      await strapi.db.transaction(() =>
        Promise.all([
          ...doomed.map((documentId) => sales.delete({ documentId })),
          ...some(all.filter((other) => other !== id)).map((documentId) =>
            kit.products.publish({ documentId })
          ),
          kit.products.update({ documentId: id, data: { categories: [] } }),
        ])
      );
    },
    meanwhile: async (id, { documentId }) => {
      const hand = oracle.handOf(documentId);
      const data = { unitPrice: ((hand?.price ?? 0) + below(5000)) / 100 };
      const sale = await saleData();
      await Promise.all([
        sales.create({ data: { ...sale, active: true } }),
        kit.variations.update({ documentId, data }),
        kit.products.publish({ documentId: id }),
      ]);
    },
    rate: async (id) => {
      const published = (await kit.rowsOf(id)).filter(({ publishedAt }) => publishedAt !== null);
      if (published.length === 0) return;
      const { slug, locale } = pick(published);
      const rate = (value: number) =>
        app
          .http()
          .post(`${API}/catalog/products/${slug}/ratings?locale=${locale}`)
          .send({ value })
          .then(({ status }) => status);
      const [first, second] = [below(5) + 1, below(5) + 1];
      expect(await Promise.all([rate(first), rate(second)])).toEqual([200, 200]);
    },
    order: async (id) => {
      const shopper = shopperOf(app);
      const [variation] = await kit.liveOf(id);
      if (!variation) return;
      const added = await shopper.add(variation.sku, 1);
      if (added.status !== 200 && added.status !== 201) return;
      const ordered = await shopper.checkout({ paymentMethod: 'manual' });
      const at = (date: string | null) => (date === null ? null : Date.parse(date));
      const { unitPrice, salePrice, saleFrom, saleTo } = variation;
      const price = costAt(
        {
          unit: unitPrice === null ? null : Math.round(unitPrice * 100),
          sale: salePrice === null ? null : Math.round(salePrice * 100),
          from: at(saleFrom),
          to: at(saleTo),
        },
        Date.now()
      );
      expect(ordered.body).toMatchObject({
        data: { order: { items: [{ unitPrice: ((price ?? 0) / 100).toFixed(2) }] } },
      });
    },
  };
  return { steps, products, kit };
}

function ignoreRefusal(error: unknown): void {
  if ((error as Error).name !== 'ValidationError') throw error;
}
