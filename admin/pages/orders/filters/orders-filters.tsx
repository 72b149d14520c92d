import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross, Filter } from '@strapi/icons';
import { Layouts, SearchInput } from '@strapi/strapi/admin';

import { DialogButton } from '../../../components/dialog-button';
import { useText } from '../../../text/use-text';
import type { FilterName, Filters } from '../orders-query';
import { useOrdersAddress } from '../use-orders-address';
import { FilterForm } from './filter-form';
import { useFilterWords } from './filter-words';

/** The search, the filters, and which of them are on. */
export function OrdersFilters({ children }: { children: React.ReactNode }) {
  const text = useText();
  const { filters, show } = useOrdersAddress();
  return (
    <Layouts.Action
      startActions={
        <>
          <SearchInput label={text('orders.search')} placeholder={text('orders.search-hint')} />
          <DialogButton
            size="S"
            variant="tertiary"
            startIcon={<Filter />}
            label={text('orders.filters')}
          >
            {(step) => <FilterForm step={step} filters={filters} show={show} />}
          </DialogButton>
          {children}
        </>
      }
    />
  );
}

/** What is on, each with a way to take it off. */
export function ActiveFilters() {
  const text = useText();
  const { filters, show } = useOrdersAddress();
  const active = useFilterWords(filters);
  if (active.length === 0) return null;
  const without = (name: FilterName): Filters => {
    const { [name]: _, ...rest } = filters;
    return rest;
  };
  return (
    <Flex
      role="group"
      aria-label={text('orders.filters.active')}
      gap={2}
      wrap="wrap"
      paddingBottom={4}
    >
      {active.map(({ name, words }) => (
        <Tag
          key={name}
          icon={<Cross aria-hidden />}
          label={text('orders.filters.remove', { filter: words })}
          onClick={() => {
            show(without(name));
          }}
        >
          {words}
        </Tag>
      ))}
      <Button
        variant="ghost"
        size="S"
        onClick={() => {
          const { _q, sort } = filters;
          show({ ...(_q ? { _q } : {}), ...(sort ? { sort } : {}) });
        }}
      >
        {text('orders.filters.clear')}
      </Button>
    </Flex>
  );
}
