/** The options of a variation by its key, as server/domain/catalogue/option-key.ts writes it. '' is none. */
export function optionIds(optionKey: string | null): string[] {
  return optionKey ? optionKey.split('|') : [];
}
