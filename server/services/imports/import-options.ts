import type { Knex } from 'knex';

import type { OptionChoice } from '../../domain/catalogue/sellable';
import { choiceKey } from '../../domain/imports/check-draft';
import type { ProductDraft } from '../../domain/imports/product-draft';
import { findOptions, nextOptionPosition } from '../../storage/imports/options';
import type { ImportRun } from './tools';

/** Documents of options by `choiceKey`. */
export type OptionIds = Map<string, string>;

/** Each option of a product once, in the order of the file. */
export function choicesOf({ variations }: ProductDraft): OptionChoice[] {
  const all = variations.flatMap(({ options }) => options);
  return [...new Map(all.map((choice) => [choiceKey(choice), choice])).values()];
}

/** The options that the shop has; the same word in another case is the same option. */
export async function findOptionIds(
  db: Knex | Knex.Transaction,
  choices: readonly OptionChoice[],
  locale: string
): Promise<OptionIds> {
  const found = await findOptions(db, choices, locale);
  return new Map(
    choices.flatMap((choice) => {
      const same = found.filter((option) => choiceKey(option) === choiceKey(choice));
      const exact = same.find(({ type, value }) => type === choice.type && value === choice.value);
      const option = exact ?? same.at(0);
      return option ? [[choiceKey(choice), option.documentId] as const] : [];
    })
  );
}

/** Makes the options that the shop lacks, and types for them; behind the lock of the catalogue. */
export async function ensureOptions(
  { tools, locale, notes }: ImportRun,
  trx: Knex.Transaction,
  choices: readonly OptionChoice[]
): Promise<OptionIds> {
  const ids = await findOptionIds(trx, choices, locale);
  const types = [...tools.settings.optionTypes, ...(await tools.optionTypes.list())];
  for (const choice of choices) {
    if (ids.has(choiceKey(choice))) continue;
    const same = (type: string) => type.toLowerCase() === choice.type.toLowerCase();
    const type = types.find((known) => known === choice.type) ?? types.find(same) ?? choice.type;
    if (!types.includes(type)) {
      await tools.optionTypes.add(type);
      types.push(type);
      notes.added('option types', type);
    }
    const position = await nextOptionPosition(trx, type);
    const id = await tools.writer.createOption(locale, { type, name: choice.value, position });
    ids.set(choiceKey(choice), id);
    notes.added('options', `${type} ${choice.value}`);
  }
  return ids;
}
