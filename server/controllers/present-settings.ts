import type { Shop } from '../compose';
import type { MailsDto, SettingsDto, ShippingTrialDto, TaxTrialDto } from '../contracts/settings';
import { CURRENCY_CODES } from '../domain/money/currency';
import { formatAmount } from '../domain/money/format';

type Desk = Shop['settingsDesk'];
type Answer<Name extends keyof Desk> = Desk[Name] extends (...values: never[]) => infer Result
  ? Awaited<Result>
  : never;

export function presentSettings(shown: Answer<'show'>, shop: Shop): SettingsDto {
  const { settings, providers } = shop;
  return {
    ...shown,
    currencies: [...CURRENCY_CODES],
    providers: {
      tax: settings.providers.tax ? providers.tax.name : null,
      shipping: settings.providers.shipping ? providers.shipping.name : null,
    },
  };
}

export function presentTaxTrial(trial: Answer<'taxOf'>): TaxTrialDto {
  const { currency, included, base, amount, rate } = trial;
  return {
    currency,
    included,
    amount: formatAmount(base, currency),
    tax: formatAmount(amount, currency),
    rate,
  };
}

export function presentShippingTrial({
  currency,
  options,
}: Answer<'shippingOf'>): ShippingTrialDto {
  return {
    currency,
    options: options.map(({ code, label, amount }) => ({
      code,
      label,
      amount: formatAmount(amount, currency),
    })),
  };
}

export function presentMails(
  languages: string[],
  kinds: ReturnType<Shop['mailDesk']['kinds']>
): MailsDto {
  return { languages, kinds };
}
