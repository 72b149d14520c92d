// cspell:ignore Rebilled
import { Box, Divider, Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import type { OrderEditDto } from '../../../../server/contracts/staff';
import { Amount } from '../../../components/amount';
import type { TextKey } from '../../../text/get-translation';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { thingTitle } from '../../order-form/thing-words';
import {
  type Detail,
  detailChanges,
  type Figure,
  figureChanges,
  lineChanges,
} from './edit-changes';

const FIGURES: Record<Figure, TextKey> = {
  subtotal: 'totals.subtotal',
  discount: 'totals.discount',
  shipping: 'totals.shipping',
  tax: 'order.tax',
  total: 'totals.total',
};

const DETAILS: Record<Detail, TextKey> = {
  email: 'edit.changes-email',
  billing: 'edit.changes-billing',
  shipping: 'edit.changes-shipping',
  instructions: 'edit.changes-instructions',
};

interface EditPreviewProps {
  order: AdminOrderDto;
  edit: OrderEditDto;
}

/** What the order would be: line by line, in figures, and what is then due or too much. */
export function EditPreview({ order, edit }: EditPreviewProps) {
  const text = useText();
  const { currency } = order;
  const lines = lineChanges(order.items, edit.order.items);
  const details = detailChanges(order, edit.order);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {lines.map(({ item, from, to, total }) => (
          <Flex
            key={item.id}
            tag="li"
            justifyContent="space-between"
            gap={3}
            alignItems="flex-start"
          >
            <Typography
              textColor={to === 0 ? 'neutral600' : 'neutral800'}
              style={{ overflowWrap: 'anywhere' }}
            >
              {from === 0
                ? text('edit.line-added', { item: thingTitle(item), quantity: to })
                : to === 0
                  ? text('edit.line-removed', { item: thingTitle(item), quantity: from })
                  : text('edit.line-changed', { item: thingTitle(item), from, to })}
            </Typography>
            <Typography textColor="neutral800">
              <Amount value={total} currency={currency} negative={to === 0} />
            </Typography>
          </Flex>
        ))}
        {details.map((detail) => (
          <Typography key={detail} tag="li" textColor="neutral800">
            {text(DETAILS[detail])}
          </Typography>
        ))}
      </Flex>
      <Divider />
      <dl>
        {figureChanges(edit.before, edit.order.totals).map(({ figure, from, to }) => (
          <FigureRow
            key={figure}
            label={
              figure === 'tax' && edit.order.totals.taxIncluded
                ? text('edit.tax-included')
                : text(FIGURES[figure])
            }
            {...{ from, to, currency }}
            negative={figure === 'discount'}
            strong={figure === 'total'}
          />
        ))}
      </dl>
      <Outcome order={order} edit={edit} />
    </Flex>
  );
}

interface FigureRowProps {
  label: string;
  from: string;
  to: string;
  currency: string;
  negative: boolean;
  strong: boolean;
}

function FigureRow({ label, from, to, currency, negative, strong }: FigureRowProps) {
  const text = useText();
  const fontWeight = strong ? 'semiBold' : 'regular';
  return (
    <Flex justifyContent="space-between" gap={3} paddingTop={1} paddingBottom={1}>
      <Typography tag="dt" textColor={strong ? 'neutral800' : 'neutral600'} fontWeight={fontWeight}>
        {label}
      </Typography>
      <Flex tag="dd" gap={2} wrap="wrap" justifyContent="flex-end">
        {from !== to && (
          <>
            <Typography tag="s" textColor="neutral600" aria-label={text('edit.before')}>
              <Amount value={from} currency={currency} negative={negative} />
            </Typography>
          </>
        )}
        <Typography textColor="neutral800" fontWeight={fontWeight}>
          <Amount value={to} currency={currency} negative={negative} />
        </Typography>
      </Flex>
    </Flex>
  );
}

/** What follows for the money and the papers. */
function Outcome({ order, edit }: EditPreviewProps) {
  const text = useText();
  const { amount } = useFormats();
  const { amountDue, overpaid, currency, email } = edit.order;
  const isRebilled = order.invoice !== null && edit.before.total !== edit.order.totals.total;
  const sentences = [
    Number(amountDue) > 0
      ? text(email === '' ? 'edit.due-unreachable' : 'edit.due', {
          amount: amount(amountDue, currency),
        })
      : Number(overpaid) > 0
        ? text('edit.overpaid', { amount: amount(overpaid, currency) })
        : text('edit.settled'),
    ...(isRebilled ? [text('edit.invoice', { number: order.invoice?.number ?? '' })] : []),
  ];
  return (
    <Box background="neutral100" padding={3} hasRadius>
      {sentences.map((sentence) => (
        <Typography key={sentence} tag="p" variant="pi" textColor="neutral800">
          {sentence}
        </Typography>
      ))}
    </Box>
  );
}
