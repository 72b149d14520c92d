import { createId } from '@paralleldrive/cuid2';

import { UIDS } from '../../content-types/uids';
import { CommerceError } from '../domain/errors';
import type { Catalogue, VariationBefore } from '../services/catalogue';
import { type DocumentCall, type Hook, type HostRow, type Next, rowsOf } from './document-call';
import type { OpenedForms } from './opened-form';
import { inTurn, type Transaction } from './transaction';

type Fields = Record<string, unknown>;

/**
 * What happens when a variation is saved by itself: its fields are checked before the host writes them, its
 * relations afterwards, when the host has turned them into links; then its product is refreshed. Of an editor's form
 * only what was changed in it is written.
 */
export function productVariationHook(
  catalogue: () => Catalogue,
  transaction: Transaction,
  forms: OpenedForms
): Hook {
  const save = (call: DocumentCall, next: Next, isNew: boolean) =>
    transaction(async (trx) => {
      const shop = catalogue();
      await shop.lock(trx);
      const { documentId, data = {} } = call.params;
      const before =
        documentId === undefined ? undefined : await shop.readVariationBefore(trx, documentId);
      const sent = shop.readVariationInput(data);
      const opened = before && forms.take(before.variation.documentId);
      // The flag is moved by the catalogue, so that the old default loses it; taking it away is ignored.
      const { isDefault, ...input } = opened
        ? shop.changesOfForm(sent, opened.values, before)
        : sent;
      call.params = { ...call.params, data: isNew ? { ...input, ...unknownYet() } : input };

      const result = await next().catch((error: unknown) => {
        throw shop.explainDuplicate(error);
      });

      const [row] = rowsOf(result);
      if (!row?.documentId) return result;
      const saved = row.documentId;
      const settled = await inTurn(trx, () =>
        shop.settleVariation(trx, saved, { before, makeDefault: isDefault === true })
      );
      if (settled) showSettled(row, settled);
      return result;
    });

  const remove = (documentId: string, next: Next) =>
    transaction(async (trx) => {
      const shop = catalogue();
      await shop.lock(trx);
      const before = await shop.readVariationBefore(trx, documentId);
      const result = await next();
      if (before) await inTurn(trx, () => shop.settleVariationDeletion(trx, before));
      return result;
    });

  const open = async (next: Next) => {
    const row = (await next()) as HostRow | null;
    if (!row?.documentId || !forms.isEditor()) return row;
    const values = catalogue().formValues(await forms.visible(UIDS.productVariation, row));
    forms.give(row, { documentId: row.documentId, values });
    return row;
  };

  return async (call, next) => {
    if (call.uid !== UIDS.productVariation) return next();
    if (call.action === 'findOne') return open(next);
    if (call.action === 'clone') {
      throw new CommerceError(
        'invalid_input',
        'A variation cannot be cloned: its options would not be unique. Tick another option on the product instead.'
      );
    }
    if (call.action === 'create' || call.action === 'update') {
      return save(call, next, call.action === 'create');
    }
    const { documentId } = call.params;
    if (call.action === 'delete' && documentId !== undefined) return remove(documentId, next);
    return next();
  };
}

/** What a new variation is of is known once its links are there. Until then it must be unique and belong to nobody. */
function unknownYet(): Fields {
  return {
    productDocumentId: '?',
    optionKey: `?${createId()}`,
    isDefault: false,
    retired: false,
    saleId: null,
  };
}

type Settled = VariationBefore['variation'];

/** The answer carries what was settled, as if the host had written it. */
function showSettled(
  row: HostRow,
  { productDocumentId, optionKey, sku, isDefault, position }: Settled
): void {
  const fresh = { productDocumentId, optionKey, sku, isDefault, position };
  for (const [field, value] of Object.entries(fresh)) if (field in row) row[field] = value;
}
