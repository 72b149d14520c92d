import { Checkbox, Field, Textarea, Typography } from '@strapi/design-system';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { AddressFields } from '../order-form/address-fields';
import type { NewOrder } from './use-new-order';

/** Who pays, where it goes, and what is to be thought of. */
export function AddressesCard({ form, change, refusal }: NewOrder) {
  const text = useText();
  return (
    <Card title={text('new-order.addresses')}>
      <Typography tag="h3" variant="epsilon" textColor="neutral800" fontWeight="semiBold">
        {text('order.billing-address')}
      </Typography>
      <AddressFields
        name="billing"
        value={form.billing}
        refusal={refusal}
        onChange={(billing) => {
          change((current) => ({ ...current, billing }));
        }}
      />
      <Checkbox
        checked={form.sameAsBilling}
        onCheckedChange={(state) => {
          change((current) => ({ ...current, sameAsBilling: state === true }));
        }}
      >
        {text('new-order.same-address')}
      </Checkbox>
      {!form.sameAsBilling && (
        <>
          <Typography tag="h3" variant="epsilon" textColor="neutral800" fontWeight="semiBold">
            {text('order.shipping-address')}
          </Typography>
          <AddressFields
            name="shipping"
            value={form.shipping}
            refusal={refusal}
            onChange={(shipping) => {
              change((current) => ({ ...current, shipping }));
            }}
          />
        </>
      )}
      <Field.Root name="instructions" width="100%">
        <Field.Label>{text('order.instructions')}</Field.Label>
        <Textarea
          value={form.instructions}
          onChange={({ target }) => {
            change((current) => ({ ...current, instructions: target.value }));
          }}
        />
      </Field.Root>
    </Card>
  );
}
