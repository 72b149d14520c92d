import type { SaleForm, SaleWarning } from '../../domain/catalogue/sale-form';
import { type DiscountOfForm, discountOfForm } from '../../domain/discounts/discount-of-form';
import type { Connection } from '../../storage/database';
import * as stored from '../../storage/sales';
import { reachedScope } from '../catalogue/reached-scope';
import type { SoundSale } from '../catalogue/reaching-sales';

/** What was chosen in a form since it was opened, as documents. */
export interface ChangedChoice {
  connect: readonly string[];
  disconnect: readonly string[];
}

/** A sale as somebody is about to save it. */
export interface SaleDraft extends SaleForm {
  /** The sale that is edited; null for a new one. */
  documentId: string | null;
  /** What a new one is a copy of. */
  copyOf: string | null;
  allProducts: boolean;
  products: ChangedChoice;
  categories: ChangedChoice;
}

/** A sale that is not in the shop yet: of equal prices the one that is stands. */
const NEW_SALE = '~';

/** The draft as the rule takes a sale, with all that it may touch; without a discount there is no such sale. */
export async function draftSale(
  db: Connection,
  draft: SaleDraft,
  currency: string
): Promise<{ sale: SoundSale | null; warnings: SaleWarning[]; candidates: string[] }> {
  const before = draft.documentId ?? draft.copyOf;
  const chosen = {
    products: changed(before ? await stored.findChosenProducts(db, before) : [], draft.products),
    categories: changed(
      before ? await stored.findChosenCategories(db, before) : [],
      draft.categories
    ),
  };
  const { discount, fault } = discountOfForm(draft, currency);
  const scope = await reachedScope(db, draft.allProducts, chosen.categories);
  const candidates = new Set([
    ...chosen.products,
    ...(draft.documentId ? await stored.findCarryingProducts(db, draft.documentId) : []),
    ...(await stored.findProductsInScope(db, scope)),
  ]);
  const { validFrom, validTo, allProducts } = draft;
  const sale = discount && {
    ...chosen,
    ...{ documentId: draft.documentId ?? NEW_SALE, title: '', active: true, savedAt: null },
    ...{ discountDeduct: null, discountPercent: null, discountExact: null },
    ...{ discount, validFrom, validTo, allProducts },
  };
  return {
    sale,
    warnings: [...discountWarning({ discount, fault }), ...scopeWarning(draft, chosen)],
    candidates: [...candidates],
  };
}

function changed(before: Iterable<string>, { connect, disconnect }: ChangedChoice): Set<string> {
  const after = new Set(before);
  for (const one of disconnect) after.delete(one);
  for (const one of connect) after.add(one);
  return after;
}

function discountWarning({ discount, fault }: DiscountOfForm): SaleWarning[] {
  if (fault) return [`discount_${fault}`];
  return discount ? [] : ['discount_missing'];
}

function scopeWarning(
  { allProducts }: SaleDraft,
  { products, categories }: { products: Set<string>; categories: Set<string> }
): SaleWarning[] {
  return allProducts || products.size + categories.size > 0 ? [] : ['scope_empty'];
}
