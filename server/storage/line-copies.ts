import type { LineCopy, LineData } from '../domain/cart/line-copy';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import { readJson, readText, writeJson } from './values';

/** The columns that lines of carts and of orders have in common. */
export function lineCopyColumns(copy: LineCopy) {
  return {
    type: copy.type,
    sellable_document_id: copy.documentId,
    sku: copy.sku,
    description: copy.description,
    options: writeJson(copy.options),
    data: writeJson(copy.data),
    url: copy.url,
    image: writeJson(copy.image),
    quantity: copy.quantity,
  };
}

/** `prefix` stands before each name where a line is read beside other things. */
export function readLineCopy(row: Record<string, unknown>, prefix = ''): LineCopy {
  const column = (name: string) => row[`${prefix}${name}`];
  return {
    type: String(column('type')),
    documentId: String(column('sellable_document_id')),
    sku: readText(column('sku')),
    description: readText(column('description')) ?? '',
    options: readJson<OptionChoice[]>(column('options')) ?? [],
    data: readJson<LineData>(column('data')),
    url: readText(column('url')),
    image: readJson<ImageCopy>(column('image')),
    quantity: Number(column('quantity')),
  };
}
