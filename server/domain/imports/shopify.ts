import type { OptionChoice } from '../catalogue/sellable';
import { firstText } from './blocks';
import {
  joinKeywords,
  readAmount,
  readBoolean,
  readCount,
  readText,
  readWeight,
  stated,
} from './cells';
import type { Dialect, DraftContext } from './dialect';
import { htmlToBlocks } from './html-to-blocks';
import type {
  PageStatus,
  PageTexts,
  PictureDraft,
  ProductDraft,
  VariationDraft,
  VariationFields,
} from './product-draft';
import { type ImportRow, readAll, RowError } from './row';

/** Headings of the exports until 2024, then those of the newer template. */
const columns = {
  handle: ['Handle', 'URL handle'],
  title: ['Title'],
  body: ['Body (HTML)', 'Description'],
  type: ['Type'],
  collection: ['Collection'],
  tags: ['Tags'],
  published: ['Published', 'Published on online store'],
  status: ['Status'],
  optionName1: ['Option1 Name'],
  optionValue1: ['Option1 Value'],
  optionName2: ['Option2 Name'],
  optionValue2: ['Option2 Value'],
  optionName3: ['Option3 Name'],
  optionValue3: ['Option3 Value'],
  sku: ['Variant SKU', 'SKU'],
  grams: ['Variant Grams', 'Weight value (grams)'],
  tracker: ['Variant Inventory Tracker', 'Inventory tracker'],
  quantity: ['Variant Inventory Qty', 'Inventory quantity'],
  policy: ['Variant Inventory Policy', 'Continue selling when out of stock'],
  price: ['Variant Price', 'Price'],
  cost: ['Cost per item'],
  compareAt: ['Variant Compare At Price', 'Compare-at price'],
  image: ['Image Src', 'Product image URL'],
  imagePosition: ['Image Position'],
  imageAlt: ['Image Alt Text'],
  variationImage: ['Variant Image', 'Variant image URL'],
  seoTitle: ['SEO Title'],
  seoDescription: ['SEO Description'],
} as const;

/** What Shopify writes for a product without options. */
const NO_OPTION = { type: 'Title', value: 'Default Title' };

export const shopify: Dialect = {
  name: 'shopify',
  columns,
  required: ['handle', 'title', 'price'],

  keysOf(row) {
    const handle = readText(row, 'handle');
    if (!handle) throw new RowError(row.line, 'The handle is missing.');
    return { product: [handle] };
  },

  draftOf(rows, context): ProductDraft {
    const [first] = rows;
    if (!first) throw new RowError(0, 'The product has no line.');
    const types = ([1, 2, 3] as const).map((n) => readText(first, `optionName${n}`) ?? null);
    const made = rows.filter(isVariation);
    const variations = readAll(made.length > 0 ? made : [first], (row) =>
      variationOf(row, types, context)
    );
    const body = first.cell('body');
    const content = body === undefined ? undefined : htmlToBlocks(context.readHtml(body));
    const handle = readText(first, 'handle') ?? '';

    return {
      line: first.line,
      slug: handle,
      page: {
        texts: stated<PageTexts>({
          title: readText(first, 'title') || undefined,
          slug: handle,
          description: content === undefined ? undefined : firstText(content),
          content,
          metaTitle: readText(first, 'seoTitle'),
          metaDescription: readText(first, 'seoDescription'),
          keywords: keywordsOf(first),
        }),
        ...(first.cell('image') === undefined ? {} : { pictures: picturesOf(rows) }),
        ...categoriesOf(first),
        ...statusOf(first),
      },
      translations: {},
      shared: {},
      variations,
      withoutOptions: first.cell('optionName1') === undefined,
      complete: false,
      notes: variations.some(({ whenNew }) => whenNew)
        ? ['The file does not say how many there are in stock: new ones begin with 0.']
        : [],
    };
  },
};

/** A line with nothing but a picture adds no variation. */
function isVariation(row: ImportRow): boolean {
  return ['optionValue1', 'sku', 'price'].some((column) => readText(row, column));
}

function variationOf(
  row: ImportRow,
  types: readonly (string | null)[],
  { currency }: DraftContext
): VariationDraft {
  const options = types.flatMap((type, index): OptionChoice[] => {
    const value = readText(row, `optionValue${index + 1}`);
    if (!type && value) throw new RowError(row.line, `"${value}" is an option without a name.`);
    if (!type || (type === NO_OPTION.type && value === NO_OPTION.value)) return [];
    if (!value) throw new RowError(row.line, `The value of the option "${type}" is missing.`);
    return [{ type, value }];
  });
  const picture = readText(row, 'variationImage');
  const grams = readWeight(row, 'grams', '1');
  const { stock, whenNew } = stockOf(row);
  return {
    line: row.line,
    options,
    fields: stated<VariationFields>({
      // An empty cell leaves the SKU to the shop: each variation has one here.
      sku: readText(row, 'sku') || undefined,
      ...pricesOf(row, currency),
      stock,
      // Shopify writes 0 where nobody has weighed.
      weight: grams?.isZero() ? null : grams,
      costPrice: readAmount(row, 'cost', currency),
    }),
    ...(whenNew ? { whenNew } : {}),
    ...(picture ? { picture: { url: picture } } : {}),
  };
}

/** `Compare At Price` above the price is what it cost before: the unit price, and the price is the sale price. */
function pricesOf(row: ImportRow, currency: string): Partial<VariationFields> {
  const price = readAmount(row, 'price', currency);
  if (price === undefined) return {};
  const before = readAmount(row, 'compareAt', currency);
  const reduced = price !== null && before?.gt(price);
  return {
    unitPrice: reduced ? before : price,
    salePrice: reduced ? price : null,
    saleFrom: null,
    saleTo: null,
  };
}

/** No tracker: not counted. Going on to sell when nothing is left is the same as not counting. */
function stockOf(row: ImportRow): Pick<VariationDraft, 'whenNew'> & { stock?: number | null } {
  const tracker = readText(row, 'tracker');
  const policy = readText(row, 'policy')?.toLowerCase();
  if (tracker === null || policy === 'continue' || policy === 'true') return { stock: null };
  const quantity = readCount(row, 'quantity', { clamped: true });
  if (quantity !== undefined) return { stock: quantity ?? 0 };
  return tracker === undefined ? {} : { whenNew: { stock: 0 } };
}

function picturesOf(rows: readonly ImportRow[]): PictureDraft[] {
  return rows
    .flatMap((row, index) => {
      const url = readText(row, 'image');
      if (!url) return [];
      const description = readText(row, 'imageAlt') ?? undefined;
      const position = readCount(row, 'imagePosition', { clamped: true }) ?? index + 1;
      return [{ position, picture: { url, ...(description ? { description } : {}) } }];
    })
    .sort((a, b) => a.position - b.position)
    .map(({ picture }) => picture);
}

/** The shop's own words for its shelves; Shopify's world-wide taxonomy (`Product Category`) makes no category. */
function categoriesOf(row: ImportRow): { categories?: string[][] } {
  const names = [readText(row, 'type'), readText(row, 'collection')];
  if (names.every((name) => name === undefined)) return {};
  return { categories: [...new Set(names.flatMap((name) => name ?? []))].map((name) => [name]) };
}

function keywordsOf(row: ImportRow): string | null | undefined {
  const tags = readText(row, 'tags');
  return typeof tags === 'string' ? joinKeywords(tags.split(',')) : tags;
}

function statusOf(row: ImportRow): { status?: PageStatus } {
  const published = readBoolean(row, 'published');
  const status = readText(row, 'status')?.toLowerCase();
  if (published === undefined && status === undefined) return {};
  const shown = published !== false && (status === undefined || status === 'active');
  return { status: shown ? 'published' : 'draft' };
}
