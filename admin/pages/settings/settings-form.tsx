import { createContext, useContext } from 'react';

import type { EditableKey, SettingsDto } from '../../../server/contracts/settings';
import type { SettingsDraft } from './settings-draft';

/** What the fields of a page of the settings know. */
export interface SettingsForm {
  settings: SettingsDto;
  draft: SettingsDraft;
  /** The values that would count after saving, where they differ from what is in force. */
  unsaved: SettingsDraft['set'];
  /** A role that may only look sees everything, and changes nothing. */
  canEdit: boolean;
  valueOf: (key: EditableKey) => unknown;
  change: (key: EditableKey, value: unknown) => void;
  goBack: (key: EditableKey) => void;
  /** What is wrong at a path, such as `tax.rates.0.rate`, or below it. */
  errorAt: (path: string) => string | undefined;
}

const Form = createContext<SettingsForm | null>(null);

export const SettingsFormProvider = Form.Provider;

export function useSettingsForm(): SettingsForm {
  const form = useContext(Form);
  if (!form) throw new Error('A setting stands on a page of the settings');
  return form;
}

/** One setting; the caller knows what it is of. */
export function useSetting<Value>(key: EditableKey) {
  const { valueOf, change, canEdit } = useSettingsForm();
  return {
    value: valueOf(key) as Value,
    canEdit,
    change: (value: Value) => {
      change(key, value);
    },
  };
}
