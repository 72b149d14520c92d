/**
 * The settings that editors decide in the admin. What they set there lies over the value of the config file, key by key.
 * Everything else is for whoever writes the site's code.
 */
export const EDITABLE_KEYS = [
  'currency',
  'optionTypes',
  'minOrderAmount',
  'shop.name',
  'shop.address',
  'shop.taxIds',
  'shop.email',
  'shop.phone',
  'shop.website',
  'shop.logo',
  'shop.footer',
  'shop.bank',
  'tax.included',
  'tax.taxShipping',
  'tax.rates',
  'shipping.options',
  'stock.lowStockThreshold',
  'stock.holdMinutes',
  'stock.offlineHoldDays',
  'checkout.accountRequired',
  'checkout.splitSteps',
  'checkout.paymentStep',
  'checkout.confirmationStep',
  'checkout.requiredFields',
  'checkout.termsRequired',
  'checkout.discountField',
  'order.numberFormat',
  'order.invoiceFormat',
  'order.creditNoteFormat',
  'order.emailFrom',
  'order.emailBcc',
  'mails.orderUrl',
  'mails.cartUrl',
  'mails.receipt',
  'mails.paymentReceived',
  'mails.shipped',
  'mails.refunded',
  'mails.cancelled',
  'mails.paymentLink',
  'mails.abandonedCart',
  'mails.texts',
] as const;

export type EditableKey = (typeof EDITABLE_KEYS)[number];

/** What editors have set, by key. */
export type EditedValues = Partial<Record<EditableKey, unknown>>;

const KEYS: ReadonlySet<string> = new Set(EDITABLE_KEYS);

export const isEditable = (key: string): key is EditableKey => KEYS.has(key);

/** The value at a key, of settings or of a config file; undefined where there is none. */
export function valueAt(settings: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((value, step) => {
    const isSection = typeof value === 'object' && value !== null;
    return isSection ? (value as Record<string, unknown>)[step] : undefined;
  }, settings);
}

export const withoutKeys = <Value>(
  values: Partial<Record<string, Value>>,
  keys: readonly string[]
): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).filter(([key]) => !keys.includes(key)) as [string, Value][]
  );

/** A config file with the editors' values over its own. Neither of the two is changed. */
export function withEdited(file: unknown, edited: EditedValues): unknown {
  return Object.entries(edited).reduce<unknown>(
    (settings, [key, value]) => putAt(settings, key.split('.'), value),
    file
  );
}

function putAt(settings: unknown, [step = '', ...rest]: string[], value: unknown): unknown {
  const section = typeof settings === 'object' && settings !== null ? settings : {};
  const inner = (section as Record<string, unknown>)[step];
  return { ...section, [step]: rest.length === 0 ? value : putAt(inner, rest, value) };
}
