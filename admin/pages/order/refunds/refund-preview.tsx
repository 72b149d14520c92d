import { Box, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { type ReactNode, useMemo } from 'react';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import type { RefundDto } from '../../../../server/contracts/staff';
import { type RefundWish, usePreviewRefundQuery } from '../../../api/order-steps';
import { Amount } from '../../../components/amount';
import { useSettled } from '../../../components/use-settled';
import { useText } from '../../../text/use-text';
import { itemName } from '../item-name';

interface RefundPreviewProps {
  order: AdminOrderDto;
  /** null: nothing was chosen yet. */
  wish: RefundWish | null;
}

/** What the shopper would get, as the server works it out. */
export function RefundPreview({ order, wish }: RefundPreviewProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  // By what it says, since every rendering makes a new one.
  const said = useSettled(JSON.stringify(wish));
  const settled = useMemo(() => JSON.parse(said) as RefundWish | null, [said]);
  const { data, error, isFetching } = usePreviewRefundQuery(
    { documentId: order.documentId, wish: settled ?? { restock: false } },
    { skip: settled === null, refetchOnMountOrArgChange: true }
  );
  const isStale = isFetching || said !== JSON.stringify(wish);

  return (
    <Box
      aria-live="polite"
      aria-busy={isStale}
      background="neutral100"
      padding={4}
      hasRadius
      minHeight="12rem"
      style={{ opacity: isStale ? 0.6 : 1 }}
    >
      {wish === null || settled === null ? (
        <Typography textColor="neutral600">{text('refund.nothing-chosen')}</Typography>
      ) : error ? (
        <Typography textColor="danger600">{formatApiError(error)}</Typography>
      ) : data ? (
        <Figures refund={data} order={order} />
      ) : (
        <Typography textColor="neutral600">{text('loading')}</Typography>
      )}
    </Box>
  );
}

function Figures({ refund, order }: { refund: RefundDto; order: AdminOrderDto }) {
  const text = useText();
  const { lines, shipping, overpaid, tax, amount } = refund;
  const { currency, items } = order;
  return (
    <dl>
      {lines.map(({ itemId, description, quantity, ...line }) => (
        <Figure
          key={itemId}
          label={text('parcel.item', { quantity, item: itemName(items, itemId, description) })}
        >
          <Amount value={line.amount} currency={currency} />
        </Figure>
      ))}
      {Number(shipping) > 0 && (
        <Figure label={text('totals.shipping')}>
          <Amount value={shipping} currency={currency} />
        </Figure>
      )}
      {Number(overpaid) > 0 && (
        <Figure label={text('refund.overpaid')}>
          <Amount value={overpaid} currency={currency} />
        </Figure>
      )}
      <Figure label={text('refund.tax')}>
        <Amount value={tax} currency={currency} />
      </Figure>
      <Figure label={text('refund.total')} strong>
        <Amount value={amount} currency={currency} />
      </Figure>
    </dl>
  );
}

interface FigureProps {
  label: string;
  strong?: boolean;
  children: ReactNode;
}

function Figure({ label, strong = false, children }: FigureProps) {
  const fontWeight = strong ? 'semiBold' : 'regular';
  return (
    <Flex justifyContent="space-between" gap={4} paddingTop={1} paddingBottom={1}>
      <Typography tag="dt" textColor={strong ? 'neutral800' : 'neutral600'} fontWeight={fontWeight}>
        {label}
      </Typography>
      <Typography tag="dd" textColor="neutral800" fontWeight={fontWeight}>
        {children}
      </Typography>
    </Flex>
  );
}
