import {
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Toggle,
  Typography,
} from '@strapi/design-system';

import { useIntl } from 'react-intl';

import type { EditableKey } from '../../../server/contracts/settings';
import { typedAmount } from '../../text/typed-amount';
import { useText } from '../../text/use-text';
import { SettingFrame } from './setting-frame';
import { useSetting, useSettingsForm } from './settings-form';

interface SettingProps {
  name: EditableKey;
  label: string;
  hint?: string;
}

/** One line of text. `nullable`: an empty one is none at all. */
export function TextSetting({
  type = 'text',
  nullable = false,
  placeholder,
  ...frame
}: SettingProps & { type?: string; nullable?: boolean; placeholder?: string }) {
  const { value, change, canEdit } = useSetting<string | null>(frame.name);
  return (
    <SettingFrame {...frame}>
      <TextInput
        type={type}
        autoComplete="off"
        placeholder={placeholder}
        disabled={!canEdit}
        value={value ?? ''}
        onChange={({ target }) => {
          change(nullable && target.value === '' ? null : target.value);
        }}
      />
    </SettingFrame>
  );
}

/** A list of lines, written one below the other. Empty ones are left out when the field is left. */
export function LinesSetting(frame: SettingProps) {
  const { value, change, canEdit } = useSetting<string[]>(frame.name);
  return (
    <SettingFrame {...frame}>
      <Textarea
        disabled={!canEdit}
        value={value.join('\n')}
        onChange={({ target }) => {
          change(target.value === '' ? [] : target.value.split('\n'));
        }}
        onBlur={() => {
          change(value.map((line) => line.trim()).filter(Boolean));
        }}
      />
    </SettingFrame>
  );
}

export function SwitchSetting(frame: SettingProps) {
  const text = useText();
  const { value, change, canEdit } = useSetting<boolean>(frame.name);
  return (
    <SettingFrame {...frame}>
      <Toggle
        checked={value}
        disabled={!canEdit}
        onLabel={text('settings.on')}
        offLabel={text('settings.off')}
        onChange={({ target }) => {
          change(target.checked);
        }}
      />
    </SettingFrame>
  );
}

/** A whole number. What is none is sent as it is typed, and refused at its field. */
export function NumberSetting({
  unit,
  nullable = false,
  ...frame
}: SettingProps & { unit?: string; nullable?: boolean }) {
  const { value, change, canEdit } = useSetting<number | string | null>(frame.name);
  const read = (typed: string) => {
    if (typed === '' && nullable) return null;
    return /^\d+$/.test(typed) ? Number(typed) : typed;
  };
  return (
    <SettingFrame {...frame}>
      <TextInput
        inputMode="numeric"
        autoComplete="off"
        disabled={!canEdit}
        value={String(value ?? '')}
        endAction={unit && <Typography textColor="neutral600">{unit}</Typography>}
        onChange={({ target }) => {
          change(read(target.value));
        }}
      />
    </SettingFrame>
  );
}

/** An amount in the shop's currency, as somebody types it; an empty one is none. */
export function AmountOfShop(frame: SettingProps) {
  const { locale } = useIntl();
  const currency = String(useSettingsForm().valueOf('currency'));
  const { value, change, canEdit } = useSetting<string | null>(frame.name);
  return (
    <SettingFrame {...frame}>
      <TextInput
        inputMode="decimal"
        autoComplete="off"
        disabled={!canEdit}
        value={value ?? ''}
        endAction={<Typography textColor="neutral600">{currency}</Typography>}
        onChange={({ target }) => {
          change(target.value.trim() === '' ? null : typedAmount(target.value, locale));
        }}
      />
    </SettingFrame>
  );
}

export function ChoiceSetting({
  choices,
  isFixed = false,
  ...frame
}: SettingProps & { choices: { value: string; label: string }[]; isFixed?: boolean }) {
  const { value, change, canEdit } = useSetting<string>(frame.name);
  return (
    <SettingFrame {...frame}>
      <SingleSelect
        value={value}
        disabled={!canEdit || isFixed}
        onChange={(chosen) => {
          change(String(chosen));
        }}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice.value} value={choice.value}>
            {choice.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </SettingFrame>
  );
}
