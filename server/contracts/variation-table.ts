import type { ImageCopy } from '../domain/catalogue/sellable';
import type { RoundingMode } from '../domain/money/rounding';
import type { MoneyText, TimeText } from './money';

/** What stands above everything that is edited of a product. */
export interface ProductHeadingDto {
  documentId: string;
  /** In the default language, as drafted. */
  title: string | null;
}

/** What an editor sets of a variation in the table; null is empty. */
export interface VariationCellsDto {
  unitPrice: MoneyText | null;
  /** The one set by hand, shown to shoppers or not. */
  salePrice: MoneyText | null;
  saleFrom: TimeText | null;
  saleTo: TimeText | null;
  sku: string | null;
  /** null: not counted. */
  stock: number | null;
  /** Grams. */
  weight: string | null;
  costPrice: MoneyText | null;
  /** One of the table's pictures. */
  image: string | null;
  isDefault: boolean;
}

export type VariationField = keyof VariationCellsDto;

export interface VariationRowDto {
  documentId: string;
  /** In the order of the shop. */
  options: { type: string; value: string }[];
  /** Not for sale any more, kept for when its options are ticked again. */
  retired: boolean;
  cells: VariationCellsDto;
  /** The sale whose price is shown instead of the one set by hand, or will be once it begins. */
  sale: {
    title: string;
    price: MoneyText | null;
    from: TimeText | null;
    to: TimeText | null;
    onNow: boolean;
  } | null;
}

/** All variations of a product, retired ones too. */
export interface VariationTableDto {
  currency: string;
  roundingMode: RoundingMode;
  rows: VariationRowDto[];
  pictures: { documentId: string; image: ImageCopy | null }[];
}

/** What was changed in a row, and what was seen there before. */
export interface VariationEditDto {
  documentId: string;
  seen: Partial<VariationCellsDto>;
  changes: Partial<VariationCellsDto>;
}

/** A cell that others have changed since it was seen: in `details.conflicts` of the refusal. */
export interface CellConflictDto {
  documentId: string;
  field: VariationField;
  seen: string | number | boolean | null;
  now: string | number | boolean | null;
}
