import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { TaxTrialDto } from '../../../server/contracts/settings';
import { useTryTaxQuery } from '../../api/settings';
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

/** What tax is on an amount, by what stands on the page. */
export function TaxTrial() {
  const text = useText();
  const { unsaved } = useSettingsForm();
  const { locale } = useIntl();
  const [asked, setAsked] = useState({ amount: '119.00', country: '', region: '', taxClass: '' });
  const change = (part: Partial<typeof asked>) => {
    setAsked({ ...asked, ...part });
  };
  const { amount, country, region, taxClass } = asked;
  const isAsked = amount !== '' && country !== '';
  const body = useSettledQuestion({
    set: unsaved,
    amount: typedAmount(amount, locale),
    country,
    ...(region.trim() && { region: region.trim() }),
    ...(taxClass.trim() && { taxClass: taxClass.trim() }),
  });
  const { data, error, isFetching } = useTryTaxQuery(body, { skip: !isAsked || !body.country });

  return (
    <Card title={text('settings.tax.trial')}>
      <Columns>
        <TextField
          name="trial-amount"
          label={text('settings.trial.amount')}
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
          name="trial-region"
          label={text('settings.tax.region')}
          value={region}
          onChange={(value) => {
            change({ region: value });
          }}
        />
        <TextField
          name="trial-class"
          label={text('settings.tax.class')}
          value={taxClass}
          onChange={(value) => {
            change({ taxClass: value });
          }}
        />
      </Columns>
      <Trial isAsked={isAsked} error={error} isStale={isFetching}>
        {data && <Answer trial={data} />}
      </Trial>
    </Card>
  );
}

function Answer({ trial: { amount, tax, included, rate, currency } }: { trial: TaxTrialDto }) {
  const text = useText();
  const formats = useFormats();
  const words = {
    amount: formats.amount(amount, currency),
    tax: formats.amount(tax, currency),
    rate: rate ? formats.percent(rate.rate) : '',
    label: rate?.label ?? '',
  };
  if (!rate) return <Typography tag="p">{text('settings.tax.no-tax', words)}</Typography>;
  return (
    <Typography tag="p" textColor="neutral800">
      {text(included ? 'settings.tax.is-in' : 'settings.tax.is-on', words)}
    </Typography>
  );
}
