import { Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { Card } from '../../../components/card';
import { useText } from '../../../text/use-text';
import { GiveRefund } from './give-refund';
import { Refund } from './refund';

/** What was given back. */
export function OrderRefunds({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { refunds } = order;
  return (
    <Card title={text('refunds.title')} action={<GiveRefund order={order} />}>
      {refunds.length === 0 ? (
        <Typography textColor="neutral600">{text('refunds.none')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {refunds.map((refund) => (
            <Refund key={refund.id} order={order} refund={refund} />
          ))}
        </Flex>
      )}
    </Card>
  );
}
