import type { Settings } from '../../config';
import type { InputIssue } from '../../domain/errors';
import { collidingNumber } from '../../domain/settings/colliding-number';
import type { EditableKey, EditedValues } from '../../domain/settings/editable';
import { likeOf } from '../../domain/settings/number-pattern';
import type { Transaction } from '../../storage/database';
import { findGivenNumbers, hasOrders, lastNumber } from '../../storage/given-numbers';
import { readLogo } from '../../storage/logos';
import { seriesOfFormat } from './number-series';

/** What an editor wants, who has seen the settings in a version. */
export interface SettingsChange {
  version: string;
  set: EditedValues;
  reset: EditableKey[];
}

/** What the stored shop forbids, however legal the values are by themselves. */
export async function checkChange(
  trx: Transaction,
  before: Settings,
  after: Settings,
  now: Date
): Promise<InputIssue[]> {
  return [
    ...(await checkCurrency(trx, before, after)),
    ...(await checkNumbers(trx, before, after, now)),
    ...(await checkLogo(before, after)),
  ];
}

/** Orders are figures in a currency; all of a shop's are in one. */
async function checkCurrency(trx: Transaction, before: Settings, after: Settings) {
  if (before.currency === after.currency || !(await hasOrders(trx))) return [];
  return [{ path: 'currency', message: 'is fixed since there are orders' }];
}

const FORMATS = [
  { key: 'numberFormat', of: 'order' },
  { key: 'invoiceFormat', of: 'invoice' },
  { key: 'creditNoteFormat', of: 'credit_note' },
] as const;

/** A number that was given must not come a second time: the order or document could not be written. */
async function checkNumbers(trx: Transaction, before: Settings, after: Settings, now: Date) {
  const issues: InputIssue[] = [];
  for (const { key, of } of FORMATS) {
    const format = after.order[key];
    if (format === before.order[key]) continue;
    const given = await findGivenNumbers(trx, of, likeOf(format));
    const last = await lastNumber(trx, seriesOfFormat(of, format, now));
    const again = collidingNumber(format, last, given, now);
    if (again !== null) {
      issues.push({
        path: `order.${key}`,
        message: `would come to ${again}, a number that is given already`,
      });
    }
  }
  return issues;
}

/** A file of the server is the config file's to name; editors give the picture itself. */
async function checkLogo({ shop: { logo: before } }: Settings, { shop: { logo } }: Settings) {
  if (logo === '' || logo === before) return [];
  if (!logo.startsWith('data:')) return [{ path: 'shop.logo', message: 'must be a picture' }];
  try {
    await readLogo(logo);
    return [];
  } catch (error) {
    return [{ path: 'shop.logo', message: `cannot be printed: ${(error as Error).message}` }];
  }
}
