import { Grid } from '@strapi/design-system';

import { useFindAddressFormQuery } from '../../api/customers';
import { TextField } from '../../components/text-field';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { CountryField } from './country-field';
import { isNeeded } from './is-needed';
import { issueAt, type Refusal } from './refusal';
import { ADDRESS_FIELDS, type AddressField, type TypedAddress } from './typed-address';
import { useRefusalWords } from './use-refusal-words';

const LABELS: Record<AddressField, TextKey> = {
  firstName: 'address.first-name',
  lastName: 'address.last-name',
  company: 'address.company',
  street: 'address.street',
  street2: 'address.street2',
  postcode: 'address.postcode',
  city: 'address.city',
  state: 'address.state',
  country: 'address.country',
  phone: 'address.phone',
};

/** Fields that have a row of their own. */
const WIDE: AddressField[] = ['company', 'street', 'street2'];

interface AddressFieldsProps {
  /** `billing` or `shipping`: the beginning of the paths that the server names. */
  name: string;
  value: TypedAddress;
  refusal: Refusal | null;
  onChange: (value: TypedAddress) => void;
}

/** An address, with what its country needs marked. */
export function AddressFields({ name, value, refusal, onChange }: AddressFieldsProps) {
  const text = useText();
  const { ofIssue } = useRefusalWords();
  const { data: form } = useFindAddressFormQuery(undefined);
  const change = (field: AddressField) => (typed: string) => {
    onChange({ ...value, [field]: typed });
  };
  return (
    <Grid.Root gap={4}>
      {ADDRESS_FIELDS.map((field) => {
        const path = `${name}.${field}`;
        const common = {
          name: path,
          label: text(LABELS[field]),
          required: form ? isNeeded(form, field, value.country) : false,
          error: ofIssue(issueAt(refusal, path)),
          value: value[field],
          onChange: change(field),
        };
        return (
          <Grid.Item
            key={field}
            col={WIDE.includes(field) ? 12 : 6}
            s={12}
            xs={12}
            alignItems="flex-start"
          >
            {field === 'country' ? <CountryField {...common} /> : <TextField {...common} />}
          </Grid.Item>
        );
      })}
    </Grid.Root>
  );
}
