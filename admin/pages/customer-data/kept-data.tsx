import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { CustomerDataDto, ErasedDto } from '../../../server/contracts/customers';
import { Card } from '../../components/card';
import { saveFile } from '../../components/save-file';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { addressLines } from '../order/address-lines';
import { EraseCustomer } from './erase-customer';
import { keptOf } from './kept';
import { KeptOrders } from './kept-orders';
import { KeptPart } from './kept-part';

interface KeptDataProps {
  email: string;
  data: CustomerDataDto;
  onErased: (erased: ErasedDto) => void;
}

/** So many mails are named; the file has all of them. */
const MOST_MAILS = 5;

/** What is kept of somebody, and what can be done about it. */
export function KeptData({ email, data, onErased }: KeptDataProps) {
  const text = useText();
  const { time, country } = useFormats();
  const kept = keptOf(data);
  return (
    <Card
      title={text('customer-data.kept', { email })}
      action={
        <Flex gap={2} wrap="wrap">
          <Button
            variant="secondary"
            startIcon={<Download />}
            onClick={() => {
              saveFile(jsonOf(data), `customer-data-${email}.json`);
            }}
          >
            {text('customer-data.download')}
          </Button>
          <EraseCustomer email={email} kept={kept} onErased={onErased} />
        </Flex>
      }
    >
      <KeptOrders orders={data.orders} />
      <KeptPart title={text('customer-data.addresses', { count: kept.addresses })}>
        {data.addresses.map(({ id, address }) => (
          <Sentence key={id}>{addressLines(address, country).join(', ')}</Sentence>
        ))}
      </KeptPart>
      <KeptPart title={text('customer-data.remembered', { count: kept.remembered })}>
        {data.remembered.map(({ expiresAt }, index) => (
          <Sentence key={index}>
            {text('customer-data.remembered-until', { time: time(expiresAt) })}
          </Sentence>
        ))}
      </KeptPart>
      <KeptPart title={text('customer-data.carts', { count: kept.carts })}>
        {data.carts.map(({ items, updatedAt }, index) => (
          <Sentence key={index}>
            {text('customer-data.cart', {
              time: time(updatedAt),
              count: items.reduce((sum, { quantity }) => sum + quantity, 0),
            })}
          </Sentence>
        ))}
      </KeptPart>
      <KeptPart title={text('customer-data.ratings', { count: kept.ratings })} />
      <KeptPart title={text('customer-data.mails', { count: kept.mails })}>
        {data.mails.slice(-MOST_MAILS).map(({ to, sentAt }, index) => (
          <Sentence key={index}>{text('customer-data.mail', { to, time: time(sentAt) })}</Sentence>
        ))}
      </KeptPart>
    </Card>
  );
}

const jsonOf = (data: CustomerDataDto) =>
  new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });

function Sentence({ children }: { children: string }) {
  return (
    <Typography tag="li" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  );
}
