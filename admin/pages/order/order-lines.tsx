import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronUp } from '@strapi/icons';
import { Fragment, type ReactNode, useState } from 'react';
import { styled } from 'styled-components';

import type { AdminOrderDto, OrderItemDto } from '../../../server/contracts/orders';
import { Amount } from '../../components/amount';
import { Card } from '../../components/card';
import { Picture } from '../../components/picture';
import { useText } from '../../text/use-text';
import { ExplainedLine } from './explained-line';
import { OrderTotals } from './order-totals';

const LinesTable = styled.table`
  width: 100%;
  min-width: 64rem;
  border-collapse: collapse;

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[2]}`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: right;
    vertical-align: middle;
  }

  th:first-child,
  td:first-child {
    padding-left: 0;
    text-align: left;
  }

  th:last-child,
  td:last-child {
    padding-right: 0;
  }
`;

export function OrderLines({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const [isExplained, setIsExplained] = useState(false);
  return (
    <Card
      title={text('order.lines')}
      action={
        <Button
          size="S"
          variant="tertiary"
          aria-expanded={isExplained}
          endIcon={isExplained ? <ChevronUp /> : <ChevronDown />}
          onClick={() => {
            setIsExplained(!isExplained);
          }}
        >
          {text('explain.button')}
        </Button>
      }
    >
      <Box overflow="auto" tabIndex={0} role="region" aria-label={text('order.lines')}>
        <LinesTable>
          <thead>
            <tr>
              <Heading>{text('order.item')}</Heading>
              <Heading>{text('order.quantity')}</Heading>
              <Heading>{text('order.unit-price')}</Heading>
              <Heading>{text('order.line-total')}</Heading>
              <Heading>{text('order.discount')}</Heading>
              <Heading>{text('order.tax')}</Heading>
              <Heading>{text('order.total')}</Heading>
            </tr>
          </thead>
          <tbody>
            {order.items.map((item, index) => (
              <Fragment key={index}>
                <Line item={item} currency={order.currency} />
                {isExplained && item.explanation && (
                  <ExplainedLine steps={item.explanation} currency={order.currency} />
                )}
              </Fragment>
            ))}
          </tbody>
        </LinesTable>
      </Box>
      <OrderTotals order={order} isExplained={isExplained} />
    </Card>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <th scope="col">
      <Typography variant="sigma" textColor="neutral600">
        {children}
      </Typography>
    </th>
  );
}

function Line({ item, currency }: { item: OrderItemDto; currency: string }) {
  return (
    <tr>
      <td>
        <Flex gap={3} alignItems="center">
          <Picture image={item.image} />
          <Box>
            <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
              {item.description}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {details(item)}
            </Typography>
          </Box>
        </Flex>
      </td>
      <NumberCell>{item.quantity}</NumberCell>
      <NumberCell>
        <Amount value={item.unitPrice} currency={currency} />
      </NumberCell>
      <NumberCell>
        <Amount value={item.lineTotal} currency={currency} />
      </NumberCell>
      <NumberCell>
        <Amount value={item.discount} currency={currency} negative />
      </NumberCell>
      <NumberCell>
        <Amount value={item.tax} currency={currency} />
      </NumberCell>
      <NumberCell strong>
        <Amount value={item.total} currency={currency} />
      </NumberCell>
    </tr>
  );
}

function NumberCell({ children, strong = false }: { children: ReactNode; strong?: boolean }) {
  return (
    <td>
      <Typography textColor="neutral800" fontWeight={strong ? 'semiBold' : 'regular'}>
        {children}
      </Typography>
    </td>
  );
}

/** "Size: M · Colour: Red · SHIRT-M-RED" */
function details({ options, sku }: OrderItemDto): string {
  return [...options.map(({ type, value }) => `${type}: ${value}`), ...(sku ? [sku] : [])].join(
    ' · '
  );
}
