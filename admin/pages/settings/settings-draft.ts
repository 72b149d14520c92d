import type { EditableKey, SettingsDto } from '../../../server/contracts/settings';

/** What an editor has changed and not saved: new values, and keys that go back to the config file. */
export interface SettingsDraft {
  set: Partial<Record<EditableKey, unknown>>;
  reset: EditableKey[];
}

export const NO_CHANGE: SettingsDraft = { set: {}, reset: [] };

type Fields = SettingsDto['fields'];

export function valueIn(fields: Fields, { set, reset }: SettingsDraft, key: EditableKey): unknown {
  if (key in set) return set[key];
  return reset.includes(key) ? fields[key].fileValue : fields[key].value;
}

/** Typing back what is in force is no change. */
export function withValue(
  fields: Fields,
  { set, reset }: SettingsDraft,
  key: EditableKey,
  value: unknown
): SettingsDraft {
  const { [key]: _, ...others } = set;
  const isSame = isEqual(value, fields[key].value);
  return {
    set: isSame ? others : { ...others, [key]: value },
    reset: reset.filter((one) => one !== key),
  };
}

export function withReset(
  fields: Fields,
  { set, reset }: SettingsDraft,
  key: EditableKey
): SettingsDraft {
  const { [key]: _, ...others } = set;
  const isSet = fields[key].source === 'admin';
  return { set: others, reset: isSet ? [...new Set([...reset, key])] : reset };
}

export const isChanged = ({ set, reset }: SettingsDraft): boolean =>
  Object.keys(set).length > 0 || reset.length > 0;

/** What both have changed: an editor here, and somebody else since this page was opened. */
export function bothChanged(
  before: Fields,
  after: Fields,
  { set, reset }: SettingsDraft
): EditableKey[] {
  const mine = [...(Object.keys(set) as EditableKey[]), ...reset];
  return mine.filter((key) => !isEqual(before[key].value, after[key].value));
}

/** Values are plain JSON, whose keys the server writes in one order and the form in another. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => isEqual(one, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => isEqual(a[key], b[key]));
  }
  return a === b;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
