import { Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useState } from 'react';

import { useText } from '../../text/use-text';
import type { StockAddress } from './stock-address';
import { MOVEMENT_REASONS } from './stock-words';

export function MovementsFilters() {
  const text = useText();
  const [{ query: address }, setAddress] = useQueryParams<StockAddress>();
  const filterBy = (filter: StockAddress) => {
    setAddress({ ...filter, page: 1 });
  };
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end">
      <Field.Root name="reason">
        <Field.Label>{text('stock.reason')}</Field.Label>
        <SingleSelect
          placeholder={text('stock.any-reason')}
          value={address.reason ?? ''}
          onChange={(chosen) => {
            filterBy({ reason: String(chosen) });
          }}
          onClear={() => {
            filterBy({ reason: '' });
          }}
          clearLabel={text('stock.any-reason')}
        >
          {Object.entries(MOVEMENT_REASONS).map(([name, key]) => (
            <SingleSelectOption key={name} value={name}>
              {text(key)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Day
        name="from"
        label={text('stock.from')}
        value={address.from ?? ''}
        onChange={(from) => {
          filterBy({ from });
        }}
      />
      <Day
        name="to"
        label={text('stock.to')}
        value={address.to ?? ''}
        onChange={(to) => {
          filterBy({ to });
        }}
      />
      <OrderNumber
        key={address.reference ?? ''}
        value={address.reference ?? ''}
        onChange={(reference) => {
          filterBy({ reference });
        }}
      />
    </Flex>
  );
}

interface FilterProps {
  value: string;
  onChange: (value: string) => void;
}

/** The browser's own field for a day, which writes it as the editor's language does. */
function Day({ name, label, value, onChange }: FilterProps & { name: string; label: string }) {
  return (
    <Field.Root name={name} width="16rem">
      <Field.Label>{label}</Field.Label>
      <TextInput
        type="date"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </Field.Root>
  );
}

/** Looked for when it is whole: on Enter, or when the field is left. */
function OrderNumber({ value, onChange }: FilterProps) {
  const text = useText();
  const [typed, setTyped] = useState(value);
  const apply = () => {
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Field.Root name="reference" width="16rem">
        <Field.Label>{text('stock.order-number')}</Field.Label>
        <TextInput
          autoComplete="off"
          value={typed}
          onBlur={apply}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
      </Field.Root>
    </form>
  );
}
