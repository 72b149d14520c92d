import type {
  OptionChoicesDto,
  OptionPlanDto,
  VariationSummaryDto,
} from '../contracts/product-panel';
import type { ProductPicturesDto } from '../contracts/product-pictures';
import type { PricesAtDto } from '../contracts/prices-at';
import { formatAmount } from '../domain/money/format';
import type { Amount } from '../domain/money/money';
import type { NamedSummary, OptionChoices, OptionPlan } from '../services/option-plan';
import type { PricesAt } from '../services/prices-at';
import type { ProductPictures } from '../services/product-pictures';

const text = (amount: Amount | null, currency: string) =>
  amount === null ? null : formatAmount(amount, currency);

export function presentChoices({ types, ticked, countingLocale }: OptionChoices): OptionChoicesDto {
  return {
    types: types.map(({ type, mayAdd, options }) => ({
      type,
      mayAdd,
      options: options.map(({ id, documentId, locale, name, position }) => ({
        id,
        documentId,
        locale,
        name,
        position,
      })),
    })),
    ticked,
    countingLocale,
  };
}

export function presentPlan(plan: OptionPlan, currency: string): OptionPlanDto {
  return { ...plan, unitPrice: text(plan.unitPrice, currency), currency };
}

export function presentSummary(summary: NamedSummary, currency: string): VariationSummaryDto {
  const { priceMin, priceMax, standard, standardOptions: options, ...counts } = summary;
  return {
    ...counts,
    priceMin: text(priceMin, currency),
    priceMax: text(priceMax, currency),
    standard: standard && { options, sku: standard.sku },
    currency,
  };
}

export function presentPictures(
  found: ProductPictures,
  mayChangeList: boolean
): ProductPicturesDto {
  const { version, locale, publication, ownLists, variations } = found;
  return {
    version,
    locale,
    publication,
    ownLists,
    mayChangeList,
    variations,
    pictures: found.pictures.map(({ documentId, description, listed, file, variations: shown }) => {
      if (!file) return { documentId, description, listed, file, variations: shown };
      const { id, name, url, alternativeText, width, height, formats } = file;
      const copy = { id, name, url, alternativeText, width, height, formats };
      return { documentId, description, listed, file: copy, variations: shown };
    }),
  };
}

export function presentPricesAt(prices: PricesAt, currency: string): PricesAtDto {
  return {
    at: prices.at.toISOString(),
    currency,
    variations: prices.variations.map(({ current, offer, ...variation }) => ({
      ...variation,
      unitPrice: text(current.unitPrice, currency),
      price: text(current.price, currency),
      onSale: current.onSale,
      offer: offer && {
        price: formatAmount(offer.price, currency),
        sale: offer.sale,
        from: offer.from?.toISOString() ?? null,
        to: offer.to?.toISOString() ?? null,
      },
    })),
    nextStart: prices.nextStart?.toISOString() ?? null,
    nextEnd: prices.nextEnd?.toISOString() ?? null,
  };
}
