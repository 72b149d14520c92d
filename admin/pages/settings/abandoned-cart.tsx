import { Field, Flex, TextInput, Toggle, Typography } from '@strapi/design-system';

import { useText } from '../../text/use-text';
import { SettingFrame } from './setting-frame';
import { useSetting, useSettingsForm } from './settings-form';

/** Off, or so many hours after a cart was left. */
type Reminder = false | { afterHours: number | string };

const A_DAY = { afterHours: 24 };

export function AbandonedCart() {
  const text = useText();
  const { errorAt } = useSettingsForm();
  const { value, change, canEdit } = useSetting<Reminder>('mails.abandonedCart');
  const hours = 'mails.abandonedCart.afterHours';
  return (
    <SettingFrame
      ownErrors
      name="mails.abandonedCart"
      label={text('settings.mail.abandoned-cart')}
      hint={text('settings.mails.abandoned-hint')}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Toggle
          checked={value !== false}
          disabled={!canEdit}
          onLabel={text('settings.on')}
          offLabel={text('settings.off')}
          onChange={({ target }) => {
            change(target.checked && A_DAY);
          }}
        />
        {value !== false && (
          <Field.Root
            name={hours}
            error={errorAt(hours) && text('settings.wrong.hours')}
            width="100%"
          >
            <TextInput
              inputMode="numeric"
              autoComplete="off"
              aria-label={text('settings.mails.after-hours')}
              disabled={!canEdit}
              value={String(value.afterHours)}
              endAction={
                <Typography textColor="neutral600">{text('settings.unit.hours')}</Typography>
              }
              onChange={({ target: { value: typed } }) => {
                change({ afterHours: /^\d+$/.test(typed) ? Number(typed) : typed });
              }}
            />
            <Field.Error />
          </Field.Root>
        )}
      </Flex>
    </SettingFrame>
  );
}
