import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { AdjustmentReason } from '../domain/inventory/adjust-stock';
import type { PaginationDto } from './catalogue';
import type { TimeText } from './money';

export type StockShelf = 'all' | 'low' | 'out' | 'uncounted';

export type StockSort =
  'sku:asc' | 'sku:desc' | 'stock:asc' | 'stock:desc' | 'title:asc' | 'title:desc';

/** A variation that is not retired, with its units. */
export interface StockRowDto {
  documentId: string;
  sku: string | null;
  options: OptionChoice[];
  product: { documentId: string; title: string | null };
  image: ImageCopy | null;
  /** What can still be ordered; null is not counted. */
  stock: number | null;
  /** Of these, units that carts keep from each other. */
  held: number;
  /** Units of open orders that wait for their payment; they are not in `stock` any more. */
  awaiting: number;
  /** Ordered in the last thirty days, in orders that were not cancelled. */
  sold30d: number;
}

export interface StockPageDto {
  data: StockRowDto[];
  meta: {
    pagination: PaginationDto;
    /** How many fit the search on each shelf. */
    shelves: Record<StockShelf, number>;
    /** From how many units on a thing is low; null where the shop does not say. */
    lowStockThreshold: number | null;
    /** The site's own inventory counts; these numbers are not asked when something is sold. */
    ownInventory: boolean;
  };
}

/** `order`, `cancelled` and `edited` are the shop's own; `returned` may be either's. */
export type MovementReason = AdjustmentReason | 'order' | 'cancelled' | 'edited';

export interface StockMovementDto {
  id: string;
  at: TimeText;
  sku: string | null;
  /** Null when it is gone, or no variation of a product. */
  product: { documentId: string; title: string | null } | null;
  variationDocumentId: string;
  change: number;
  /** Null where nobody wrote it down. */
  stockAfter: number | null;
  reason: string;
  /** The order's number. */
  reference: string | null;
  orderDocumentId: string | null;
  /** Null when no member of staff did it. */
  by: string | null;
  note: string | null;
}

export interface StockMovementsDto {
  data: StockMovementDto[];
  meta: { pagination: PaginationDto };
}

/** One variation of `POST /stock/adjust`. */
export type StockAdjustmentDto =
  | { documentId: string; change: number }
  | { documentId: string; units: number | null; seen: number | null };

export interface StockAdjustDto {
  adjustments: StockAdjustmentDto[];
  reason: AdjustmentReason;
  note: string | null;
}
