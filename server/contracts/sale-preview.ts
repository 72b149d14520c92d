import type { SaleOutcome } from '../domain/catalogue/sale-effect';
import type { SaleWarning } from '../domain/catalogue/sale-form';
import type { MoneyText, TimeText } from './money';

/** A relation field of a form: what was chosen and taken out since it was opened, as documents. */
export interface ChangedChoiceDto {
  connect: string[];
  disconnect: string[];
}

/** `POST /cartwright/sales/preview`: a sale as its form says it. */
export interface SalePreviewRequest {
  /** The sale that is edited; null for a new one. */
  sale: string | null;
  /** What a new one is a copy of. */
  copyOf: string | null;
  active: boolean;
  discountDeduct: string | null;
  discountPercent: string | null;
  discountExact: string | null;
  validFrom: TimeText | null;
  validTo: TimeText | null;
  allProducts: boolean;
  products: ChangedChoiceDto;
  categories: ChangedChoiceDto;
  /** The instant that is asked about; null is when the sale begins, or now. */
  at: TimeText | null;
  page: number;
  pageSize: number;
  show: 'all' | 'reduced' | 'skipped';
  q: string;
  /** For a file: the reader's spreadsheet writes 1,50. */
  decimalComma?: boolean;
}

/** A sale that is in the shop, or null for sale prices set by hand. */
export interface RivalDto {
  sale: { documentId: string; title: string } | null;
  variations: number;
}

export interface HandOverDto extends RivalDto {
  from: TimeText | null;
  to: TimeText | null;
}

export interface SalePreviewRowDto {
  variationDocumentId: string;
  productDocumentId: string;
  product: string;
  options: string[];
  sku: string | null;
  outcome: SaleOutcome;
  unitPrice: MoneyText | null;
  /** Without the sale. */
  before: MoneyText | null;
  after: MoneyText | null;
  /** As things are stored. */
  stored: MoneyText | null;
  saved: MoneyText | null;
  percent: string | null;
  belowCost: boolean;
  /** Whose price it takes over from, or that stands instead. */
  rival: { sale: RivalDto['sale'] } | null;
}

export interface SalePreviewDto {
  at: TimeText;
  currency: string;
  products: number;
  variations: number;
  reached: number;
  outcomes: Partial<Record<SaleOutcome, number>>;
  changes: number;
  lost: number;
  belowCost: number;
  free: number;
  shadowed: number;
  takesOverFrom: RivalDto[];
  outbidBy: RivalDto[];
  shadowedBy: RivalDto[];
  handsOverTo: HandOverDto[];
  warnings: SaleWarning[];
  rows: SalePreviewRowDto[];
  pagination: { page: number; pageSize: number; pageCount: number; total: number };
}
