import type { ErrorCode } from '../domain/errors';

/** Which orders are looked for, as a query says it. Times are ISO; amounts are text. */
export interface OrderQuestionDto {
  /** Number, name, e-mail, address or SKU. */
  q?: string;
  status?: string;
  paymentStatus?: string;
  fulfilmentStatus?: string;
  from?: string;
  until?: string;
  totalFrom?: string;
  totalTo?: string;
  paymentMethod?: string;
  country?: string;
  discountCode?: string;
  /** `true`, or left out. */
  toShip?: string;
  attention?: string;
}

export interface OrderNameDto {
  documentId: string;
  number: string;
}

/** What the list can be narrowed down to. */
export interface OrderChoicesDto {
  paymentMethods: { code: string; label: string }[];
  countries: string[];
}

/** What became of one of many orders. */
export interface BulkResultDto {
  documentId: string;
  /** Why not; null when it was done. `from` is the status that stood in the way. */
  refusal: { code: ErrorCode; message: string; from: string | null } | null;
}

/** The chosen orders as a file. */
export interface OrdersFileDto {
  csv: string;
}

/** Many documents as one page. */
export interface PrintedOrdersDto {
  html: string;
  /** How many documents it has: orders without an invoice are left out. */
  count: number;
}
