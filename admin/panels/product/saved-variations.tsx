import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { isForbidden } from '../../api/api-error';
import { useFindVariationSummaryQuery } from '../../api/option-plan';
import { useEditedLocale } from '../../text/use-edited-locale';
import { useText } from '../../text/use-text';
import { PanelHint } from '../panel-hint';
import { FoldedVariations } from './folded-variations';
import { VariationSummary } from './variation-summary';

/** The variations that the saved ticks have made. A role without the right to read them is told so. */
export function SavedVariations({ product }: { product: string }) {
  const text = useText();
  const locale = useEditedLocale();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const { data, error, isFetching, refetch } = useFindVariationSummaryQuery(
    { product, locale },
    { refetchOnMountOrArgChange: true }
  );

  if (error && isForbidden(error)) return <PanelHint>{text('variations.forbidden')}</PanelHint>;
  if (error) {
    return (
      <Flex role="alert" direction="column" alignItems="flex-start" gap={2}>
        <Typography tag="p" variant="pi" textColor="danger600">
          {text('error.load', { reason: formatApiError(error) })}
        </Typography>
        <Button variant="tertiary" size="S" loading={isFetching} onClick={() => void refetch()}>
          {text('error.retry')}
        </Button>
      </Flex>
    );
  }
  if (!data) {
    return (
      <Flex justifyContent="center" minHeight="8rem">
        <Loader small>{text('loading')}</Loader>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-busy={isFetching}>
      <VariationSummary product={product} summary={data} />
      <FoldedVariations
        product={product}
        label={text('product-panel.show-live', { count: data.live })}
        retired={false}
      />
      {data.retired > 0 && (
        <FoldedVariations
          product={product}
          label={text('variations.retired', { count: data.retired })}
          retired
        />
      )}
    </Flex>
  );
}
