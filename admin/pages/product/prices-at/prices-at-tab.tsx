import { Box, Flex, Loader } from '@strapi/design-system';
import { useState } from 'react';

import type { ProductHeadingDto } from '../../../../server/contracts/variation-table';
import { useFindPricesAtQuery } from '../../../api/prices-at';
import { LoadError } from '../../../components/load-error';
import { useSettled } from '../../../components/use-settled';
import { useText } from '../../../text/use-text';
import { CardPrice } from './card-price';
import { ChooseInstant } from './choose-instant';
import { PricesTable } from './prices-table';

/** What a product will cost at an instant, as sales and prices set by hand stand now. */
export function PricesAtTab({ product: { documentId } }: { product: ProductHeadingDto }) {
  const text = useText();
  /** null is now. */
  const [at, setAt] = useState<string | null>(null);
  const asked = useSettled(at);
  const { data, error, isError, isFetching, refetch } = useFindPricesAtQuery(
    { product: documentId, at: asked ?? undefined },
    { refetchOnMountOrArgChange: true }
  );

  if (isError) return <LoadError error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) {
    return (
      <Flex justifyContent="center" padding={11}>
        <Loader>{text('loading')}</Loader>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ChooseInstant
        at={at}
        shown={data.at}
        nextStart={data.nextStart}
        nextEnd={data.nextEnd}
        onChoose={(instant) => {
          setAt(instant);
          // Now is another instant than the last time.
          if (instant === null && at === null) void refetch();
        }}
      />
      <Box aria-live="polite" aria-busy={isFetching || asked !== at}>
        <CardPrice prices={data} />
      </Box>
      <PricesTable prices={data} />
    </Flex>
  );
}
