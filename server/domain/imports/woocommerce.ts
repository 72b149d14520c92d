import { slugOf } from '../catalogue/sku';
import { firstText } from './blocks';
import { joinKeywords, readText, stated } from './cells';
import type { Dialect, DraftContext } from './dialect';
import { htmlToBlocks } from './html-to-blocks';
import type { PageTexts, ProductDraft, SharedFields } from './product-draft';
import { type ImportRow, RowError } from './row';
import { woocommerceFields, woocommerceList, woocommercePictures } from './woocommerce-cells';
import { woocommerceVariations } from './woocommerce-variations';

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

const typesOf = (row: ImportRow) =>
  (readText(row, 'type') ?? 'simple').split(',').map((type) => type.trim().toLowerCase());
const isVariation = (row: ImportRow) => typesOf(row).includes('variation');

/** A variation that is switched off there is not sold here: as if it did not stand in the file. */
const isShown = (row: ImportRow) => (readText(row, 'published') ?? '1') === '1';

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
      return { product: [/^id:/i.test(parent) ? parent.toLowerCase() : `sku:${parent}`] };
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
    const slug = readText(product, 'slug') || slugOf(title, context.slugify);
    const notes: string[] = [];
    const parts = rows.filter((row) => isVariation(row) && isShown(row));
    return {
      line: product.line,
      slug,
      ...(readText(product, 'slug') ? {} : { derivedSlug: true }),
      page: pageOf(product, { title, slug }, context),
      translations: {},
      shared: stated<SharedFields>({ taxClass: readText(product, 'taxClass') }),
      variations: typesOf(product).includes('variable')
        ? woocommerceVariations(product, parts, context, notes)
        : [
            {
              line: product.line,
              options: [],
              fields: woocommerceFields(product, product, context),
            },
          ],
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
  const pictures = woocommercePictures(row);
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
      keywords: tags ? joinKeywords(woocommerceList(tags)) : tags,
    }),
    ...(pictures ? { pictures } : {}),
    ...(categories === undefined
      ? {}
      : {
          categories: woocommerceList(categories ?? '').map((path) =>
            path.split('>').map((name) => name.trim())
          ),
        }),
    // 1 is shown; 0 is private and -1 a draft: nobody sees either.
    ...(published === undefined ? {} : { status: published === '1' ? 'published' : 'draft' }),
  };
}
