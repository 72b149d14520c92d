import { type EditableKey, type EditedValues, valueAt } from './editable';

export type SettingSource = 'default' | 'file' | 'admin';

/** One setting, as it is in force and where that comes from. */
export interface SettingField {
  value: unknown;
  source: SettingSource;
  fileValue: unknown;
  by: string | null;
  at: string | null;
}

export function fieldOf(
  key: EditableKey,
  shop: {
    /** As they are in force. */
    settings: unknown;
    /** The config file, as it is written and as it is read. */
    site: { given: unknown; settings: unknown };
    edited: EditedValues;
    changes: Partial<Record<string, { by: string; at: string }>>;
  }
): SettingField {
  const isEdited = key in shop.edited;
  const fromFile = valueAt(shop.site.given, key) === undefined ? 'default' : 'file';
  const change = isEdited ? shop.changes[key] : undefined;
  return {
    value: valueAt(shop.settings, key),
    source: isEdited ? 'admin' : fromFile,
    fileValue: valueAt(shop.site.settings, key),
    by: change?.by ?? null,
    at: change?.at ?? null,
  };
}
