import { Box, Checkbox, Flex, Link, Td, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Amount } from '../../components/amount';
import { StatusBadge } from '../../status/status-badge';
import { FULFILMENT_STATUS, ORDER_PAYMENT_STATUS, ORDER_STATUS } from '../../status/status-words';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import type { Selection } from './bulk/use-selection';
import { customerName } from './customer-name';

interface RowProps {
  order: AdminOrderDto;
}

interface SelectableProps extends RowProps {
  selection: Selection;
}

export function OrderRow({ order, selection }: SelectableProps) {
  return (
    <ClickableRow order={order}>
      <SelectCell order={order} selection={selection} />
      <Td>
        <NumberLink order={order} />
      </Td>
      <Td>
        <Typography textColor="neutral800">
          <PlacedAt order={order} />
        </Typography>
      </Td>
      <Td>
        <Customer order={order} maxWidth="26rem" />
      </Td>
      <TotalCell order={order} />
      <Td>
        <StatusBadge word={ORDER_PAYMENT_STATUS[order.paymentStatus]} />
      </Td>
      <Td>
        <StatusBadge word={FULFILMENT_STATUS[order.fulfilmentStatus]} />
      </Td>
      <Td>
        <StatusBadge word={ORDER_STATUS[order.status]} />
      </Td>
    </ClickableRow>
  );
}

export function CompactOrderRow({ order, selection }: SelectableProps) {
  return (
    <ClickableRow order={order}>
      <SelectCell order={order} selection={selection} />
      <Td>
        <NumberLink order={order} />
        <Typography tag="p" variant="pi" textColor="neutral600">
          <PlacedAt order={order} />
        </Typography>
      </Td>
      <Td>
        <Customer order={order} maxWidth="20rem" />
      </Td>
      <TotalCell order={order} />
      <Td>
        <Flex wrap="wrap" gap={1} paddingTop={2} paddingBottom={2}>
          <StatusBadge word={ORDER_PAYMENT_STATUS[order.paymentStatus]} />
          <StatusBadge word={FULFILMENT_STATUS[order.fulfilmentStatus]} />
          <StatusBadge word={ORDER_STATUS[order.status]} />
        </Flex>
      </Td>
    </ClickableRow>
  );
}

const PointerRow = styled(Tr)`
  cursor: pointer;
`;

/** The number is the link; a click anywhere on the row is a shortcut to it. */
function ClickableRow({ order, children }: RowProps & { children: ReactNode }) {
  const navigate = useNavigate();
  return <PointerRow onClick={() => navigate(order.documentId)}>{children}</PointerRow>;
}

/** A click that misses the box by a little does not open the order. */
function SelectCell({ order, selection }: SelectableProps) {
  const text = useText();
  const isChosen = selection.chosen.has(order.documentId);
  return (
    <Td onClick={(event) => event.stopPropagation()}>
      <Checkbox
        aria-label={text('orders.select', { number: order.number })}
        checked={isChosen}
        onCheckedChange={() => {
          if (isChosen) selection.remove([order]);
          else selection.add([order]);
        }}
      />
    </Td>
  );
}

function NumberLink({ order: { documentId, number } }: RowProps) {
  return (
    <Link tag={NavLink} to={documentId} onClick={(event) => event.stopPropagation()}>
      {number}
    </Link>
  );
}

function PlacedAt({ order }: RowProps) {
  const { time } = useFormats();
  return (
    <time dateTime={order.placedAt} style={{ whiteSpace: 'nowrap' }}>
      {time(order.placedAt)}
    </time>
  );
}

/** Name and e-mail under each other; the e-mail alone when there is no name. */
function Customer({ order, maxWidth }: RowProps & { maxWidth: string }) {
  const [first, second] = [customerName(order), order.email].filter(Boolean);
  return (
    <Box maxWidth={maxWidth} title={[first, second].filter(Boolean).join('\n')}>
      <Typography tag="p" textColor="neutral800" ellipsis>
        {first}
      </Typography>
      {second && (
        <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
          {second}
        </Typography>
      )}
    </Box>
  );
}

function TotalCell({ order: { totals, currency } }: RowProps) {
  return (
    <Td>
      <Flex justifyContent="flex-end">
        <Typography textColor="neutral800" fontWeight="semiBold">
          <Amount value={totals.total} currency={currency} />
        </Typography>
      </Flex>
    </Td>
  );
}
