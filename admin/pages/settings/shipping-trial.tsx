import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useTryShippingQuery } from '../../api/settings';
import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import { typedAmount } from '../../text/typed-amount';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { Columns } from './columns';
import { CountryField } from './country-field';
import { useSettingsForm } from './settings-form';
import { Trial } from './trial';
import { useSettledQuestion } from './use-settled-question';

/** What shipping a cart would cost, by what stands on the page. */
export function ShippingTrial() {
  const text = useText();
  const formats = useFormats();
  const { unsaved } = useSettingsForm();
  const { locale } = useIntl();
  const [asked, setAsked] = useState({ amount: '60.00', country: '', weight: '' });
  const change = (part: Partial<typeof asked>) => {
    setAsked({ ...asked, ...part });
  };
  const { amount, country, weight } = asked;
  const isAsked = amount !== '' && country !== '';
  const body = useSettledQuestion({
    set: unsaved,
    amount: typedAmount(amount, locale),
    ...(country && { country }),
    weight: Number(weight.replace(',', '.')) || 0,
  });
  const { data, error, isFetching } = useTryShippingQuery(body, {
    skip: !isAsked || !body.country,
  });

  return (
    <Card title={text('settings.shipping.trial')}>
      <Columns>
        <TextField
          name="trial-amount"
          label={text('settings.shipping.trial-amount')}
          value={amount}
          onChange={(value) => {
            change({ amount: value });
          }}
        />
        <CountryField
          name="trial-country"
          label={text('settings.country')}
          value={country}
          onChange={(value) => {
            change({ country: value });
          }}
        />
        <TextField
          name="trial-weight"
          label={text('settings.shipping.trial-weight')}
          value={weight}
          onChange={(value) => {
            change({ weight: value });
          }}
        />
      </Columns>
      <Trial isAsked={isAsked} error={error} isStale={isFetching}>
        {data?.options.length === 0 && (
          <Typography tag="p">{text('settings.shipping.nothing-goes')}</Typography>
        )}
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {data?.options.map((option) => (
            <li key={option.code}>
              <Typography textColor="neutral800">
                {option.label}: {formats.amount(option.amount, data.currency)}
              </Typography>
            </li>
          ))}
        </Flex>
      </Trial>
    </Card>
  );
}
