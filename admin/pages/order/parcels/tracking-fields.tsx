import { Grid } from '@strapi/design-system';

import { TextField } from '../../../components/text-field';
import { useText } from '../../../text/use-text';
import type { TypedTracking } from './tracking';

interface TrackingFieldsProps {
  value: TypedTracking;
  onChange: (value: TypedTracking) => void;
}

/** How a parcel can be followed. All of it can stay empty. */
export function TrackingFields({ value, onChange }: TrackingFieldsProps) {
  const text = useText();
  const change = (part: keyof TypedTracking) => (typed: string) => {
    onChange({ ...value, [part]: typed });
  };
  return (
    <Grid.Root gap={5}>
      <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
        <TextField
          name="carrier"
          label={text('parcel.carrier')}
          value={value.carrier}
          onChange={change('carrier')}
        />
      </Grid.Item>
      <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
        <TextField
          name="trackingNumber"
          label={text('parcel.tracking-number')}
          value={value.trackingNumber}
          onChange={change('trackingNumber')}
        />
      </Grid.Item>
      <Grid.Item col={12} s={12} xs={12} alignItems="flex-start">
        <TextField
          name="trackingUrl"
          type="url"
          placeholder="https://"
          label={text('parcel.tracking-url')}
          hint={text('parcel.tracking-url-hint')}
          value={value.trackingUrl}
          onChange={change('trackingUrl')}
        />
      </Grid.Item>
    </Grid.Root>
  );
}
