import type { CheckCodeRequest } from '../../../server/contracts/discount-codes';
import { chosenSince } from '../chosen-since';
import { typedCount, typedNumber, typedTime } from '../form-values';

/** The discount code as its form says it at this moment; a copy is one that nobody has used. */
export function codeRequest(
  values: object,
  documentId: string | undefined,
  isCopy: boolean
): CheckCodeRequest {
  const form = values as Record<string, unknown>;
  return {
    documentId: isCopy ? null : (documentId ?? null),
    code: typeof form.code === 'string' ? form.code.trim().toUpperCase() : '',
    active: form.active === true,
    discountDeduct: typedNumber(form.discountDeduct),
    discountPercent: typedNumber(form.discountPercent),
    discountExact: typedNumber(form.discountExact),
    validFrom: typedTime(form.validFrom),
    validTo: typedTime(form.validTo),
    appliesTo: form.appliesTo === 'selection' ? 'selection' : 'cart',
    minPurchase: typedNumber(form.minPurchase),
    freeShipping: form.freeShipping === true,
    maxUses: typedCount(form.maxUses),
    maxUsesPerCustomer: typedCount(form.maxUsesPerCustomer),
    products: chosenSince(form.products),
    categories: chosenSince(form.categories),
  };
}
