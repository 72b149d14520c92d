import { type ProductOption, sortOptions } from './option';
import { optionsOfKey } from './option-key';
import type { OptionChoice } from './sellable';

/** One language of an option. */
export interface NamedOption extends ProductOption {
  locale: string;
}

/**
 * What a combination is called: Size M, Colour Red, in the order of the types. Each option in the first of these
 * languages that it is named in, else in any. Options that are gone have no name, and are left out.
 */
export function nameOptions(
  optionKey: string,
  rows: readonly NamedOption[],
  locales: readonly string[],
  typeOrder: readonly string[]
): OptionChoice[] {
  const rank = ({ locale }: NamedOption) => {
    const index = locales.indexOf(locale);
    return index < 0 ? locales.length : index;
  };
  const named = optionsOfKey(optionKey).flatMap(
    (documentId) =>
      rows.filter((row) => row.documentId === documentId).sort((a, b) => rank(a) - rank(b))[0] ?? []
  );
  return sortOptions(named, typeOrder).map(({ type, name }) => ({ type, value: name }));
}
