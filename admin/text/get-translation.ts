import { PLUGIN_ID } from '../../content-types/uids';
import type en from '../translations/en';

/** A text of the admin. English has them all; the other languages fall back to it. */
export type TextKey = keyof typeof en;

/** The id under which the host knows a text of ours. */
export function getTranslation(key: TextKey): string {
  return `${PLUGIN_ID}.${key}`;
}
