import type { VariationRow } from '../api/variations';
import { optionIds } from './option-ids';
import type { OptionNames } from './use-option-names';

/** ["M", "Red"], in the shop's order of types; null when it has no options, or when the role may not read them. */
export function optionWords(
  { optionKey }: Pick<VariationRow, 'optionKey'>,
  names: OptionNames,
  optionTypes: readonly string[]
): { type: string; name: string }[] | null {
  const words = optionIds(optionKey).flatMap((id) => names.get(id) ?? []);
  if (words.length === 0) return null;
  const rank = (type: string) => {
    const index = optionTypes.indexOf(type);
    return index < 0 ? optionTypes.length : index;
  };
  return words.sort((a, b) => rank(a.type) - rank(b.type) || a.type.localeCompare(b.type));
}

export type SaleState = 'none' | 'running' | 'planned' | 'over';

/** From its start, until its end; without one of them, from ever or for ever. */
export function saleState(
  { salePrice, saleFrom, saleTo }: Pick<VariationRow, 'salePrice' | 'saleFrom' | 'saleTo'>,
  now: Date
): SaleState {
  if (salePrice === null) return 'none';
  if (saleTo !== null && now >= new Date(saleTo)) return 'over';
  return saleFrom !== null && now < new Date(saleFrom) ? 'planned' : 'running';
}
