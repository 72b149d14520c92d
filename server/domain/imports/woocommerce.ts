import type { OptionChoice } from '../catalogue/sellable';
import type { Amount } from '../money/money';
import { firstText } from './blocks';
import {
  joinKeywords,
  readAmount,
  readCount,
  readDate,
  readText,
  readWeight,
  stated,
} from './cells';
import type { Dialect, DraftContext } from './dialect';
import { splitEscaped, unescapeText } from './escaping';
import { htmlToBlocks } from './html-to-blocks';
import type {
  PageTexts,
  PictureDraft,
  ProductDraft,
  SharedFields,
  VariationDraft,
  VariationFields,
} from './product-draft';
import { type ImportRow, readAll, RowError } from './row';

/** Grams of the unit that a heading names. */
const WEIGHTS: Record<string, string> = {
  weightKg: '1000',
  weightG: '1',
  weightLbs: '453.59237',
  weightOz: '28.349523125',
};

const columns = {
  'id': ['ID'],
  'type': ['Type'],
  'sku': ['SKU'],
  'name': ['Name'],
  'slug': ['Slug'],
  'published': ['Published'],
  'shortDescription': ['Short description'],
  'description': ['Description'],
  'saleFrom': ['Date sale price starts'],
  'saleTo': ['Date sale price ends'],
  'taxClass': ['Tax class'],
  'inStock': ['In stock?'],
  'stock': ['Stock'],
  'backorders': ['Backorders allowed?'],
  'weightKg': ['Weight (kg)'],
  'weightG': ['Weight (g)'],
  'weightLbs': ['Weight (lbs)', 'Weight (lb)'],
  'weightOz': ['Weight (oz)'],
  'salePrice': ['Sale price'],
  'regularPrice': ['Regular price'],
  'categories': ['Categories'],
  'tags': ['Tags'],
  'images': ['Images'],
  'parent': ['Parent'],
  'attributeName#': ['Attribute # name'],
  'attributeValues#': ['Attribute # value(s)'],
  'attributeDefault#': ['Attribute # default'],
} as const;

const MOST_ATTRIBUTES = 20;
const DAY = 24 * 60 * 60 * 1000;

const typesOf = (row: ImportRow) =>
  (readText(row, 'type') ?? 'simple').split(',').map((type) => type.trim().toLowerCase());
const isVariation = (row: ImportRow) => typesOf(row).includes('variation');

export const woocommerce: Dialect = {
  name: 'woocommerce',
  columns,
  required: ['type', 'name', 'regularPrice'],

  /** A product is called by its ID and by its SKU; its variations name either, and may stand anywhere. */
  keysOf(row) {
    const types = typesOf(row);
    const sku = readText(row, 'sku');
    const id = readText(row, 'id');
    if (isVariation(row)) {
      const parent = readText(row, 'parent');
      if (!parent) throw new RowError(row.line, 'The variation does not name its parent.');
      return {
        product: [/^id:/i.test(parent) ? parent.toLowerCase() : `sku:${parent}`],
        isPart: true,
      };
    }
    if (!types.some((type) => ['simple', 'variable'].includes(type))) {
      throw new RowError(
        row.line,
        `Products of the type "${types.join(', ')}" cannot be imported, only simple, variable and variation.`
      );
    }
    const keys = [...(id ? [`id:${id}`] : []), ...(sku ? [`sku:${sku}`] : [])];
    return { product: keys.length > 0 ? keys : [`line:${row.line}`] };
  },

  draftOf(rows, context): ProductDraft {
    const product = rows.find((row) => !isVariation(row));
    const [first] = rows;
    if (!first) throw new RowError(0, 'The product has no line.');
    if (!product) {
      throw new RowError(
        first.line,
        `Its parent "${readText(first, 'parent') ?? ''}" is not in the file.`
      );
    }
    const second = rows.find((row) => row !== product && !isVariation(row));
    if (second)
      throw new RowError(second.line, `The product of line ${product.line} has this ID or SKU.`);

    const title = readText(product, 'name');
    if (!title) throw new RowError(product.line, 'The name is missing.');
    const slug = readText(product, 'slug') || context.slugify(title);
    const notes: string[] = [];
    const parts = rows.filter(isVariation);
    return {
      line: product.line,
      slug,
      ...(readText(product, 'slug') ? {} : { derivedSlug: true }),
      page: pageOf(product, { title, slug }, context),
      translations: {},
      shared: stated<SharedFields>({ taxClass: readText(product, 'taxClass') }),
      variations: typesOf(product).includes('variable')
        ? variationsOf(product, parts, context, notes)
        : [simpleVariation(product, context)],
      complete: false,
      notes,
    };
  },
};

function pageOf(
  row: ImportRow,
  { title, slug }: { title: string; slug: string },
  { readHtml }: DraftContext
): ProductDraft['page'] {
  const blocks = (column: string) => {
    const html = row.cell(column);
    // WooCommerce writes line breaks as two characters.
    return html === undefined ? undefined : htmlToBlocks(readHtml(html.replaceAll('\\n', '\n')));
  };
  const short = blocks('shortDescription');
  const tags = readText(row, 'tags');
  const pictures = picturesOf(row);
  const categories = readText(row, 'categories');
  const published = readText(row, 'published');
  return {
    texts: stated<PageTexts>({
      title,
      slug,
      description: short === undefined ? undefined : firstText(short),
      content: blocks('description'),
      metaTitle: undefined,
      metaDescription: undefined,
      keywords: tags ? joinKeywords(list(tags)) : tags,
    }),
    ...(pictures ? { pictures } : {}),
    ...(categories === undefined
      ? {}
      : {
          categories: list(categories ?? '').map((path) =>
            path.split('>').map((name) => name.trim())
          ),
        }),
    // 1 is shown; 0 is private and -1 a draft: nobody sees either.
    ...(published === undefined ? {} : { status: published === '1' ? 'published' : 'draft' }),
  };
}

function simpleVariation(row: ImportRow, context: DraftContext): VariationDraft {
  return { line: row.line, options: [], fields: fieldsOf(row, row, context) };
}

interface Attribute {
  type: string;
  values: string[];
  standard: string | null;
}

function attributesOf(row: ImportRow): Attribute[] {
  return Array.from({ length: MOST_ATTRIBUTES }, (_, index) => index + 1).flatMap((number) => {
    const type = readText(row, `attributeName${number}`);
    if (!type) return [];
    return [
      {
        type,
        values: list(readText(row, `attributeValues${number}`) ?? ''),
        standard: readText(row, `attributeDefault${number}`) ?? null,
      },
    ];
  });
}

/**
 * The lines of the variations, each with one value of each attribute. An empty value means any: such a line stands
 * for all values that the product names, and is drafted once for each.
 */
function variationsOf(
  product: ImportRow,
  parts: readonly ImportRow[],
  context: DraftContext,
  notes: string[]
): VariationDraft[] {
  if (parts.length === 0)
    throw new RowError(product.line, 'The product is variable, but has no variation.');
  const named = attributesOf(product);
  const used = new Set(
    parts.flatMap((part) => attributesOf(part).map(({ type }) => type.toLowerCase()))
  );
  const attributes = named.filter(({ type }) => used.has(type.toLowerCase()));
  const standard = attributes.map(({ standard: value }) => value?.toLowerCase() ?? '');

  const drafts = readAll(parts, (part) => {
    const combinations = combinationsOf(part, attributes);
    const fields = fieldsOf(part, product, context);
    return combinations.map((options): VariationDraft => {
      const [picture] = picturesOf(part) ?? [];
      return {
        line: part.line,
        options,
        fields: combinations.length > 1 ? withoutSku(fields) : fields,
        ...(options.every(({ value }, index) => value.toLowerCase() === standard[index])
          ? { isDefault: true }
          : {}),
        ...(picture ? { picture } : {}),
      };
    });
  });
  const listed = preferListed(drafts.flat());
  for (const part of parts) {
    const counted = stockWord(part) !== 'parent';
    if (counted)
      shareStock(
        listed.filter(({ line }) => line === part.line),
        notes
      );
  }
  const lines = new Set(
    parts.filter((part) => stockWord(part) === 'parent').map(({ line }) => line)
  );
  shareStock(
    listed.filter(({ line }) => lines.has(line)),
    notes
  );
  return listed;
}

/** `parent`: its units are counted on the product, for all variations together. */
const stockWord = (row: ImportRow) => readText(row, 'stock')?.toLowerCase();

function combinationsOf(part: ImportRow, attributes: readonly Attribute[]): OptionChoice[][] {
  const own = new Map(attributesOf(part).map(({ type, values }) => [type.toLowerCase(), values]));
  return attributes.reduce<OptionChoice[][]>(
    (combinations, { type, values }) => {
      const chosen = own.get(type.toLowerCase()) ?? [];
      const choices = chosen.length > 0 ? chosen : values;
      if (choices.length === 0) {
        throw new RowError(part.line, `The value of the attribute "${type}" is missing.`);
      }
      return combinations.flatMap((some) => choices.map((value) => [...some, { type, value }]));
    },
    [[]]
  );
}

/** A line that names its values goes before one that means any of them. */
function preferListed(drafts: readonly VariationDraft[]): VariationDraft[] {
  const widths = new Map<number, number>();
  for (const { line } of drafts) widths.set(line, (widths.get(line) ?? 0) + 1);
  const kept = new Map<string, VariationDraft>();
  for (const draft of drafts) {
    const key = JSON.stringify(draft.options.map(({ value }) => value.toLowerCase()));
    const other = kept.get(key);
    const isNarrower = (widths.get(draft.line) ?? 1) < (widths.get(other?.line ?? -1) ?? Infinity);
    const bothExact = other && widths.get(draft.line) === 1 && widths.get(other.line) === 1;
    if (bothExact) {
      throw new RowError(draft.line, `The combination of line ${other.line} stands here again.`);
    }
    if (!other || isNarrower) kept.set(key, draft);
  }
  return drafts.filter((draft) => [...kept.values()].includes(draft));
}

/** Five units for three sizes are 2, 2 and 1: no more can be sold than there are. */
function shareStock(drafts: readonly VariationDraft[], notes: string[]): void {
  const stock = drafts[0]?.fields.stock ?? null;
  if (drafts.length < 2 || stock === null) return;
  for (const [index, draft] of drafts.entries()) {
    draft.fields.stock =
      Math.floor(stock / drafts.length) + (index < stock % drafts.length ? 1 : 0);
  }
  notes.push(
    `Line ${drafts[0]?.line ?? 0} counts ${stock} units for ${drafts.length} combinations together: they were shared out.`
  );
}

function withoutSku({ sku: _sku, ...fields }: Partial<VariationFields>): Partial<VariationFields> {
  return fields;
}

function fieldsOf(
  row: ImportRow,
  product: ImportRow,
  { currency }: DraftContext
): Partial<VariationFields> {
  const salePrice = readAmount(row, 'salePrice', currency);
  return stated<VariationFields>({
    sku: readText(row, 'sku') || undefined,
    unitPrice: readAmount(row, 'regularPrice', currency),
    salePrice,
    // Dates without a price mean nothing.
    saleFrom: salePrice ? readDate(row, 'saleFrom') : salePrice,
    saleTo: salePrice ? endOfSale(row) : salePrice,
    stock: stockOf(row, product),
    weight: weightOf(row) ?? weightOf(product),
  });
}

/** The last day is still on sale; our windows end before their end. */
function endOfSale(row: ImportRow): Date | null | undefined {
  const end = readDate(row, 'saleTo');
  const isDay = readText(row, 'saleTo')?.length === '2026-03-31'.length;
  return end && isDay ? new Date(end.getTime() + DAY) : end;
}

/** Empty: not counted, unless it says that none is left. Backorders: it is sold whatever the count. */
function stockOf(row: ImportRow, product: ImportRow): number | null | undefined {
  const counted = stockWord(row) === 'parent' ? product : row;
  const backorders = readText(counted, 'backorders')?.toLowerCase();
  if (backorders === '1' || backorders === 'notify' || backorders === 'yes') return null;
  const stock = readCount(counted, 'stock', { clamped: true });
  const inStock = readText(row, 'inStock')?.toLowerCase();
  if (stock === null && (inStock === '0' || inStock === 'no')) return 0;
  return stock;
}

function weightOf(row: ImportRow): Amount | null | undefined {
  for (const [column, grams] of Object.entries(WEIGHTS)) {
    const weight = readWeight(row, column, grams);
    if (weight !== undefined) return weight;
  }
  return undefined;
}

function picturesOf(row: ImportRow): PictureDraft[] | undefined {
  const cell = readText(row, 'images');
  if (cell === undefined) return undefined;
  return list(cell ?? '').map((url) => ({ url }));
}

/** Words between commas; `\,` is a comma in a word. */
function list(cell: string): string[] {
  return splitEscaped(cell, ',')
    .map((word) => unescapeText(word).trim())
    .filter(Boolean);
}
