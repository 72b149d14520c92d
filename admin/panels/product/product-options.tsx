import { Box, Button, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useField } from '@strapi/strapi/admin';
import { NavLink, useLocation } from 'react-router-dom';

import type { OptionChoicesDto } from '../../../server/contracts/product-panel';
import { useFindOptionChoicesQuery } from '../../api/option-plan';
import { useEditedLocale } from '../../text/use-edited-locale';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { PanelHint } from '../panel-hint';
import { OptionTicksList } from './option-ticks-list';
import { PlanPreview } from './plan-preview';
import { useOptionTicks } from './use-option-ticks';

interface ProductOptionsProps {
  /** undefined while it is not saved. */
  product: string | undefined;
  /** The page that shoppers see is looked at, not the draft. */
  isPublishedTab: boolean;
}

/** The options that a product comes in, to be ticked, and what that will do. */
export function ProductOptions({ product, isPublishedTab }: ProductOptionsProps) {
  const text = useText();
  const locale = useEditedLocale();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const { data, error, isFetching, refetch } = useFindOptionChoicesQuery(
    { product, locale },
    { refetchOnMountOrArgChange: true }
  );
  if (data) {
    return <Choices {...{ product, locale, isFetching, isPublishedTab }} choices={data} />;
  }
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
  return (
    <Flex justifyContent="center" minHeight="8rem">
      <Loader small>{text('loading')}</Loader>
    </Flex>
  );
}

interface ChoicesProps extends ProductOptionsProps {
  choices: OptionChoicesDto;
  isFetching: boolean;
  locale: string | undefined;
}

function Choices({ product, choices, isFetching, isPublishedTab, locale }: ChoicesProps) {
  const text = useText();
  const isNew = product === undefined;
  const ticks = useOptionTicks({ choices, isFetching, locale, isNew });
  const { error } = useField('options');
  const { types, countingLocale } = choices;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
      {!ticks.isCountingLocale && <CountingLocale locale={countingLocale} />}
      {ticks.isCountingLocale && !ticks.mayEdit && (
        <PanelHint>{text('product-panel.read-only')}</PanelHint>
      )}
      {types.map((type) => (
        <OptionTicksList key={type.type} {...{ type, ticks, countingLocale }} />
      ))}
      {error && (
        <Box role="alert">
          <Typography tag="p" variant="pi" textColor="danger600">
            {error}
          </Typography>
        </Box>
      )}
      {!ticks.isDisabled && !isPublishedTab && (
        <PlanPreview product={product} ticked={ticks.ticked} locale={locale} />
      )}
    </Flex>
  );
}

/** Ticks are the same in all languages: they are set in one. */
function CountingLocale({ locale }: { locale: string }) {
  const text = useText();
  const formats = useFormats();
  const { pathname, search } = useLocation();
  const there = new URLSearchParams(search);
  there.set('plugins[i18n][locale]', locale);
  const language = formats.language(locale);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <PanelHint>{text('product-panel.other-locale', { language })}</PanelHint>
      <Link tag={NavLink} to={`${pathname}?${there.toString()}`}>
        {text('product-panel.go-to-locale', { language })}
      </Link>
    </Flex>
  );
}
