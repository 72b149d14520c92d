import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import type { HandOverDto, RivalDto, SalePreviewDto } from '../../../server/contracts/sale-preview';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { useRivalName } from './use-rival-name';

/** The other sales: whose prices this one takes over, whose stand, and who is lower for a part of its time. */
export function SaleRivals({ preview }: { preview: SalePreviewDto }) {
  const text = useText();
  const { takesOverFrom, outbidBy, handsOverTo } = preview;
  return (
    <>
      <Rivals title={text('sale.takes-over')} rivals={takesOverFrom} />
      <Rivals title={text('sale.outbid-by')} rivals={outbidBy} />
      <Rivals title={text('sale.hands-over')} rivals={handsOverTo} />
    </>
  );
}

function Rivals({ title, rivals }: { title: string; rivals: (RivalDto | HandOverDto)[] }) {
  const text = useText();
  if (rivals.length === 0) return null;
  return (
    <Box>
      <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={1}>
        {rivals.map((rival, index) => (
          <li key={index}>
            <RivalLink sale={rival.sale} />{' '}
            <Typography variant="pi" textColor="neutral600">
              ({text('sale.on-variations', { count: rival.variations })})
            </Typography>
            {'to' in rival && <Window rival={rival} />}
          </li>
        ))}
      </Flex>
    </Box>
  );
}

function RivalLink({ sale }: Pick<RivalDto, 'sale'>) {
  const nameOf = useRivalName();
  if (sale === null) {
    return (
      <Typography variant="pi" textColor="neutral800">
        {nameOf(sale)}
      </Typography>
    );
  }
  return (
    <Link tag={NavLink} to={`/content-manager/collection-types/${UIDS.sale}/${sale.documentId}`}>
      {nameOf(sale)}
    </Link>
  );
}

function Window({ rival: { from, to } }: { rival: HandOverDto }) {
  const text = useText();
  const { time } = useFormats();
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {from && to
        ? text('sale.window', { from: time(from), to: time(to) })
        : to
          ? text('sale.until', { to: time(to) })
          : from
            ? text('sale.from', { from: time(from) })
            : text('sale.always')}
    </Typography>
  );
}
