import type { OptionChoice } from '../catalogue/sellable';
import type { PageStatus, PageTexts, SharedFields, VariationFields } from './product-draft';

/** A picture that the shop has: an entry of type product image. */
export interface KnownPicture {
  documentId: string;
  /** Of its file in the media library. */
  url: string | null;
  /** Where an import had it from. */
  source: string | null;
  description: string | null;
}

export interface KnownPage {
  texts: PageTexts;
  status: PageStatus;
  pictures: KnownPicture[];
  /** Documents. */
  categories: string[];
  related: string[];
  upsells: string[];
}

export interface KnownVariation {
  documentId: string;
  optionKey: string;
  options: OptionChoice[];
  fields: VariationFields;
  isDefault: boolean;
  picture: KnownPicture | null;
}

/** A product as the shop has it: what a file is compared with, and what an export writes. */
export interface KnownProduct {
  documentId: string;
  /** By language. */
  pages: Record<string, KnownPage>;
  shared: SharedFields;
  /** Documents of the ticked options. */
  ticks: string[];
  /** Those that are not retired, in the order of the shop. */
  variations: KnownVariation[];
}

/** All pictures of a product, each once. */
export function picturesOf(product: KnownProduct | undefined): KnownPicture[] {
  const all = [
    ...Object.values(product?.pages ?? {}).flatMap(({ pictures }) => pictures),
    ...(product?.variations ?? []).flatMap(({ picture }) => picture ?? []),
  ];
  return [...new Map(all.map((picture) => [picture.documentId, picture])).values()];
}
