import { Box, Flex, Link, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useMediaQuery } from '@strapi/strapi/admin';
import { NavLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import type { CartEntryDto } from '../../../server/contracts/cart-desk';
import type { CartsQuery } from '../../api/carts';
import { Amount } from '../../components/amount';
import { LoadingRow } from '../../components/loading-row';
import { PlainHeader } from '../../components/plain-header';
import { type Direction, SortHeader } from '../../components/sort-header';
import { StatusBadge } from '../../status/status-badge';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { CART_STATE, DEFAULT_SORT } from './carts-query';
import { useCartCustomer } from './use-cart-customer';

const COLUMNS: { title: TextKey; align?: 'right'; sort?: string; onlyWide?: boolean }[] = [
  { title: 'carts.customer' },
  { title: 'carts.state' },
  { title: 'carts.items', align: 'right', sort: 'items', onlyWide: true },
  { title: 'carts.value', align: 'right', sort: 'value' },
  { title: 'carts.activity', sort: 'activity' },
];

const WIDE = '(min-width: 1200px)';
const LOADING_ROWS = ['a', 'b', 'c', 'd', 'e'];

const PointerRow = styled(Tr)`
  cursor: pointer;
`;

interface CartsTableProps {
  carts: CartEntryDto[];
  isLoading: boolean;
  query: CartsQuery;
  searchOf: (fields: Record<string, string | undefined>) => string;
}

export function CartsTable({ carts, isLoading, query, searchOf }: CartsTableProps) {
  const text = useText();
  const navigate = useNavigate();
  const isWide = useMediaQuery(WIDE);
  const columns = COLUMNS.filter(({ onlyWide }) => isWide || !onlyWide);
  const [by, direction] = (query.sort ?? DEFAULT_SORT).split(':') as [string, Direction];
  return (
    <Table colCount={columns.length} rowCount={carts.length + 1} aria-label={text('carts.title')}>
      <Thead>
        <Tr>
          {columns.map(({ title, align, sort }) =>
            sort ? (
              <SortHeader
                key={title}
                title={text(title)}
                label={text('carts.sort', { column: text(title) })}
                align={align}
                sorted={sort === by ? direction : null}
                onSort={(wanted) => {
                  navigate({ search: searchOf({ sort: `${sort}:${wanted}` }) });
                }}
              />
            ) : (
              <PlainHeader key={title} title={text(title)} align={align} />
            )
          )}
        </Tr>
      </Thead>
      <Tbody>
        {isLoading
          ? LOADING_ROWS.map((row) => <LoadingRow key={row} columns={columns.length} />)
          : carts.map((cart) => <CartRow key={cart.documentId} cart={cart} isWide={isWide} />)}
      </Tbody>
    </Table>
  );
}

function CartRow({ cart, isWide }: { cart: CartEntryDto; isWide: boolean }) {
  const text = useText();
  const { time } = useFormats();
  const navigate = useNavigate();
  const customer = useCartCustomer()(cart);
  const { documentId, state, units, total, currency, lastActivityAt, reminders, order } = cart;
  return (
    <PointerRow onClick={() => navigate(documentId)}>
      <Td>
        <Box maxWidth="24rem" title={[customer.name, customer.more].filter(Boolean).join('\n')}>
          <Typography ellipsis tag="p">
            <Link
              tag={NavLink}
              to={documentId}
              aria-label={text('carts.open-of', {
                customer: customer.name,
                time: time(lastActivityAt),
              })}
              onClick={(event) => event.stopPropagation()}
            >
              {customer.name}
            </Link>
          </Typography>
          {customer.more && (
            <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
              {customer.more}
            </Typography>
          )}
        </Box>
      </Td>
      <Td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <StatusBadge word={CART_STATE[state]} />
          {order && (
            <Typography variant="pi" textColor="neutral600">
              {text('cart.order', { number: order.number })}
            </Typography>
          )}
          {reminders > 0 && (
            <Typography variant="pi" textColor="neutral600">
              {text('carts.reminders', { count: reminders })}
            </Typography>
          )}
        </Flex>
      </Td>
      {isWide && (
        <Td>
          <Flex justifyContent="flex-end">
            <Typography textColor="neutral800">{units}</Typography>
          </Flex>
        </Td>
      )}
      <Td>
        <Flex justifyContent="flex-end">
          <Typography textColor="neutral800" fontWeight="semiBold">
            {total === null ? text('carts.unpriced') : <Amount value={total} currency={currency} />}
          </Typography>
        </Flex>
      </Td>
      <Td>
        <Typography textColor="neutral800">
          <time dateTime={lastActivityAt}>{time(lastActivityAt)}</time>
        </Typography>
      </Td>
    </PointerRow>
  );
}
