import { Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { WholeCartDto } from '../../../server/contracts/cart-desk';
import { Card } from '../../components/card';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { addressLines } from '../order/address-lines';

/** What the shopper has said so far. */
export function CartCustomer({ cart }: { cart: WholeCartDto }) {
  const text = useText();
  const { country } = useFormats();
  const { billing, shipping, discountCode, shippingOption, paymentMethod, instructions } = cart;
  const email = cart.email ?? cart.accountEmail;
  const addressOf = (address: typeof billing) => (address ? addressLines(address, country) : []);
  const facts: { label: string; lines: ReactNode[] }[] = [
    {
      label: text('cart.email'),
      lines: email
        ? [
            <Link key={email} href={`mailto:${email}`}>
              {email}
            </Link>,
          ]
        : [],
    },
    { label: text('cart.billing'), lines: addressOf(billing) },
    { label: text('cart.delivery'), lines: addressOf(shipping) },
    { label: text('cart.discount-code'), lines: discountCode ? [discountCode] : [] },
    { label: text('cart.shipping-option'), lines: shippingOption ? [shippingOption] : [] },
    { label: text('cart.payment-method'), lines: paymentMethod ? [paymentMethod] : [] },
    { label: text('cart.instructions'), lines: instructions ? [instructions] : [] },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <Card title={text('cart.customer')}>
      {facts.length === 0 && (
        <Typography textColor="neutral600">{text('cart.none-known')}</Typography>
      )}
      {facts.map(({ label, lines }) => (
        <Flex key={label} direction="column" alignItems="stretch" gap={1}>
          <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral600">
            {label}
          </Typography>
          {lines.map((line, index) => (
            <Typography
              key={`${label} ${index}`}
              tag="p"
              textColor="neutral800"
              style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
            >
              {line}
            </Typography>
          ))}
        </Flex>
      ))}
    </Card>
  );
}
