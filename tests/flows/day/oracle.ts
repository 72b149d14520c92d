import type { Core } from '@strapi/strapi';

import { TABLES } from '../../../server/storage/tables';

/**
 * A second opinion on every derived price: plain numbers in cents over all rows, worked out from scratch. It shares
 * nothing with the shop but the names of its tables.
 */

type Row = Record<string, unknown>;
type Instant = number | null;

interface Window {
  price: number;
  from: Instant;
  to: Instant;
}

export interface Columns {
  unit: number | null;
  sale: number | null;
  from: Instant;
  to: Instant;
}

const cents = (value: unknown) => (value === null ? null : Math.round(Number(value) * 100));
const instant = (value: unknown): Instant =>
  value === null ? null : new Date(value as string | number | Date).getTime();
const yes = (value: unknown) => value === true || value === 1;

const begun = ({ from }: { from: Instant }, now: number) => from === null || from <= now;
const over = ({ to }: { to: Instant }, now: number) => to !== null && to <= now;

const columnsOf = (row: Row): Columns => ({
  unit: cents(row.unit_price),
  sale: cents(row.sale_price),
  from: instant(row.sale_from),
  to: instant(row.sale_to),
});

export function costAt({ unit, sale, from, to }: Columns, now: number): number | null {
  return sale !== null && begun({ from }, now) && !over({ to }, now) ? sale : unit;
}

export async function readAll(strapi: Core.Strapi) {
  const all = (table: string): Promise<Row[]> => strapi.db.connection(table).orderBy('id');
  return {
    products: await all(TABLES.products),
    productCategories: await all(TABLES.productCategories),
    variations: await all(TABLES.variations),
    variationOptions: await all(TABLES.variationOptions),
    options: await all(TABLES.options),
    categories: await all(TABLES.categories),
    categoryParents: await all(TABLES.categoryParents),
    categoryOptions: await all(TABLES.categoryOptions),
    sales: await all(TABLES.sales),
    saleProducts: await all(TABLES.saleProducts),
    saleCategories: await all(TABLES.saleCategories),
    ratings: await all(TABLES.ratings),
  };
}

export type Everything = Awaited<ReturnType<typeof readAll>>;

/** As published, or as drafted when never published. */
const shownRows = (rows: Row[], document: unknown) => {
  const own = rows.filter((row) => row.document_id === document);
  const published = own.filter((row) => row.published_at !== null);
  return published.length > 0 ? published : own;
};

function categoriesAbove(all: Everything, category: unknown): Set<unknown> {
  const found = new Set<unknown>();
  const climb = (document: unknown) => {
    if (found.has(document)) return;
    found.add(document);
    for (const row of shownRows(all.categories, document)) {
      for (const link of all.categoryParents.filter(({ category_id }) => category_id === row.id)) {
        climb(all.categories.find(({ id }) => id === link.inv_category_id)!.document_id);
      }
    }
  };
  climb(category);
  return found;
}

/** The documents of the categories that a product is in as far as sales ask. */
function memberships(all: Everything, product: unknown): Set<unknown> {
  const found = new Set<unknown>();
  for (const row of shownRows(all.products, product)) {
    for (const link of all.productCategories.filter(({ product_id }) => product_id === row.id)) {
      const category = all.categories.find(({ id }) => id === link.category_id)!;
      for (const above of categoriesAbove(all, category.document_id)) found.add(above);
    }
  }
  const optionOf = (id: unknown) => all.options.find((option) => option.id === id)!;
  const offered = all.variations
    .filter((row) => row.product_document_id === product && !yes(row.retired))
    .map((row) =>
      all.variationOptions
        .filter((link) => link.product_variation_id === row.id)
        .map((link) => optionOf(link.product_option_id).document_id)
    );
  for (const category of new Set(all.categories.map(({ document_id }) => document_id))) {
    const rows = shownRows(all.categories, category).map(({ id }) => id);
    const filter = all.categoryOptions
      .filter(({ category_id }) => rows.includes(category_id))
      .map((link) => optionOf(link.product_option_id));
    const types = [...new Set(filter.map(({ type }) => type))];
    const fits = (options: unknown[]) =>
      types.every((type) =>
        filter.some((option) => option.type === type && options.includes(option.document_id))
      );
    if (types.length > 0 && offered.some(fits)) found.add(category);
  }
  return found;
}

/** Half a cent goes up. Whole percentages of whole cents, so these are exact. */
function reduced(sale: Row, unit: number): number | null {
  const [deduct, percent, exact] = [
    cents(sale.discount_deduct),
    sale.discount_percent === null ? null : Number(sale.discount_percent),
    cents(sale.discount_exact),
  ];
  if ([deduct, percent, exact].filter((value) => value !== null).length !== 1) return null;
  if (percent !== null) {
    return percent < 0 || percent > 100 ? null : Math.floor((unit * (100 - percent) + 50) / 100);
  }
  if (deduct !== null) return deduct >= 0 && unit > deduct ? unit - deduct : null;
  return exact !== null && exact >= 0 && unit > exact ? exact : null;
}

export interface Expected {
  sale: number | null;
  from: Instant;
  to: Instant;
  saleId: unknown;
}

interface Rival extends Window {
  saleId: string | null;
}

/** What a variation should show as its sale price at this instant. */
export function expectedSale(
  all: Everything,
  variation: Row,
  hand: Window | null,
  now: number
): Expected {
  const unit = cents(variation.unit_price);
  const product = variation.product_document_id;
  const member = memberships(all, product);
  const rivals: Rival[] = [];
  for (const sale of all.sales) {
    const documents = (links: Row[], column: string, rows: Row[]) =>
      links
        .filter(({ sale_id }) => sale_id === sale.id)
        .map((link) => rows.find(({ id }) => id === link[column])!.document_id);
    const reached =
      yes(sale.all_products) ||
      documents(all.saleProducts, 'product_id', all.products).includes(product) ||
      documents(all.saleCategories, 'category_id', all.categories).some((one) => member.has(one));
    const price = unit === null ? null : reduced(sale, unit);
    const [from, to] = [instant(sale.valid_from), instant(sale.valid_to)];
    if (!yes(sale.active) || !reached || price === null) continue;
    rivals.push({ price, from, to, saleId: String(sale.document_id) });
  }
  if (hand && (unit === null || hand.price <= unit)) rivals.push({ ...hand, saleId: null });

  const first = (some: Rival[], ...keys: ((rival: Rival) => number | string)[]) =>
    some.reduce<Rival | undefined>((best, rival) => {
      if (!best) return rival;
      const key = keys.find((one) => one(rival) !== one(best));
      return key && key(rival) < key(best) ? rival : best;
    }, undefined);
  const lowest = [
    (rival: Rival) => rival.price,
    (rival: Rival) => -(rival.to ?? Infinity),
    (rival: Rival) => rival.saleId ?? '',
  ];
  const winner =
    first(
      rivals.filter((rival) => begun(rival, now) && !over(rival, now)),
      ...lowest
    ) ??
    first(
      rivals.filter((rival) => !begun(rival, now) && !over(rival, now)),
      (rival) => rival.from ?? 0,
      ...lowest
    ) ??
    rivals.find(({ saleId }) => saleId === null);
  return {
    sale: winner?.price ?? null,
    from: winner?.from ?? null,
    to: winner?.to ?? null,
    saleId: winner?.saleId ?? null,
  };
}

/** What all rows of a product carry of its ratings. Half a hundredth goes up; in whole numbers, so exact. */
export function expectedRating(all: Everything, product: unknown) {
  const values = all.ratings
    .filter((row) => row.product_document_id === product)
    .map(({ value }) => Number(value));
  const [count, sum] = [values.length, values.reduce((total, value) => total + value, 0)];
  const average = count === 0 ? null : Math.floor((200 * sum + count) / (2 * count)) / 100;
  return { count, sum, average };
}

const DAYS = 24 * 60 * 60 * 1000;

/** What was saved on a variation and when, in order; the lowest price of the 30 days before its reduction. */
export function expectedLowest(saves: [at: number, columns: Columns][], now: number) {
  const last = saves.at(-1)![1];
  const cost = (at: number) => {
    const save = saves.findLast(([since]) => since <= at);
    return save ? costAt(save[1], at) : undefined;
  };
  const onSale = (at: number) => last.sale !== null && begun(last, at) && !over(last, at);
  const reference = onSale(now) ? now : (last.from ?? 0) > now ? last.from! : null;
  if (reference === null || !onSale(reference)) return null;

  const instants = saves.flatMap(([at, { from, to }], index) => {
    const until = saves[index + 1]?.[0] ?? Infinity;
    const own = [from, to].filter((one) => one !== null && one > at && one < until) as number[];
    return [at, ...own];
  });
  const changes = [...new Set(instants)]
    .sort((a, b) => a - b)
    .filter((at, index, all) => index === 0 || cost(at) !== cost(all[index - 1]!));
  const start = changes.findLast((at) => at <= reference)!;
  const inForce = changes.filter((at, index) => {
    const until = changes[index + 1] ?? Infinity;
    return at < start && until > start - 30 * DAYS;
  });
  const prices = inForce.flatMap((at) => cost(at) ?? []);
  return prices.length > 0 ? Math.min(...prices) : null;
}

/** Holds the stored columns against the opinion. Remembers between steps what editors have set by hand. */
export function createOracle(strapi: Core.Strapi) {
  const hands = new Map<unknown, Window | null>();
  const saves = new Map<unknown, [number, Columns][]>();

  /** What a newborn variation has taken over from another. */
  const inherited = (row: Row): Window | null => {
    const [price, from, to] =
      row.sale_id === null
        ? [row.sale_price, row.sale_from, row.sale_to]
        : [row.hand_sale_price, row.hand_sale_from, row.hand_sale_to];
    return price === null ? null : { price: cents(price)!, from: instant(from), to: instant(to) };
  };

  return {
    /** An editor has set it, or emptied it. */
    setByHand: (variation: string, hand: Window | null) => hands.set(variation, hand),
    handOf: (variation: string) => hands.get(variation) ?? null,

    async check(now: number): Promise<void> {
      const all = await readAll(strapi);
      const present = new Set(all.variations.map(({ document_id }) => document_id));
      for (const gone of [...saves.keys()].filter((id) => !present.has(id))) saves.delete(gone);

      for (const row of all.variations) {
        const id = row.document_id;
        if (!hands.has(id)) hands.set(id, inherited(row));
        const columns = columnsOf(row);
        const { sale, from, to } = columns;
        const name = `${String(row.sku)} of ${String(row.product_document_id)}`;
        expect({ name, sale, from, to, saleId: row.sale_id }).toEqual({
          name,
          ...expectedSale(all, row, hands.get(id) ?? null, now),
        });
        expect({ name, hand: inherited(row) }).toEqual({ name, hand: hands.get(id) ?? null });

        const own = saves.get(id) ?? [];
        if (own.at(-1)?.[0] === now) own.pop();
        saves.set(id, [...own, [now, columns]]);
        expect({ name, lowest: cents(row.lowest_price_30_d) }).toEqual({
          name,
          lowest: expectedLowest(saves.get(id)!, now),
        });
      }

      const copied = ['lowest_price_30_d', 'sku', 'stock'] as const;
      for (const row of all.products) {
        const own = all.variations.filter((one) => one.product_document_id === row.document_id);
        const standard = own.filter(({ is_default }) => yes(is_default));
        expect(standard.map(({ retired }) => yes(retired))).toEqual([false]);
        expect(columnsOf(row)).toEqual(columnsOf(standard[0]!));
        for (const column of copied) expect(row[column]).toEqual(standard[0]![column]);
        expect({
          count: Number(row.rating_count),
          sum: Number(row.rating_sum),
          average: row.rating_average === null ? null : Number(row.rating_average),
        }).toEqual(expectedRating(all, row.document_id));
      }
      const documents = new Set(all.products.map(({ document_id }) => document_id));
      for (const row of [...all.variations, ...all.ratings]) {
        expect(documents).toContain(row.product_document_id);
      }
    },
  };
}

export type Oracle = ReturnType<typeof createOracle>;
