import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Layouts, SearchInput, useQueryParams, withEncodedUserParams } from '@strapi/strapi/admin';

import { ORDER_PAYMENT_STATUS, ORDER_STATUS, type StatusWord } from '../../status/status-words';
import { useText } from '../../text/use-text';
import { type OrdersAddress, ordersQuery } from './orders-query';

export function OrdersFilters() {
  const text = useText();
  const [{ query: address }, setAddress] = useQueryParams<OrdersAddress>();
  const { status, paymentStatus } = ordersQuery(address);
  const filterBy = (filter: OrdersAddress) =>
    setAddress(withEncodedUserParams(address, { ...filter, page: 1 }));

  return (
    <Layouts.Action
      startActions={
        <>
          <SearchInput label={text('orders.search')} placeholder={text('orders.search-hint')} />
          <StatusFilter
            label={text('orders.filter.status')}
            words={ORDER_STATUS}
            value={status}
            onChange={(chosen) => filterBy({ status: chosen })}
          />
          <StatusFilter
            label={text('orders.filter.payment')}
            words={ORDER_PAYMENT_STATUS}
            value={paymentStatus}
            onChange={(chosen) => filterBy({ paymentStatus: chosen })}
          />
        </>
      }
    />
  );
}

interface StatusFilterProps {
  label: string;
  words: Record<string, StatusWord>;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function StatusFilter({ label, words, value, onChange }: StatusFilterProps) {
  const text = useText();
  return (
    <SingleSelect
      size="S"
      aria-label={label}
      placeholder={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(String(chosen))}
      onClear={() => onChange(undefined)}
      clearLabel={text('orders.filter.clear', { filter: label })}
    >
      {Object.entries(words).map(([name, { key }]) => (
        <SingleSelectOption key={name} value={name}>
          {text(key)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
