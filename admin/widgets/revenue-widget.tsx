import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { RevenueFiguresDto } from '../../server/contracts/figures';
import { useFindRevenueQuery } from '../api/figures';
import { Amount } from '../components/amount';
import { useFormats } from '../text/use-formats';
import { useText } from '../text/use-text';
import { Choice } from './choice';
import { growth } from './growth';
import { RevenueChart } from './revenue-chart';

/** What the shop earned today and lately, against the time before. */
export function RevenueWidget() {
  const { data, isError } = useFindRevenueQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isError) return <Widget.Error />;
  return data ? <Figures figures={data} /> : <Widget.Loading />;
}

const PERIOD_TITLES = {
  1: 'figures.today',
  7: 'figures.week',
  30: 'figures.month',
} as const;

function Figures({ figures: { currency, periods, days } }: { figures: RevenueFiguresDto }) {
  const text = useText();
  const intl = useIntl();
  const { amount } = useFormats();
  const [chosen, setChosen] = useState<1 | 7 | 30>(7);
  const period = periods.find((one) => one.days === chosen);
  if (!period) return <Widget.NoData />;
  const { now, before } = period;
  const change = growth(now.amount, before.amount);
  const earlier = amount(before.amount, currency);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} height="100%">
      <Choice
        label={text('figures.period')}
        value={chosen}
        choices={periods.map((one) => ({ value: one.days, label: text(PERIOD_TITLES[one.days]) }))}
        onChange={setChosen}
      />
      <Box aria-live="polite">
        <Flex gap={3} alignItems="baseline" wrap="wrap">
          <Typography variant="alpha" tag="p">
            <Amount value={now.amount} currency={currency} />
          </Typography>
          <Typography textColor="neutral600">
            {text('figures.orders', { count: now.orders })}
          </Typography>
        </Flex>
        <Typography
          tag="p"
          variant="pi"
          textColor={change === null ? 'neutral600' : change < 0 ? 'danger600' : 'success600'}
        >
          {change === null
            ? text('figures.before', { before: earlier })
            : text('figures.change', {
                change: intl.formatNumber(change, {
                  style: 'percent',
                  maximumFractionDigits: 1,
                  signDisplay: 'exceptZero',
                }),
                before: earlier,
              })}
        </Typography>
      </Box>
      <RevenueChart days={days} currency={currency} marked={chosen} />
      <Typography variant="pi" textColor="neutral600">
        {text('figures.revenue-hint')}
      </Typography>
    </Flex>
  );
}
