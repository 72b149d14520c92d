import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { OrderNameDto } from '../../../../server/contracts/order-desk';
import { MOST_NAMED } from '../../../api/bulk-orders';
import { type OrdersQuery, useLazyFindOrderNamesQuery } from '../../../api/orders';
import { useStep } from '../../../components/use-step';
import { UPDATE_ORDERS } from '../../../permissions';
import { useGranted } from '../../../shop/use-granted';
import { useText } from '../../../text/use-text';
import { BulkFulfil } from './bulk-fulfil';
import { BulkPrint } from './bulk-print';
import { ExportOrders } from './export-orders';
import type { Selection } from './use-selection';

interface BulkBarProps {
  selection: Selection;
  page: readonly OrderNameDto[];
  question: Omit<OrdersQuery, 'page' | 'pageSize'>;
  /** How many fit, as far as was counted. */
  total: number;
}

/** What can be done to the chosen orders. */
export function BulkBar({ selection, page, question, total }: BulkBarProps) {
  const text = useText();
  const isGranted = useGranted();
  const { isBusy, take } = useStep();
  const [findNames] = useLazyFindOrderNamesQuery();
  const { chosen } = selection;
  const isWholePage = page.length > 0 && page.every(({ documentId }) => chosen.has(documentId));
  const most = Math.min(total, MOST_NAMED);
  const chooseAll = async () => {
    const answer = await findNames(question);
    if (answer.data) selection.add(answer.data);
    return answer.data ? { data: answer.data } : { error: answer.error ?? {} };
  };

  return (
    <Flex
      role="group"
      aria-label={text('orders.bulk')}
      gap={3}
      wrap="wrap"
      padding={3}
      marginBottom={4}
      background="primary100"
      hasRadius
    >
      <Typography fontWeight="semiBold" aria-live="polite">
        {text('orders.bulk.selected', { count: chosen.size })}
      </Typography>
      {isGranted(UPDATE_ORDERS) && <BulkFulfil chosen={chosen} />}
      <BulkPrint chosen={chosen} />
      <ExportOrders chosen={chosen} question={question} size="S" />
      <Box grow={1} />
      {isWholePage && chosen.size < most && (
        <Button
          size="S"
          variant="ghost"
          loading={isBusy}
          onClick={() => void take(chooseAll, null)}
        >
          {text(total > MOST_NAMED ? 'orders.bulk.select-first' : 'orders.bulk.select-all', {
            count: most,
          })}
        </Button>
      )}
      <Button size="S" variant="ghost" onClick={selection.clear}>
        {text('orders.bulk.clear')}
      </Button>
    </Flex>
  );
}
