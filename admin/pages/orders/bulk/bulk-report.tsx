import { Box, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import type { BulkResultDto } from '../../../../server/contracts/order-desk';
import { useText } from '../../../text/use-text';
import type { BulkRun } from './in-portions';
import type { Chosen } from './use-selection';

interface BulkReportProps {
  run: BulkRun;
  numbers: Chosen;
}

/** What became of each order: how many went well, and why the others did not. */
export function BulkReport({ run: { results, left, error }, numbers }: BulkReportProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const refused = results.filter(({ refusal }) => refusal !== null);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} role="status">
      <Typography fontWeight="semiBold">
        {text('orders.bulk.done', { count: results.length - refused.length })}
      </Typography>
      {refused.length > 0 && (
        <Box>
          <Typography tag="p" textColor="danger600" paddingBottom={2}>
            {text('orders.bulk.refused', { count: refused.length })}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {refused.map((result) => (
              <Flex key={result.documentId} tag="li" gap={3} alignItems="baseline">
                <Typography fontWeight="semiBold">{numbers.get(result.documentId)}</Typography>
                <Typography textColor="neutral600">
                  <Reason refusal={result.refusal} />
                </Typography>
              </Flex>
            ))}
          </Flex>
        </Box>
      )}
      {error && (
        <Typography textColor="danger600">
          {formatApiError(error)} {text('orders.bulk.left', { count: left.length })}
        </Typography>
      )}
    </Flex>
  );
}

/** The server says it in English; what is usual is said in the editor's language. */
function Reason({ refusal }: Pick<BulkResultDto, 'refusal'>) {
  const text = useText();
  if (!refusal) return null;
  const { code, from, message } = refusal;
  if (code === 'not_found') return text('orders.bulk.reason-gone');
  if (code !== 'status_not_allowed') return message;
  if (from === 'cancelled') return text('orders.bulk.reason-cancelled');
  if (from === 'fulfilled' || from === 'partial' || from === 'unfulfilled') {
    return text('orders.bulk.reason-nothing-left');
  }
  return from === 'pending' || from === 'failed' ? text('orders.bulk.reason-unpaid') : message;
}
