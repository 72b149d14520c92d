import type { OptionChoice } from '../catalogue/sellable';
import type { Block } from './blocks';
import { PAGE_COLUMNS, SHARED_COLUMNS, VARIATION_COLUMNS } from './cartwright-columns';
import {
  readAmount,
  readBoolean,
  readCount,
  readDate,
  readText,
  readWeight,
  stated,
} from './cells';
import type { Dialect, DraftContext } from './dialect';
import { splitEscaped, unescapeText, withoutGuard } from './escaping';
import { htmlToBlocks } from './html-to-blocks';
import type {
  PageDraft,
  PageStatus,
  PageTexts,
  PictureDraft,
  ProductDraft,
  SharedFields,
  VariationDraft,
  VariationFields,
} from './product-draft';
import { type ImportRow, readAll, RowError } from './row';
import {
  NAME_COLUMNS,
  readCategoryPath,
  readCategoryTitles,
  readOptionNames,
} from './translated-names';

const names = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, [name]]));

/**
 * Our own dialect, which says all that a product has: a line for each variation, what belongs to the product on its
 * first line. `cartwright-rows.ts` writes what this reads.
 */
export const cartwright: Dialect = {
  name: 'cartwright',
  columns: names(['slug', ...PAGE_COLUMNS, ...SHARED_COLUMNS, ...VARIATION_COLUMNS]),
  translated: ['slug', ...PAGE_COLUMNS, ...NAME_COLUMNS],
  required: ['slug'],

  keysOf(row) {
    const slug = readText(row, 'slug');
    if (!slug) throw new RowError(row.line, 'The slug is missing.');
    return { product: [slug] };
  },

  draftOf(rows, context): ProductDraft {
    const [first] = rows;
    if (!first) throw new RowError(0, 'The product has no line.');
    const variations = readAll(rows, (row, index) => {
      if (index > 0) refuseSecondPage(first, row);
      return variationOf(row, context);
    });
    return {
      line: first.line,
      slug: readText(first, 'slug') ?? '',
      page: pageOf(first, '', context),
      translations: Object.fromEntries(
        localesOf(first).map((locale) => [locale, pageOf(first, `:${locale}`, context)])
      ),
      shared: stated<SharedFields>({
        available: readBoolean(first, 'available') ?? undefined,
        publishFrom: readDate(first, 'publishFrom'),
        publishUntil: readDate(first, 'publishUntil'),
        taxClass: readText(first, 'taxClass'),
        inSitemap: readBoolean(first, 'inSitemap') ?? undefined,
      }),
      variations,
      optionNames: rows.flatMap((row, index) =>
        readOptionNames(row, variations[index]?.options ?? [])
      ),
      categoryTitles: readCategoryTitles(first),
      withoutOptions: first.cell('options') === undefined,
      complete: true,
      notes: [],
    };
  },
};

/** What belongs to the product stands once, or the file would contradict itself. */
function refuseSecondPage(first: ImportRow, row: ImportRow): void {
  const columns = [...PAGE_COLUMNS, ...SHARED_COLUMNS];
  const twice = columns.find((column) => {
    const cell = row.cell(column);
    return cell && cell !== first.cell(column);
  });
  if (twice) throw new RowError(row.line, `${twice} stands on the first line of the product only.`);
}

/** The languages that this product is written in: those in which it has a title. */
function localesOf(row: ImportRow): string[] {
  return (row.locales ?? []).filter((locale) => row.cell(`title:${locale}`));
}

/** Exactly as it stands there, blanks too. */
function exactText(row: ImportRow, column: string): string | null | undefined {
  const cell = row.cell(column);
  return cell === undefined ? undefined : withoutGuard(cell) || null;
}

function pageOf(row: ImportRow, suffix: string, context: DraftContext): PageDraft {
  const text = (column: string) => exactText(row, column + suffix);
  const lines = (column: string) =>
    row
      .cell(column + suffix)
      ?.split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => withoutGuard(line));
  const categories = lines('categories')?.map(readCategoryPath);
  const pictures = lines('images')?.map(pictureOf);
  const related = lines('related')?.map(unescapeText);
  const upsells = lines('upsells')?.map(unescapeText);
  const status = statusOf(row, `status${suffix}`);
  return {
    texts: stated<PageTexts>({
      title: text('title') || undefined,
      slug: text('slug') || undefined,
      description: text('description'),
      content: contentOf(row, `content${suffix}`, context),
      metaTitle: text('metaTitle'),
      metaDescription: text('metaDescription'),
      keywords: text('keywords'),
    }),
    ...(categories ? { categories } : {}),
    ...(pictures ? { pictures } : {}),
    ...(related ? { related } : {}),
    ...(upsells ? { upsells } : {}),
    ...(status ? { status } : {}),
  };
}

/** Rich text as the host stores it, or HTML where a person has written it. */
function contentOf(
  row: ImportRow,
  column: string,
  { readHtml }: DraftContext
): readonly Block[] | null | undefined {
  const cell = row.cell(column);
  if (cell === undefined) return undefined;
  if (!cell.trimStart().startsWith('[')) return htmlToBlocks(readHtml(withoutGuard(cell)));
  try {
    return JSON.parse(cell) as Block[];
  } catch {
    throw new RowError(row.line, `${column} begins like rich text, but cannot be read.`);
  }
}

function statusOf(row: ImportRow, column: string): PageStatus | undefined {
  const text = readText(row, column);
  if (!text) return undefined;
  if (text === 'draft' || text === 'published' || text === 'modified') return text;
  throw new RowError(row.line, `${column} "${text}" must be draft, published or modified.`);
}

/** The address, a blank, the description. */
function pictureOf(line: string): PictureDraft {
  const [url = '', ...words] = splitEscaped(line.trim(), ' ');
  return { url: unescapeText(url), description: unescapeText(words.join(' ')) || null };
}

function variationOf(row: ImportRow, { currency }: DraftContext): VariationDraft {
  const image = row.cell('image');
  const isDefault = readBoolean(row, 'default');
  const sku = exactText(row, 'sku');
  return {
    line: row.line,
    options: optionsOf(row),
    fields: stated<VariationFields>({
      sku: sku || undefined,
      unitPrice: readAmount(row, 'unitPrice', currency),
      salePrice: readAmount(row, 'salePrice', currency),
      saleFrom: readDate(row, 'saleFrom'),
      saleTo: readDate(row, 'saleTo'),
      stock: readCount(row, 'stock'),
      weight: readWeight(row, 'weight', '1'),
      costPrice: readAmount(row, 'costPrice', currency),
    }),
    ...(isDefault ? { isDefault } : {}),
    ...(image === undefined
      ? {}
      : { picture: image.trim() ? pictureOf(withoutGuard(image)) : null }),
  };
}

/** One option a line: `Size: M`. */
function optionsOf(row: ImportRow): OptionChoice[] {
  const cell = withoutGuard(row.cell('options') ?? '');
  return cell
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [type = '', ...value] = splitEscaped(line, ':');
      const choice = {
        type: unescapeText(type).trim(),
        value: unescapeText(value.join(':')).trim(),
      };
      if (!choice.type || !choice.value) {
        throw new RowError(row.line, `options "${line}" must be written as "Size: M".`);
      }
      return choice;
    });
}
