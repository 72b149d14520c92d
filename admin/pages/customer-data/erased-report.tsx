import { Box, Typography } from '@strapi/design-system';

import type { ErasedDto } from '../../../server/contracts/customers';
import { Card } from '../../components/card';
import { useText } from '../../text/use-text';

/** What an erasure did. */
export function ErasedReport({ email, erased }: { email: string; erased: ErasedDto }) {
  const text = useText();
  const { orders, carts, addresses, remembered, ratings } = erased;
  const sentences = [
    text('erase.report-orders', { count: orders }),
    text('erase.report-carts', { count: carts }),
    text('erase.report-addresses', { count: addresses }),
    text('erase.report-remembered', { count: remembered }),
    text('erase.report-ratings', { count: ratings }),
  ];
  return (
    <Card title={text('erase.report', { email })}>
      <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
        {sentences.map((sentence) => (
          <Typography key={sentence} tag="li" textColor="neutral800">
            {sentence}
          </Typography>
        ))}
      </Box>
      <Typography textColor="neutral600">{text('erase.report-rest')}</Typography>
    </Card>
  );
}
