/** One row of the shop's tax table. `rate` is a percentage in text: '19', '8.25'. */
export interface TaxRate {
  /** ISO 3166 code, or '*' for any country. */
  country: string;
  region?: string;
  /** Without class it is the default rate, and that of shipping. */
  class?: string;
  rate: string;
  label: string;
}

export interface TaxedThing {
  /** null before an address is known: only '*' applies then. */
  country: string | null;
  region: string | null;
  /** null for shipping and for whatever has no class of its own. */
  taxClass: string | null;
}

/**
 * The one rate for a thing (rules 9.1), or null for no tax. Of the rates that fit, the place decides before
 * the class: an exact country beats '*', an exact region beats none, then the class's own beats the default.
 * With DE 19, DE books 7 and * books 5: a German book pays 7, a German shirt 19, a French book 5, a French
 * shirt nothing. With DE 19 and * books 5 a German book pays 19: another country's rate never comes in by its
 * class. Capitals and blanks around do not matter; of two equal rows the first counts. It computes no tax.
 */
export function findTaxRate(rates: readonly TaxRate[], thing: TaxedThing): TaxRate | null {
  let best: { rate: TaxRate; rank: number } | null = null;
  for (const rate of rates) {
    const rank = rankOf(rate, thing);
    if (rank !== null && (best === null || rank > best.rank)) best = { rate, rank };
  }
  return best?.rate ?? null;
}

/** How closely a rate fits, the place counting more than the class; null when it does not fit at all. */
function rankOf(rate: TaxRate, { country, region, taxClass }: TaxedThing): number | null {
  const anyCountry = rate.country.trim() === '*';
  if (!anyCountry && word(rate.country) !== word(country)) return null;
  if (word(rate.region) && word(rate.region) !== word(region)) return null;
  if (word(rate.class) && word(rate.class) !== word(taxClass)) return null;
  return (anyCountry ? 0 : 4) + (word(rate.region) ? 2 : 0) + (word(rate.class) ? 1 : 0);
}

function word(text: string | null | undefined): string {
  return (text ?? '').trim().toUpperCase();
}
