import { Field, Radio, Typography } from '@strapi/design-system';

import type { StaffOrderPreviewDto } from '../../../server/contracts/staff';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

interface ShippingChoiceProps {
  options: StaffOrderPreviewDto['shippingOptions'];
  currency: string;
  value: string | null;
  error: string | undefined;
  onChange: (code: string) => void;
}

/** The ways of shipping that the address and the items allow, with what each costs. */
export function ShippingChoice({ options, currency, value, error, onChange }: ShippingChoiceProps) {
  const text = useText();
  const { amount } = useFormats();
  return (
    <Field.Root name="shippingOption" error={error}>
      {options.length === 0 ? (
        <Typography textColor="neutral600">{text('shipping-choice.none')}</Typography>
      ) : (
        <Radio.Group
          aria-label={text('shipping-choice.title')}
          value={value ?? ''}
          onValueChange={onChange}
        >
          {options.map((option) => (
            <Radio.Item key={option.code} value={option.code}>
              {text('shipping-choice.option', {
                label: option.label,
                amount: amount(option.amount, currency),
              })}
            </Radio.Item>
          ))}
        </Radio.Group>
      )}
      <Field.Error />
    </Field.Root>
  );
}
