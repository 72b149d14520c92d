import type { ProductPicturesDto } from '../../../../server/contracts/product-pictures';

export type PicturedVariation = ProductPicturesDto['variations'][number];

export interface OptionShortcut {
  type: string;
  value: string;
  /** The variations that have it. */
  variations: string[];
}

/** "All Red", "All M": each option that some of the variations have and others have not. */
export function optionShortcuts(variations: readonly PicturedVariation[]): OptionShortcut[] {
  const found = new Map<string, OptionShortcut>();
  for (const { documentId, options } of variations) {
    for (const { type, value } of options) {
      const key = JSON.stringify([type, value]);
      const shortcut = found.get(key) ?? { type, value, variations: [] };
      found.set(key, { ...shortcut, variations: [...shortcut.variations, documentId] });
    }
  }
  return [...found.values()].filter((one) => one.variations.length < variations.length);
}

/** "Red / M", else the SKU. */
export function variationName({ options, sku }: PicturedVariation): string | null {
  return options.map(({ value }) => value).join(' / ') || sku;
}
