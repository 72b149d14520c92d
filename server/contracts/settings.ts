import type { EditableKey } from '../domain/settings/editable';
import type { MailKind } from '../domain/mails/mail';
import type { Placeholder } from '../domain/mails/placeholders';
import type { MoneyText, TimeText } from './money';

export type { EditableKey, MailKind, Placeholder };

/** Where a value comes from: nobody said anything, the config file, or an editor in the admin. */
export type SettingSource = 'default' | 'file' | 'admin';

export interface SettingDto {
  value: unknown;
  source: SettingSource;
  /** What it goes back to: that of the config file, else the default. */
  fileValue: unknown;
  /** Who set it here, and when. */
  by: string | null;
  at: TimeText | null;
}

export interface SettingsDto {
  /** To be sent with a change: whoever was faster is not overwritten. */
  version: string;
  fields: Record<EditableKey, SettingDto>;
  /** What was stored and is not in force, since it is not legal. */
  leftOut: { path: string; message: string }[];
  /** The currency is fixed then. */
  hasOrders: boolean;
  /** Those that have options, and stay. */
  usedOptionTypes: string[];
  /** Codes of ISO 4217. */
  currencies: string[];
  /** Codes of ISO 3166-1. */
  countries: string[];
  /** What carriers and offices of the site's own are called; null where the tables count. */
  providers: { tax: string | null; shipping: string | null };
}

export interface SettingsChangeBody {
  version: string;
  set: Partial<Record<EditableKey, unknown>>;
  reset: EditableKey[];
}

/** Values that are not saved yet. */
export type SettingsDraft = Partial<Record<EditableKey, unknown>>;

export interface TaxTrialBody {
  set: SettingsDraft;
  amount: string;
  country: string;
  region?: string | undefined;
  taxClass?: string | undefined;
}

export interface TaxTrialDto {
  currency: string;
  /** Whether the amount contains the tax. */
  included: boolean;
  amount: MoneyText;
  tax: MoneyText;
  /** null: nothing is taxed there. */
  rate: { rate: string; label: string } | null;
}

export interface ShippingTrialBody {
  set: SettingsDraft;
  amount: string;
  country?: string | undefined;
  weight: number;
}

export interface ShippingTrialDto {
  currency: string;
  options: { code: string; label: string; amount: MoneyText }[];
}

export interface NextNumberDto {
  next: string;
  /** The first number that would come a second time; such a format is refused. */
  given: string | null;
}

export interface MailDto {
  kind: MailKind;
  placeholders: Placeholder[];
  /** The parts that a template of the config file writes, by language; `*` is all of them. */
  templates: Record<string, string[]>;
  /** Our own words, by language. */
  words: Record<string, { subject: string; intro: string }>;
}

export interface MailsDto {
  languages: string[];
  kinds: MailDto[];
}

export interface MailBody {
  kind: MailKind;
  locale: string;
  set: SettingsDraft;
}

export interface MailPreviewDto {
  from: string | null;
  subject: string;
  html: string;
  text: string;
  /** What is wrong with a template of the config file. */
  problems: string[];
}

export interface MailTestDto {
  to: string;
  /** What the e-mail plugin said instead of sending; null when it has taken it. */
  problem: string | null;
}
