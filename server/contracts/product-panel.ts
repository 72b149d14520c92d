import type { OptionChoice } from '../domain/catalogue/sellable';
import type { MoneyText } from './money';

/** An option that can be ticked on a product: a row of it, as the Content Manager connects them. */
export interface OfferedOptionDto {
  id: number;
  documentId: string;
  locale: string;
  name: string;
  position: number;
}

/** `GET /product-options`: what can be ticked, and what is. */
export interface OptionChoicesDto {
  types: {
    type: string;
    /** Whether options of this type can be made; not of one that the settings have no more. */
    mayAdd: boolean;
    options: OfferedOptionDto[];
  }[];
  /** Documents, as saved. */
  ticked: string[];
  /** The language whose ticks count. */
  countingLocale: string;
}

export interface PlannedVariationDto {
  options: OptionChoice[];
  sku: string | null;
}

/** `POST /products/plan`: what saving would do. With `count` above `most` it would be refused. */
export interface OptionPlanDto {
  count: number;
  most: number;
  create: PlannedVariationDto[];
  keep: PlannedVariationDto[];
  revive: PlannedVariationDto[];
  retire: PlannedVariationDto[];
  /** Of the new ones. */
  unitPrice: MoneyText | null;
  currency: string;
}

/** `GET /products/:documentId/summary`: what its variations come down to. */
export interface VariationSummaryDto {
  live: number;
  retired: number;
  priceMin: MoneyText | null;
  priceMax: MoneyText | null;
  withoutPrice: number;
  /** Of those whose stock is counted; null when none is. */
  stock: number | null;
  soldOut: number;
  uncounted: number;
  standard: PlannedVariationDto | null;
  currency: string;
}
