import type { Settings } from '../../config';
import { CommerceError, type InputIssue } from '../../domain/errors';
import { EDITABLE_KEYS, type EditableKey, type EditedValues } from '../../domain/settings/editable';
import { fieldOf, type SettingField } from '../../domain/settings/field-of';
import { collidingNumber } from '../../domain/settings/colliding-number';
import { likeOf } from '../../domain/settings/number-pattern';
import { money, ZERO } from '../../domain/money/money';
import { parseAmount } from '../../domain/money/parse-amount';
import { COUNTRIES } from '../../domain/orders/countries';
import { formatNumber } from '../../domain/orders/numbers';
import { readQuotes } from '../../domain/shipping/read-quotes';
import type { OfferedShippingOption } from '../../domain/shipping/shipping-options';
import { readTaxes, type Taxed } from '../../domain/taxes/read-taxes';
import { ask } from '../../providers/ask';
import { type Providers, withSettings } from '../../providers/resolve';
import type { Database } from '../../storage/database';
import { findGivenNumbers, hasOrders, lastNumber } from '../../storage/given-numbers';
import { findAllOptionTypes } from '../../storage/options';
import { type Numbered, seriesOfFormat } from './number-series';
import type { ShopSettings } from '../shop-settings';

export type SettingsDesk = ReturnType<typeof createSettingsDesk>;

/** What editors ask about the settings before they save them: each question may bring values that are not saved yet. */
export function createSettingsDesk(shop: {
  shopSettings: ShopSettings;
  readEdited: (edited: EditedValues) => { settings?: Settings; issues?: InputIssue[] };
  providers: Providers;
  database: Database;
  addedOptionTypes: () => Promise<string[]>;
  clock: () => Date;
}) {
  const { database } = shop;

  /** @throws CommerceError invalid_input `{issues}` */
  function draft(set: EditedValues): Settings {
    const read = shop.readEdited({ ...shop.shopSettings.inForce().edited, ...set });
    if (read.settings) return read.settings;
    const issues = read.issues ?? [];
    const summary = issues.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new CommerceError('invalid_input', summary, { issues });
  }

  return {
    draft,

    /** What is in force, and what editors must know to change it. */
    async show() {
      const { stored, leftOut, ...inForce } = shop.shopSettings.inForce();
      const added = await shop.addedOptionTypes();
      const field = (key: EditableKey) => fieldOf(key, { ...inForce, changes: stored.changes });
      const fields = Object.fromEntries(EDITABLE_KEYS.map((key) => [key, field(key)])) as Record<
        EditableKey,
        SettingField
      >;
      const { optionTypes } = inForce.settings;
      const more = added.filter((type) => !optionTypes.includes(type));
      return {
        version: stored.version,
        leftOut,
        // Those that an import has added are as good as the others, and come last.
        fields: {
          ...fields,
          optionTypes: { ...fields.optionTypes, value: [...optionTypes, ...more] },
        },
        countries: [...COUNTRIES],
        usedOptionTypes: await findAllOptionTypes(database.read),
        hasOrders: await hasOrders(database.read),
      };
    },

    /** The tax in or on an amount that goes somewhere. @throws CommerceError provider_failed, invalid_amount */
    async taxOf(
      set: EditedValues,
      question: { amount: string; country: string; region: string | null; taxClass: string | null }
    ): Promise<Taxed & { currency: string; included: boolean }> {
      const settings = draft(set);
      const { currency } = settings;
      const { included } = settings.tax;
      const { tax } = withSettings(shop.providers, settings);
      const amount = parseAmount(question.amount, currency, 'amount');
      const request = {
        currency,
        included,
        items: [{ ...THING, taxClass: question.taxClass, amount: amount.toFixed() }],
        shipping: null,
        address: addressIn(question.country, question.region),
      };
      const { items } = await ask(
        tax.name,
        () => tax.tax(request),
        (answer) => readTaxes(answer, { items: [amount], shipping: null, included, currency })
      );
      const [taxed = { rate: null, base: amount, amount: ZERO }] = items;
      return { ...taxed, currency, included };
    },

    /** What shipping a cart of this worth and weight would cost. @throws CommerceError provider_failed, invalid_amount */
    async shippingOf(
      set: EditedValues,
      question: { amount: string; country: string | null; weight: number }
    ): Promise<{ currency: string; options: OfferedShippingOption[] }> {
      const settings = draft(set);
      const { currency } = settings;
      const { shipping } = withSettings(shop.providers, settings);
      const amount = parseAmount(question.amount, currency, 'amount').toFixed();
      const weight = money(question.weight).toFixed();
      const request = {
        currency,
        items: [{ ...THING, weight, amount }],
        subtotal: amount,
        discountedSubtotal: amount,
        weight,
        address: question.country === null ? null : addressIn(question.country, null),
      };
      const options = await ask(
        shipping.name,
        () => shipping.quote(request),
        (answer) => readQuotes(answer, currency)
      );
      return { currency, options };
    },

    /** The number that a format gives next, and the first one that it would give a second time. */
    async nextNumber(of: Numbered, format: string) {
      const now = shop.clock();
      const last = await lastNumber(database.read, seriesOfFormat(of, format, now));
      const given = await findGivenNumbers(database.read, of, likeOf(format));
      return {
        next: formatNumber(format, last + 1, now),
        given: collidingNumber(format, last, given, now),
      };
    },
  };
}

const THING = { type: 'sample', documentId: 'sample', sku: null, quantity: 1 };

const addressIn = (country: string, state: string | null) =>
  state === null ? { country } : { country, state };
