import { money, ZERO, type Amount } from '../money/money';

/** A way of shipping as the shop configures it. */
export interface ShippingOption {
  code: string;
  label: string;
  amount: string;
  /** The discounted subtotal from which it costs nothing, inclusive. */
  freeFrom?: string | null;
  /** Where it goes; missing or empty: everywhere. */
  countries?: readonly string[] | null;
  /** In grams, inclusive. */
  maxWeight?: number | null;
}

export interface OfferedShippingOption {
  code: string;
  label: string;
  amount: Amount;
}

export interface Parcel {
  country: string | null;
  discountedSubtotal: Amount;
  /** Grams × quantity over all lines. */
  weight: Amount;
}

/**
 * The options that this cart can have, in the shop's order, with what they cost it (rules 9.2). 4.95, free
 * from 50.00: 49.99 pays 4.95, 50.00 pays nothing. Before a country is known only options that go everywhere
 * are offered: nothing is promised that an address could take back. It knows nothing of codes with free
 * shipping: they change the charge, not the offer.
 */
export function offeredShippingOptions(
  options: readonly ShippingOption[],
  parcel: Parcel
): OfferedShippingOption[] {
  return options
    .filter((option) => goesTo(option, parcel.country) && carries(option, parcel.weight))
    .map((option) => ({
      code: option.code,
      label: option.label,
      amount: chargeFor(option, parcel),
    }));
}

function goesTo({ countries }: ShippingOption, country: string | null): boolean {
  if (!countries?.length) return true;
  return (
    country !== null && countries.some((served) => served.toUpperCase() === country.toUpperCase())
  );
}

function carries({ maxWeight }: ShippingOption, weight: Amount): boolean {
  return maxWeight === undefined || maxWeight === null || weight.lte(maxWeight);
}

function chargeFor({ amount, freeFrom }: ShippingOption, { discountedSubtotal }: Parcel): Amount {
  const free = freeFrom !== undefined && freeFrom !== null && discountedSubtotal.gte(freeFrom);
  return free ? ZERO : money(amount);
}

export interface ShippingChoice {
  /** null: nothing is chosen (yet), and shipping counts 0. */
  option: OfferedShippingOption | null;
  /** The shopper's choice is no longer offered, and the cart says so in a notice. */
  dropped: boolean;
}

/**
 * Which of the offered options counts (rules 9.2): the shopper's, while it is offered; a single one is chosen
 * by itself, also in place of one that was dropped. It does not refuse an empty offer: placement does.
 */
export function chooseShippingOption(
  offered: readonly OfferedShippingOption[],
  chosenCode: string | null
): ShippingChoice {
  const chosen = offered.find((option) => option.code === chosenCode);
  if (chosen) return { option: chosen, dropped: false };
  const [only] = offered;
  return { option: offered.length === 1 && only ? only : null, dropped: chosenCode !== null };
}
