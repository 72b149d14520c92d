import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { FoundCustomerDto } from '../../../server/contracts/customers';
import { useSearchCustomersQuery } from '../../api/customers';
import { useSettled } from '../../components/use-settled';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

const LEAST_LETTERS = 2;

/** Accounts and former customers, by a part of their e-mail. */
export function CustomerSearch({ onChoose }: { onChoose: (found: FoundCustomerDto) => void }) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const settled = useSettled(q);
  const isLongEnough = settled.length >= LEAST_LETTERS && q.length >= LEAST_LETTERS;
  const { currentData, data, error, isFetching } = useSearchCustomersQuery(settled, {
    skip: !isLongEnough,
  });
  const found = isLongEnough ? (currentData ?? data) : undefined;

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name="customer-search" hint={text('new-order.customer-search-hint')}>
        <Field.Label>{text('new-order.customer-search')}</Field.Label>
        <TextInput
          type="search"
          autoComplete="off"
          startAction={<Search aria-hidden fill="neutral500" />}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
        <Field.Hint />
      </Field.Root>
      <Box aria-live="polite" aria-busy={isFetching}>
        {error && isLongEnough ? (
          <Typography textColor="danger600">{formatApiError(error)}</Typography>
        ) : found?.length === 0 ? (
          <Typography textColor="neutral600">{text('new-order.customer-none')}</Typography>
        ) : (
          found && (
            <Box
              tag="ul"
              aria-label={text('new-order.customers-found', { count: found.length })}
              borderColor="neutral150"
              hasRadius
              maxHeight="28rem"
              overflow="auto"
            >
              {found.map((one) => (
                <Found
                  key={`${one.account ?? ''} ${one.email}`}
                  found={one}
                  choose={() => {
                    onChoose(one);
                    setTyped('');
                  }}
                />
              ))}
            </Box>
          )
        )}
      </Box>
    </Flex>
  );
}

function Found({ found, choose }: { found: FoundCustomerDto; choose: () => void }) {
  const text = useText();
  const { time } = useFormats();
  const { account, email, orders, lastOrderAt, billing, shipping } = found;
  const { firstName, lastName, company } = billing ?? shipping ?? {};
  const name = [firstName, lastName].filter(Boolean).join(' ') || company;
  const facts = [
    text(account === null ? 'new-order.guest' : 'new-order.account'),
    text('new-order.orders', { count: orders }),
    ...(lastOrderAt ? [text('new-order.last-order', { time: time(lastOrderAt) })] : []),
  ];
  return (
    <Flex tag="li" gap={3} padding={3} justifyContent="space-between" wrap="wrap">
      <Box minWidth={0}>
        <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
          {name ?? email}
        </Typography>
        {name && (
          <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Typography>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
      </Box>
      <Button
        size="S"
        variant="secondary"
        aria-label={text('new-order.choose-named', { customer: name ?? email })}
        onClick={choose}
      >
        {text('new-order.choose')}
      </Button>
    </Flex>
  );
}
