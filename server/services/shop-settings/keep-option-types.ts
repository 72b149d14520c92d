import type { InputIssue } from '../../domain/errors';
import type { AddedOptionTypes } from '../../storage/added-option-types';
import { lockCatalogue } from '../../storage/catalogue-lock';
import type { Transaction } from '../../storage/database';
import { findUsedOptionTypes } from '../../storage/options';
import type { SettingsChange } from './check-change';

/**
 * An editor's list is the whole list: a type that is not on it goes, also when an import has added it. One that has options
 * stays; an import that adds some at the same moment waits behind the lock of the catalogue.
 *
 * @returns what is wrong; nothing was changed then
 */
export async function keepOptionTypes(
  trx: Transaction,
  added: AddedOptionTypes,
  change: Pick<SettingsChange, 'set' | 'reset'>,
  { before, after }: { before: readonly string[]; after: readonly string[] }
): Promise<InputIssue[]> {
  const isList = change.set.optionTypes !== undefined;
  if (!isList && !change.reset.includes('optionTypes')) return [];
  await lockCatalogue(trx);
  const fromImports = await added.list();
  // Back to the file's list, those of imports stand beside it again.
  const stay = isList ? after : [...after, ...fromImports];
  const removed = [...before, ...fromImports].filter((type) => !stay.includes(type));
  if (removed.length === 0) return [];
  const used = await findUsedOptionTypes(trx, removed);
  if (used.length > 0) {
    return [{ path: 'optionTypes', message: `must keep ${used.join(', ')}, which has options` }];
  }
  await added.keep(fromImports.filter((type) => stay.includes(type)));
  return [];
}
