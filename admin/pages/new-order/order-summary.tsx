import { Box, Button, Flex, Typography } from '@strapi/design-system';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { OrderTotals } from '../order/order-totals';
import { isConflict } from '../order-form/refusal';
import { useRefusalWords } from '../order-form/use-refusal-words';
import type { NewOrder } from './use-new-order';

/** What it costs as it stands, and what is against it. */
export function OrderSummary({ order }: { order: NewOrder }) {
  const text = useText();
  const { ofRefusal } = useRefusalWords();
  const { preview, refusal, isStale, canSubmit, isPlacing, submit } = order;
  const problem = refusal
    ? isConflict(refusal)
      ? text('new-order.conflict')
      : refusal.issues.length > 0
        ? text('refusal.look-at-fields')
        : ofRefusal(refusal)
    : null;
  return (
    <Card title={text('new-order.summary')}>
      {preview ? (
        <Box style={{ opacity: isStale || refusal ? 0.6 : 1 }}>
          <OrderTotals order={preview.cart} />
        </Box>
      ) : (
        <Typography textColor="neutral600">{text('new-order.nothing-yet')}</Typography>
      )}
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Box aria-live="polite" aria-busy={isStale}>
          {problem && !isStale && <Typography textColor="danger600">{problem}</Typography>}
        </Box>
        <Button
          fullWidth
          size="L"
          loading={isPlacing}
          disabled={!canSubmit}
          onClick={() => void submit()}
        >
          {text('new-order.place')}
        </Button>
      </Flex>
    </Card>
  );
}
