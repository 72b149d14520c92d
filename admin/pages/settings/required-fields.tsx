import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';

import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { Columns } from './columns';
import { Source } from './setting-frame';
import { useSetting } from './settings-form';

/** In the order in which the defaults name them, so that ticking one again is no change. */
const FIELDS = {
  email: 'settings.field.email',
  firstName: 'settings.field.first-name',
  lastName: 'settings.field.last-name',
  company: 'settings.field.company',
  street: 'settings.field.street',
  street2: 'settings.field.street2',
  city: 'settings.field.city',
  country: 'settings.field.country',
  postcode: 'settings.field.postcode',
  state: 'settings.field.state',
  phone: 'settings.field.phone',
} satisfies Record<string, TextKey>;

type FieldName = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as FieldName[];

/** What a shopper cannot leave empty. */
export function RequiredFields() {
  const text = useText();
  const id = useId();
  const { value, change, canEdit } = useSetting<FieldName[]>('checkout.requiredFields');
  const label = text('settings.required-fields');
  return (
    <Flex role="group" aria-labelledby={id} direction="column" alignItems="stretch" gap={3}>
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
      </Typography>
      <Columns>
        {NAMES.map((name) => (
          <Checkbox
            key={name}
            disabled={!canEdit}
            checked={value.includes(name)}
            onCheckedChange={(state) => {
              const ticked =
                state === true ? [...value, name] : value.filter((one) => one !== name);
              change(NAMES.filter((one) => ticked.includes(one)));
            }}
          >
            {text(FIELDS[name])}
          </Checkbox>
        ))}
      </Columns>
      <Typography variant="pi" textColor="neutral600">
        {text('settings.required-fields-hint')}
      </Typography>
      <Source name="checkout.requiredFields" label={label} />
    </Flex>
  );
}
