import { createId } from '@paralleldrive/cuid2';

import type { LegalSettings, SiteSettings } from '../config/editable';
import type { Settings } from '../config';
import { CommerceError, type InputIssue } from '../domain/errors';
import { type EditedValues, isEditable, withoutKeys } from '../domain/settings/editable';
import type { AddedOptionTypes } from '../storage/added-option-types';
import type { Database } from '../storage/database';
import {
  findSettings,
  findSettingsHead,
  lockSettings,
  type StoredSettings,
  writeSettings,
} from '../storage/shop-settings';
import { checkChange, type SettingsChange } from './shop-settings/check-change';
import { inTurn } from './shop-settings/in-turn';
import { keepOptionTypes } from './shop-settings/keep-option-types';

export type ShopSettings = ReturnType<typeof createShopSettings>;

/** How long another server may go on with what was changed here, in milliseconds. */
const LOOK_EVERY = 5000;

/** What is in force, with where it comes from. */
export interface SettingsInForce {
  settings: Settings;
  site: SiteSettings;
  edited: EditedValues;
  leftOut: InputIssue[];
  stored: StoredSettings;
}

/**
 * What editors decide without a deploy: their values over the config file's, in force on all servers within seconds. This
 * server puts a change in force before it answers; the others look for one every five seconds, in one small statement
 * that no request waits for, whether they run tasks or not.
 */
export function createShopSettings(shop: {
  site: SiteSettings;
  database: Database;
  optionTypes: AddedOptionTypes;
  readStored: (stored: Record<string, unknown>) => LegalSettings;
  readEdited: (edited: EditedValues) => { settings?: Settings; issues?: InputIssue[] };
  /** Composes the shop anew. */
  apply: (settings: Settings) => void;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { site, database, warn } = shop;
  const turn = inTurn();
  let timer: NodeJS.Timeout | undefined;
  let head = '';
  let inForce: SettingsInForce = {
    settings: site.settings,
    site,
    edited: {},
    leftOut: [],
    stored: { version: '', values: {}, changes: {} },
  };

  /** Before the first request. A document that cannot be used never stops the start. */
  async function start(): Promise<void> {
    await turn(load);
    timer = setInterval(() => void look(), LOOK_EVERY).unref();
  }

  /** Puts in force what was changed elsewhere. It never throws. */
  async function look(): Promise<void> {
    await turn(async () => {
      if ((await findSettingsHead(database.read)) !== head) await load();
    }).catch((error: unknown) => {
      // It is looked again in a moment; until then the shop goes on with what it knows.
      warn(`the settings could not be looked at: ${String(error)}`);
    });
  }

  async function load(): Promise<void> {
    const found = await findSettings(database.read);
    if (found.head === head) return;
    const { settings, edited, leftOut } = shop.readStored(found.stored.values);
    const all = found.broken ? [{ path: '', message: 'cannot be read' }, ...leftOut] : leftOut;
    for (const { path, message } of all) {
      warn(`what was set in the admin is left out: "${path}" ${message}`);
    }
    shop.apply(settings);
    inForce = { settings, site, edited, leftOut: all, stored: found.stored };
    head = found.head;
  }

  /**
   * Changes some settings, and takes others back to the file's value; all of it or nothing.
   *
   * @throws CommerceError settings_changed when somebody else was faster; invalid_input `{issues}` by the settings' keys
   */
  async function save(change: SettingsChange, by: string): Promise<SettingsInForce> {
    const at = shop.clock();
    await database.transaction(async (trx) => {
      await lockSettings(trx);
      const { stored } = await findSettings(trx);
      if (stored.version !== change.version) throw changedMeanwhile(stored.version);
      const values = valuesAfter(stored.values, change);
      const read = shop.readEdited(values);
      if (!read.settings) throw invalid(read.issues ?? []);
      const before = shop.readStored(stored.values).settings;
      const issues = [
        ...(await checkChange(trx, before, read.settings, at)),
        ...(await keepOptionTypes(trx, shop.optionTypes, change, {
          before: before.optionTypes,
          after: read.settings.optionTypes,
        })),
      ];
      if (issues.length > 0) throw invalid(issues);
      const changes = withoutKeys(stored.changes, change.reset);
      for (const key of Object.keys(change.set)) changes[key] = { by, at: at.toISOString() };
      await writeSettings(trx, { version: createId(), values, changes });
    });
    await turn(load);
    return inForce;
  }

  return {
    start,
    look,
    save,
    inForce: () => inForce,
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** What is no setting (any more) goes with the next change. */
function valuesAfter(before: Record<string, unknown>, { set, reset }: SettingsChange) {
  const known = Object.fromEntries(Object.entries(before).filter(([key]) => isEditable(key)));
  return { ...withoutKeys(known, reset), ...set };
}

function invalid(issues: InputIssue[]): CommerceError {
  const summary = issues.map(({ path, message }) => `${path} ${message}`).join('; ');
  return new CommerceError('invalid_input', summary, { issues });
}

function changedMeanwhile(version: string): CommerceError {
  return new CommerceError(
    'settings_changed',
    'Somebody else has changed the settings meanwhile. Look at theirs, and save again.',
    { version }
  );
}
