import type { InputIssue } from '../domain/errors';
import {
  EDITABLE_KEYS,
  type EditableKey,
  type EditedValues,
  isEditable,
  withEdited,
  withoutKeys,
} from '../domain/settings/editable';
import { checkSettings, readSettings, type Settings } from '../config';

/** What the site's file says, as it is written there and as it is read. */
export interface SiteSettings {
  given: unknown;
  settings: Settings;
}

export interface LegalSettings {
  settings: Settings;
  /** What of the editors' values is in force. */
  edited: EditedValues;
  /** What is not, and why. */
  leftOut: InputIssue[];
}

export const readSite = (given: unknown): SiteSettings => ({
  given,
  settings: readSettings(given),
});

/** The file's settings with what editors want over them, or what is wrong with that. */
export function readEdited({ given }: SiteSettings, edited: EditedValues) {
  return checkSettings(withEdited(given, edited));
}

/**
 * The same for values that are stored already. What is not legal (any more: after an upgrade, by hand, or beside a file
 * that has changed) is left out instead of stopping the shop.
 */
export function readStored(site: SiteSettings, stored: Record<string, unknown>): LegalSettings {
  let edited: EditedValues = {};
  const leftOut: InputIssue[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (isEditable(key)) edited[key] = value;
    else leftOut.push({ path: key, message: 'is not a setting of the admin' });
  }
  for (;;) {
    const read = readEdited(site, edited);
    if (read.settings) return { settings: read.settings, edited, leftOut };
    const wrong = culprits(read.issues, edited);
    for (const key of wrong) {
      const issue = read.issues.find(({ path }) => belongsTo(path, key)) ?? read.issues[0];
      leftOut.push({ path: issue?.path ?? key, message: issue?.message ?? 'is not legal' });
    }
    edited = withoutKeys(edited, wrong);
  }
}

/** At least one, since the file alone is legal. */
function culprits(issues: readonly InputIssue[], edited: EditedValues): EditableKey[] {
  const set = EDITABLE_KEYS.filter((key) => key in edited);
  const named = set.filter((key) => issues.some(({ path }) => belongsTo(path, key)));
  if (named.length > 0) return named;
  const sections = issues.map(({ path }) => path.split('.')[0]);
  const near = set.filter((key) => sections.includes(key.split('.')[0]));
  return near.length > 0 ? near : set;
}

const belongsTo = (path: string, key: string) => path === key || path.startsWith(`${key}.`);
