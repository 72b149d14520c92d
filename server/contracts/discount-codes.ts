import type { PatternFault } from '../domain/discounts/code-pattern';
import type { CodeWarning } from '../domain/discounts/code-warnings';
import type { MoneyText, TimeText } from './money';
import type { ChangedChoiceDto } from './sale-preview';

/** Codes that were generated together. */
export interface CodeBatchDto {
  name: string;
  codes: number;
  active: number;
  /** Codes that were used at least once. */
  used: number;
  createdAt: TimeText | null;
}

export interface CodeBatchesDto {
  data: CodeBatchDto[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
}

/** What all codes of a batch have in common; amounts and percentages as text. */
export interface CodeTermsDto {
  discountDeduct: string | null;
  discountPercent: string | null;
  discountExact: string | null;
  validFrom: TimeText | null;
  validTo: TimeText | null;
  appliesTo: 'cart' | 'selection';
  minPurchase: string | null;
  freeShipping: boolean;
  maxUses: number | null;
  maxUsesPerCustomer: number | null;
}

/** A code that new ones may be like. */
export interface CodeTemplateDto extends CodeTermsDto {
  documentId: string;
  title: string;
  code: string;
}

/** `POST /cartwright/discount-codes/batches` */
export interface GenerateCodesRequest extends CodeTermsDto {
  batch: string;
  pattern: string;
  count: number;
  active: boolean;
  /** The code whose products and categories they take over. */
  template: string | null;
}

/** `POST /cartwright/discount-codes/batches/preview` */
export interface PatternPreviewDto {
  fault: PatternFault | null;
  examples: string[];
  /** How many different codes the pattern makes; in text, since it may be more than a number holds. */
  possible: string;
  /** Fewer than are asked for; so few that they can be guessed; enough. */
  room: 'none' | 'guessable' | 'enough';
  isTaken: boolean;
}

/** `POST /cartwright/discount-codes/check`: a code as its form says it. */
export interface CheckCodeRequest extends CodeTermsDto {
  documentId: string | null;
  code: string;
  active: boolean;
  products: ChangedChoiceDto;
  categories: ChangedChoiceDto;
}

export interface CheckedCodeDto {
  warnings: CodeWarning[];
  /** To the shop's website with the code; null when the shop has none. */
  link: string | null;
  hasWebsite: boolean;
}

export interface CodeUseDto {
  orderDocumentId: string;
  number: string;
  placedAt: TimeText | null;
  /** Who may not see orders is not told who ordered. */
  customer: string | null;
  currency: string;
  amount: MoneyText | null;
  freeShipping: boolean;
  /** A cancelled order has given its use back. */
  counts: boolean;
}

/** `GET /cartwright/discount-codes/:documentId/uses` */
export interface CodeUsesDto {
  data: CodeUseDto[];
  meta: {
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
    /** What all orders that count were given. */
    given: { amount: MoneyText; currency: string }[];
  };
}
