import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useForm } from '@strapi/strapi/admin';

import { type ApiError, isForbidden } from '../api/api-error';
import { type VariationRow, useFindVariationsQuery } from '../api/variations';
import { useText } from '../text/use-text';
import { useOptionNames } from './use-option-names';
import { PanelHint } from './panel-hint';
import { VariationList } from './variation-list';

export function SavedVariations({ productDocumentId }: { productDocumentId: string }) {
  const text = useText();
  const { data, error, isFetching, refetch } = useFindVariationsQuery(productDocumentId, {
    refetchOnMountOrArgChange: true,
  });
  const optionsChanged = useForm('VariationsPanel', ({ values }) => touchesOptions(values));

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" aria-busy={isFetching}>
      {optionsChanged && <PanelHint>{text('variations.options-changed')}</PanelHint>}
      {error ? (
        <CannotRead error={error} retry={refetch} isRetrying={isFetching} />
      ) : data ? (
        <Variations rows={data.results} total={data.pagination.total} />
      ) : (
        <Flex justifyContent="center" minHeight="8rem">
          <Loader small>{text('loading')}</Loader>
        </Flex>
      )}
    </Flex>
  );
}

function Variations({ rows, total }: { rows: VariationRow[]; total: number }) {
  const text = useText();
  const { names, isLoading } = useOptionNames(rows);
  const sold = rows.filter(({ retired }) => !retired);
  const retired = rows.filter((row) => row.retired);
  return (
    <>
      <Box aria-live="polite">
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('variations.live', { count: sold.length })}
        </Typography>
      </Box>
      <VariationList
        rows={sold}
        names={names}
        isLoading={isLoading}
        label={text('variations.title')}
      />
      {retired.length > 0 && (
        <Box tag="details">
          <Typography tag="summary" variant="pi" textColor="neutral600" cursor="pointer">
            {text('variations.retired', { count: retired.length })}
          </Typography>
          <Box paddingTop={2}>
            <VariationList
              rows={retired}
              names={names}
              isLoading={isLoading}
              label={text('variations.retired', { count: retired.length })}
            />
          </Box>
        </Box>
      )}
      {total > rows.length && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('variations.more', { count: total - rows.length })}
        </Typography>
      )}
    </>
  );
}

interface CannotReadProps {
  error: ApiError;
  retry: () => unknown;
  isRetrying: boolean;
}

/** A role without the right to read variations is told so; everything else can be tried again. */
function CannotRead({ error, retry, isRetrying }: CannotReadProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  if (isForbidden(error)) {
    return <PanelHint>{text('variations.forbidden')}</PanelHint>;
  }
  return (
    <Flex role="alert" direction="column" alignItems="flex-start" gap={2}>
      <Typography tag="p" variant="pi" textColor="danger600">
        {text('error.load', { reason: formatApiError(error) })}
      </Typography>
      <Button variant="tertiary" size="S" loading={isRetrying} onClick={() => void retry()}>
        {text('error.retry')}
      </Button>
    </Flex>
  );
}

/** Whether the form has options ticked or unticked that are not saved yet. */
function touchesOptions(values: object): boolean {
  const { options } = values as { options?: { connect?: unknown[]; disconnect?: unknown[] } };
  return [options?.connect, options?.disconnect].some((list) => (list?.length ?? 0) > 0);
}
