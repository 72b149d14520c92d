import type { SalePreviewRequest } from '../../../server/contracts/sale-preview';
import { chosenSince } from '../chosen-since';
import { typedNumber, typedTime } from '../form-values';

export type SaleFormRequest = Omit<SalePreviewRequest, 'at' | 'page' | 'pageSize' | 'show' | 'q'>;

/** The sale as its form says it at this moment. `documentId`: of the entry that is open, or that is duplicated. */
export function saleRequest(
  values: object,
  documentId: string | undefined,
  isCopy: boolean
): SaleFormRequest {
  const form = values as Record<string, unknown>;
  return {
    sale: isCopy ? null : (documentId ?? null),
    copyOf: isCopy ? (documentId ?? null) : null,
    active: form.active === true,
    discountDeduct: typedNumber(form.discountDeduct),
    discountPercent: typedNumber(form.discountPercent),
    discountExact: typedNumber(form.discountExact),
    validFrom: typedTime(form.validFrom),
    validTo: typedTime(form.validTo),
    allProducts: form.allProducts === true,
    products: chosenSince(form.products),
    categories: chosenSince(form.categories),
  };
}
