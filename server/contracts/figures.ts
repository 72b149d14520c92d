import type { PeriodDays } from '../domain/figures/periods';
import type { OptionChoice } from '../domain/catalogue/sellable';
import type { MoneyText } from './money';

export interface RevenueDto {
  amount: MoneyText;
  orders: number;
}

export interface RevenueFiguresDto {
  currency: string;
  /** Today, and the last 7 and 30 days, each with as many days before. */
  periods: { days: PeriodDays; now: RevenueDto; before: RevenueDto }[];
  /** The last 30 days, the oldest first; `day` is a date of UTC. */
  days: (RevenueDto & { day: string })[];
}

export interface BestSellerDto {
  sku: string | null;
  description: string;
  options: OptionChoice[];
  units: number;
  amount: MoneyText;
}

export interface BestSellersDto {
  currency: string;
  sellers: BestSellerDto[];
}
