import { Box, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { RevenueFiguresDto } from '../../server/contracts/figures';
import { useFormats } from '../text/use-formats';
import { useText } from '../text/use-text';
import { barsOf } from './bars';

const WIDTH = 300;
const HEIGHT = 60;
const GAP = 2;

const Chart = styled.svg`
  display: block;
  width: 100%;
  height: 6rem;

  rect {
    fill: ${({ theme }) => theme.colors.primary200};
  }

  rect[data-marked='true'] {
    fill: ${({ theme }) => theme.colors.primary600};
  }

  line {
    stroke: ${({ theme }) => theme.colors.neutral200};
  }
`;

interface RevenueChartProps {
  days: RevenueFiguresDto['days'];
  currency: string;
  /** How many of the last days are spoken of. */
  marked: number;
}

/** A bar a day; for who cannot see it, a table. */
export function RevenueChart({ days, currency, marked }: RevenueChartProps) {
  const text = useText();
  const intl = useIntl();
  const { amount } = useFormats();
  const bars = barsOf(
    days.map((day) => day.amount),
    HEIGHT
  );
  const width = WIDTH / days.length;
  // A day of UTC stays that day in every time zone.
  const dayOf = (day: string) =>
    intl.formatDate(`${day}T12:00:00Z`, { timeZone: 'UTC', dateStyle: 'medium' });
  return (
    <Box>
      <Chart viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} preserveAspectRatio="none" aria-hidden>
        {days.map((day, index) => (
          <g key={day.day}>
            <title>
              {text('figures.day-value', {
                day: dayOf(day.day),
                amount: amount(day.amount, currency),
                orders: text('figures.orders', { count: day.orders }),
              })}
            </title>
            {/* As high as the chart, so that every day can be pointed at. */}
            <rect
              x={index * width}
              y={0}
              width={width}
              height={HEIGHT}
              style={{ fill: 'transparent' }}
            />
            <rect
              x={index * width + GAP / 2}
              y={bars[index]?.top ?? 0}
              width={width - GAP}
              height={bars[index]?.height ?? 0}
              data-marked={index >= days.length - marked}
            />
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      </Chart>
      <VisuallyHidden>
        <table>
          <caption>{text('figures.chart')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('figures.day')}</th>
              <th scope="col">{text('figures.revenue')}</th>
              <th scope="col">{text('figures.count')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <th scope="row">{dayOf(day.day)}</th>
                <td>{amount(day.amount, currency)}</td>
                <td>{day.orders}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Box>
  );
}
