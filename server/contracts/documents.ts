import type { DocumentKind } from '../domain/invoices/document';
import type { MoneyText, TimeText } from './money';

/** An invoice or a credit note of an order, as staff see it in a list. */
export interface DocumentDto {
  id: number;
  kind: DocumentKind;
  number: string;
  issuedAt: TimeText;
  /** Negative for a credit note. */
  total: MoneyText;
  currency: string;
  /** The refund that a credit note is about; null for invoices, and for a credit note that takes an invoice back. */
  refundId: string | null;
}
