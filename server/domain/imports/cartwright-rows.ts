import type { OptionChoice } from '../catalogue/sellable';
import { formatAmount } from '../money/format';
import type { Amount } from '../money/money';
import type { PAGE_COLUMNS } from './cartwright-columns';
import { canonicalJson } from './canonical-json';
import { escapeText, guardFormula } from './escaping';
import type { PictureDraft } from './product-draft';
import type { KnownPage, KnownProduct, KnownVariation } from './known-product';
import { categoryTitleLine, optionNameLine } from './translated-names';

/** Words for what a product refers to. */
export interface Names {
  categoryPath: (documentId: string) => readonly string[] | undefined;
  productSlug: (documentId: string) => string | undefined;
  /** In the other languages, by language. */
  optionNames: (choice: OptionChoice) => ReadonlyMap<string, string>;
  categoryTitles: (documentId: string) => ReadonlyMap<string, string>;
  /** The category and those above it. */
  categoryLine: (documentId: string) => readonly string[];
}

type Cells = Record<string, string>;

/** A product as lines of our own dialect; what is the same as nothing is an empty cell. */
export function cartwrightRows(
  product: KnownProduct,
  { defaultLocale, currency, names }: { defaultLocale: string; currency: string; names: Names }
): Cells[] {
  const pages = Object.entries(product.pages).reduce<Cells>(
    (cells, [locale, page]) => ({
      ...cells,
      ...pageCells(page, locale === defaultLocale ? '' : `:${locale}`, names),
    }),
    {}
  );
  const { available, publishFrom, publishUntil, taxClass, inSitemap } = product.shared;
  const shared: Cells = {
    available: String(available),
    publishFrom: publishFrom?.toISOString() ?? '',
    publishUntil: publishUntil?.toISOString() ?? '',
    taxClass: guardFormula(taxClass ?? ''),
    inSitemap: String(inSitemap),
  };
  const slug = product.pages[defaultLocale]?.texts.slug ?? '';
  return product.variations.map((variation, index) => ({
    ...(index === 0 ? { ...pages, ...shared, ...categoryTitleCells(product, names) } : {}),
    ...variationCells(variation, currency),
    ...optionNameCells(variation, names),
    slug,
  }));
}

function optionNameCells({ options }: KnownVariation, names: Names): Cells {
  return cellsByLocale(
    'options',
    options.flatMap((choice) =>
      [...names.optionNames(choice)].map(
        ([locale, name]) => [locale, optionNameLine(choice.type, name)] as const
      )
    )
  );
}

/** Of all categories that the product stands in, in whichever language, and of those above them. */
function categoryTitleCells({ pages }: KnownProduct, names: Names): Cells {
  const own = Object.values(pages).flatMap(({ categories }) => categories);
  const all = new Set(own.flatMap((documentId) => names.categoryLine(documentId)));
  return cellsByLocale(
    'categoryTitles',
    [...all].flatMap((documentId) => {
      const path = names.categoryPath(documentId);
      if (!path) return [];
      return [...names.categoryTitles(documentId)].map(
        ([locale, title]) => [locale, categoryTitleLine(path, title)] as const
      );
    })
  );
}

function cellsByLocale(column: string, lines: readonly (readonly [string, string])[]): Cells {
  const cells: Cells = {};
  for (const [locale, line] of lines) {
    const name = `${column}:${locale}`;
    cells[name] = cells[name] === undefined ? line : `${cells[name]}\n${line}`;
  }
  return cells;
}

function pageCells(page: KnownPage, suffix: string, names: Names): Cells {
  const { texts, status } = page;
  const lines = (list: readonly string[]) => list.map(guardFormula).join('\n');
  const slugs = (documentIds: readonly string[]) =>
    lines(documentIds.flatMap((id) => names.productSlug(id) ?? []).map((slug) => escapeText(slug)));
  const cells: Record<(typeof PAGE_COLUMNS)[number] | 'slug', string> = {
    slug: texts.slug ?? '',
    title: guardFormula(texts.title ?? ''),
    description: guardFormula(texts.description ?? ''),
    content: texts.content ? canonicalJson(texts.content) : '',
    metaTitle: guardFormula(texts.metaTitle ?? ''),
    metaDescription: guardFormula(texts.metaDescription ?? ''),
    keywords: guardFormula(texts.keywords ?? ''),
    status,
    categories: lines(
      page.categories.flatMap((id) => {
        const path = names.categoryPath(id);
        return path ? path.map((title) => escapeText(title, '>')).join(' > ') : [];
      })
    ),
    images: lines(page.pictures.flatMap((picture) => pictureLine(picture) ?? [])),
    related: slugs(page.related),
    upsells: slugs(page.upsells),
  };
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column + suffix, cell]));
}

function pictureLine({
  url,
  description,
}: {
  url: string | null;
  description?: PictureDraft['description'];
}): string | null {
  if (!url) return null;
  const words = escapeText(description ?? '');
  return words === '' ? escapeText(url, ' ') : `${escapeText(url, ' ')} ${words}`;
}

function variationCells(variation: KnownVariation, currency: string): Cells {
  const { sku, unitPrice, salePrice, saleFrom, saleTo, stock, weight, costPrice } =
    variation.fields;
  return {
    options: guardFormula(
      variation.options
        .map(({ type, value }) => `${escapeText(type, ':')}: ${escapeText(value)}`)
        .join('\n')
    ),
    sku: guardFormula(sku ?? ''),
    default: variation.isDefault ? 'true' : '',
    unitPrice: amountCell(unitPrice, currency),
    salePrice: amountCell(salePrice, currency),
    saleFrom: saleFrom?.toISOString() ?? '',
    saleTo: saleTo?.toISOString() ?? '',
    stock: stock === null ? '' : String(stock),
    weight: weight?.toFixed() ?? '',
    costPrice: amountCell(costPrice, currency),
    image: guardFormula((variation.picture && pictureLine(variation.picture)) ?? ''),
  };
}

/** The wire form. An amount with more decimals than its currency is written as it is: the shop was moved to another. */
function amountCell(amount: Amount | null, currency: string): string {
  if (amount === null) return '';
  try {
    return formatAmount(amount, currency);
  } catch {
    return amount.toFixed();
  }
}
