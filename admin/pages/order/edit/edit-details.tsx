import { Field, Grid, Textarea } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import type { OrderEditDto } from '../../../../server/contracts/staff';
import { Card } from '../../../components/card';
import { TextField } from '../../../components/text-field';
import { useText } from '../../../text/use-text';
import { AddressFields } from '../../order-form/address-fields';
import { isAboutShipping, issueAt, type Refusal } from '../../order-form/refusal';
import { ShippingChoice } from '../../order-form/shipping-choice';
import { typedAddress } from '../../order-form/typed-address';
import { useRefusalWords } from '../../order-form/use-refusal-words';
import type { EditForm } from './edit-form';

interface EditDetailsProps {
  order: AdminOrderDto;
  form: EditForm;
  shippingOptions: OrderEditDto['shippingOptions'];
  refusal: Refusal | null;
  change: (part: Partial<EditForm>) => void;
}

/** Who gets it where, and how. */
export function EditDetails({ order, form, shippingOptions, refusal, change }: EditDetailsProps) {
  const text = useText();
  const { ofRefusal, ofIssue } = useRefusalWords();
  return (
    <>
      <Card title={text('shipping-choice.title')}>
        <ShippingChoice
          options={shippingOptions}
          currency={order.currency}
          value={form.shippingOption ?? order.shippingOption?.code ?? null}
          error={refusal && isAboutShipping(refusal) ? ofRefusal(refusal) : undefined}
          onChange={(shippingOption) => {
            change({ shippingOption });
          }}
        />
      </Card>
      <Card title={text('order.shipping-address')}>
        <AddressFields
          name="shipping"
          value={form.shipping ?? typedAddress(order.shipping)}
          refusal={refusal}
          onChange={(shipping) => {
            change({ shipping });
          }}
        />
      </Card>
      <Card title={text('order.billing-address')}>
        <AddressFields
          name="billing"
          value={form.billing ?? typedAddress(order.billing)}
          refusal={refusal}
          onChange={(billing) => {
            change({ billing });
          }}
        />
      </Card>
      <Card title={text('order.customer')}>
        <Grid.Root gap={4}>
          <Grid.Item col={12} s={12} xs={12} alignItems="flex-start">
            <TextField
              name="email"
              type="email"
              label={text('order.email')}
              error={ofIssue(issueAt(refusal, 'email'))}
              value={form.email ?? order.email}
              onChange={(email) => {
                change({ email });
              }}
            />
          </Grid.Item>
          <Grid.Item col={12} s={12} xs={12} alignItems="flex-start">
            <Field.Root
              name="instructions"
              width="100%"
              error={ofIssue(issueAt(refusal, 'instructions'))}
            >
              <Field.Label>{text('order.instructions')}</Field.Label>
              <Textarea
                value={form.instructions ?? order.instructions ?? ''}
                onChange={({ target }) => {
                  change({ instructions: target.value });
                }}
              />
              <Field.Error />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
      </Card>
    </>
  );
}
