import { UIDS } from '../../content-types/uids';
import type { Catalogue, SettledRow } from '../services/catalogue';
import { type DocumentCall, type Hook, type HostRow, rowsOf } from './document-call';
import { inTurn, type Transaction } from './transaction';

const CHANGES = ['create', 'update', 'publish', 'unpublish', 'discardDraft', 'clone', 'delete'];

/**
 * What happens when an editor saves a product: one transaction around the host's part, then the catalogue settles
 * its variations and copies. The answer carries what was settled, as if the host had written it.
 */
export function productHook(catalogue: () => Catalogue, transaction: Transaction): Hook {
  return async (call, next) => {
    if (call.uid !== UIDS.product || !CHANGES.includes(call.action)) return next();

    return transaction(async (trx, joined) => {
      const { documentId } = call.params;
      const shop = catalogue();
      await shop.lock(trx);
      if (documentId !== undefined) {
        await shop.lockProduct(trx, documentId);
        if (joined) await shop.refuseStaleRead(trx, documentId);
      }
      const images =
        call.action === 'delete' && documentId !== undefined
          ? await shop.findImagesOfProduct(trx, documentId)
          : [];

      const result = await next();

      const settled = await inTurn(trx, async () => {
        if (call.action === 'delete' && documentId !== undefined) {
          return shop.settleOrRemove(trx, documentId, images);
        }
        const saved =
          call.action === 'create' || call.action === 'clone' ? documentOf(result) : documentId;
        if (saved === undefined) return [];
        if (call.action === 'clone' && documentId !== undefined) {
          const keepSlug = Boolean(call.params.data?.['slug']);
          return shop.cloneProduct(trx, { originalId: documentId, documentId: saved, keepSlug });
        }
        if (setsWindow(call)) await shop.checkPublishWindows(trx, saved);
        return shop.settleProduct(trx, saved, { copied: copiedRows(call, result) });
      });
      showSettled(rowsOf(result), settled);
      return result;
    });
  };
}

function setsWindow({ params: { data = {} } }: DocumentCall): boolean {
  return 'publishFrom' in data || 'publishUntil' in data;
}

function documentOf(result: unknown): string | undefined {
  const { documentId } = (result ?? {}) as HostRow;
  return documentId;
}

/** The rows that the host has made from their counterpart: published from drafts, or drafts from published. */
function copiedRows({ action, params }: DocumentCall, result: unknown): number[] {
  const copies = action === 'publish' || action === 'discardDraft' || params.status === 'published';
  return copies ? rowsOf(result).flatMap(({ id }) => id ?? []) : [];
}

/** The host answers with what it wrote itself; fields that were not asked for stay out. */
function showSettled(rows: readonly HostRow[], settled: readonly SettledRow[]): void {
  for (const row of rows) {
    const fresh = settled.find(({ id }) => id === row.id);
    if (!fresh) continue;
    for (const [field, value] of Object.entries(asHostFields(fresh))) {
      if (field in row) row[field] = value;
    }
  }
}

function asHostFields({
  slug,
  unitPrice,
  salePrice,
  saleFrom,
  saleTo,
  lowestPrice30d,
  sku,
  stock,
  image,
  rating,
}: SettledRow) {
  return {
    slug,
    unitPrice: unitPrice?.toNumber() ?? null,
    salePrice: salePrice?.toNumber() ?? null,
    saleFrom: saleFrom?.toISOString() ?? null,
    saleTo: saleTo?.toISOString() ?? null,
    lowestPrice30d: lowestPrice30d?.toNumber() ?? null,
    sku,
    stock,
    image,
    ratingCount: rating.count,
    ratingSum: rating.sum,
    ratingAverage: rating.average,
  };
}
