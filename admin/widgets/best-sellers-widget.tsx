import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { BestSellersDto } from '../../server/contracts/figures';
import { type BestSellersQuery, useFindBestSellersQuery } from '../api/figures';
import { Amount } from '../components/amount';
import { useText } from '../text/use-text';
import { Choice } from './choice';

/** What sells best, by units or by what it brings. */
export function BestSellersWidget() {
  const text = useText();
  const [days, setDays] = useState<BestSellersQuery['days']>(30);
  const [by, setBy] = useState<BestSellersQuery['by']>('units');
  const { data, isError, isFetching } = useFindBestSellersQuery(
    { days, by },
    { refetchOnMountOrArgChange: true }
  );
  if (isError) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-busy={isFetching}>
      <Flex gap={3} wrap="wrap">
        <Choice
          label={text('figures.period')}
          value={days}
          choices={[
            { value: 7, label: text('figures.week') },
            { value: 30, label: text('figures.month') },
          ]}
          onChange={setDays}
        />
        <Choice
          label={text('figures.by')}
          value={by}
          choices={[
            { value: 'units', label: text('figures.by-units') },
            { value: 'amount', label: text('figures.by-amount') },
          ]}
          onChange={setBy}
        />
      </Flex>
      {data.sellers.length === 0 ? (
        <Typography textColor="neutral600">{text('figures.nothing-sold')}</Typography>
      ) : (
        <Sellers figures={data} />
      )}
    </Flex>
  );
}

function Sellers({ figures: { sellers, currency } }: { figures: BestSellersDto }) {
  const text = useText();
  const intl = useIntl();
  return (
    <>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
        {sellers.map(({ sku, description, options, units, amount }, index) => (
          <Flex key={`${index} ${sku}`} tag="li" justifyContent="space-between" gap={3}>
            <Box minWidth={0}>
              <Typography tag="p" textColor="neutral800" ellipsis>
                {description}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
                {[...options.map(({ value }) => value), ...(sku ? [sku] : [])].join(' · ')}
              </Typography>
            </Box>
            <Box shrink={0}>
              <Typography tag="p" textColor="neutral800" textAlign="right">
                {intl.formatNumber(units)} ×
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600" textAlign="right">
                <Amount value={amount} currency={currency} />
              </Typography>
            </Box>
          </Flex>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {text('figures.best-sellers-hint')}
      </Typography>
    </>
  );
}
