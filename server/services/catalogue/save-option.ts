import type { Knex } from 'knex';

import { invalidInput } from '../../domain/errors';
import { isOptionUsed, readOptionTypes } from '../../storage/options';
import type { CatalogueContext } from './context';

type Fields = Record<string, unknown>;

/**
 * An option as an editor sends it: of a type that the shop knows, with a name. What is not sent stays out.
 * Renaming one changes no SKU: they stand on invoices and in other systems.
 */
export async function readOptionInput(context: CatalogueContext, data: Fields): Promise<Fields> {
  return { ...data, ...(await readType(data, context)), ...readName(data) };
}

async function readType(
  { type }: Fields,
  { settings, addedOptionTypes }: CatalogueContext
): Promise<Fields> {
  if (type === undefined) return {};
  if (typeof type === 'string' && settings.optionTypes.includes(type)) return { type };
  const legal = [...settings.optionTypes, ...(await addedOptionTypes())];
  if (typeof type !== 'string' || !legal.includes(type)) {
    throw invalidInput('type', `type must be one of: ${legal.join(', ')}.`);
  }
  return { type };
}

function readName({ name }: Fields): Fields {
  if (name === undefined) return {};
  const text = typeof name === 'string' ? name.trim() : '';
  if (text === '') throw invalidInput('name', 'An option needs a name.');
  return { name: text };
}

/** Products are made of one option of a type, so an option that is in use keeps its type. */
export async function checkOptionType(
  trx: Knex.Transaction,
  documentId: string,
  before: readonly string[]
): Promise<void> {
  const now = await readOptionTypes(trx, documentId);
  const changed = before.length > 0 && now.some((type) => !before.includes(type));
  if (changed && (await isOptionUsed(trx, documentId))) {
    throw invalidInput('type', 'Products use this option, so its type cannot change any more.');
  }
}
