import { Checkbox, Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useFindShopQuery } from '../../api/shop';
import { TextField } from '../../components/text-field';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import type { DiscountKind } from './codes-form';
import type { FormPart } from './form-part';
import { TemplateChoice } from './template-choice';

const KINDS: { kind: DiscountKind; key: TextKey }[] = [
  { kind: 'percent', key: 'codes.kind.percent' },
  { kind: 'deduct', key: 'codes.kind.deduct' },
  { kind: 'exact', key: 'codes.kind.exact' },
  { kind: 'none', key: 'codes.kind.none' },
];

/** What each code takes off, and of what. */
export function DiscountFields({ form, change, missing }: FormPart) {
  const text = useText();
  const { data: shop } = useFindShopQuery(undefined);
  const unit = form.kind === 'percent' ? '%' : (shop?.currency ?? '');
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={12} direction="column" alignItems="stretch">
        <TemplateChoice form={form} change={change} />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <Field.Root name="kind" width="100%">
          <Field.Label>{text('codes.kind')}</Field.Label>
          <SingleSelect
            value={form.kind}
            onChange={(kind) => {
              change({ kind: kind as DiscountKind });
            }}
          >
            {KINDS.map(({ kind, key }) => (
              <SingleSelectOption key={kind} value={kind}>
                {text(key)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        {form.kind !== 'none' && (
          <TextField
            name="discount"
            required
            label={text('codes.value', { unit })}
            error={missing.includes('discount') ? text('codes.value-missing') : undefined}
            value={form.discount}
            onChange={(discount) => {
              change({ discount });
            }}
          />
        )}
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <TextField
          name="minPurchase"
          label={text('codes.minimum', { unit: shop?.currency ?? '' })}
          hint={text('codes.optional')}
          value={form.minPurchase}
          onChange={(minPurchase) => {
            change({ minPurchase });
          }}
        />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" justifyContent="center">
        <Checkbox
          checked={form.freeShipping}
          onCheckedChange={(checked: boolean | 'indeterminate') => {
            change({ freeShipping: checked === true });
          }}
        >
          {text('codes.free-shipping')}
        </Checkbox>
        {form.kind === 'none' && missing.includes('discount') && (
          <Field.Root error={text('codes.nothing-given')}>
            <Field.Error />
          </Field.Root>
        )}
      </Grid.Item>
    </Grid.Root>
  );
}
