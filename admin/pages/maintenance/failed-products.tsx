import { Flex, Typography } from '@strapi/design-system';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { ProductLink } from './product-link';
import type { RebuildRun } from './rebuild-run';

/** Products that only an editor can mend, such as one with more combinations than the shop allows by now. */
export function FailedProducts({ failed }: { failed: RebuildRun['failed'] }) {
  const text = useText();
  if (failed.count === 0) return null;
  return (
    <Card title={text('maintenance.failed', { count: failed.count })}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {failed.first.map((product) => (
          <li key={product.productDocumentId}>
            <ProductLink product={product} />
            <Typography tag="p" variant="pi" textColor="neutral600">
              {product.message}
            </Typography>
          </li>
        ))}
      </Flex>
    </Card>
  );
}
