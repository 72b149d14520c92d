import type { DocumentDto } from '../contracts/documents';
import type { IssuedDocument } from '../domain/invoices/document';

export function presentDocument(document: IssuedDocument): DocumentDto {
  const { id, kind, number, issuedAt, subject, content } = document;
  const aboutRefund = kind === 'credit_note' && !subject.startsWith('invoice:');
  return {
    id,
    kind,
    number,
    issuedAt: issuedAt.toISOString(),
    total: content.figures.total,
    currency: content.currency,
    refundId: aboutRefund ? subject : null,
  };
}
