import { Checkbox, Field, Flex, Radio } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useGiveRefundMutation } from '../../../api/order-steps';
import { newStepKey } from '../../../api/step-key';
import { AmountField } from '../../../components/amount-field';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { TextField } from '../../../components/text-field';
import { UnitsField } from '../../../components/units-field';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { useMayUpdate } from '../use-may-update';
import { RefundPreview } from './refund-preview';
import { type RefundForm, type RefundKind, refundWish } from './refund-wish';

const NOTHING: RefundForm = {
  kind: 'items',
  units: {},
  shipping: false,
  amount: '',
  restock: false,
};

/** Gives money back, for items and shipping or for nothing in particular. */
export function GiveRefund({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const mayUpdate = useMayUpdate();
  if (!order.can.refund || !mayUpdate) return null;
  return (
    <DialogButton label={text('refund.button')} startIcon={<ArrowLeft />}>
      {(step) => <Form order={order} step={step} />}
    </DialogButton>
  );
}

function Form({ order, step }: { order: AdminOrderDto; step: DialogStep }) {
  const text = useText();
  const { locale } = useIntl();
  const [give] = useGiveRefundMutation();
  const [key] = useState(newStepKey);
  const [form, setForm] = useState(NOTHING);
  const [reason, setReason] = useState('');
  const { documentId } = order;
  const wish = refundWish(form, locale);
  const change = (part: Partial<RefundForm>) => {
    setForm({ ...form, ...part });
  };

  const submit = () => {
    if (!wish) return;
    const asked = { documentId, key, wish, reason: reason.trim() || null };
    step.take(() => give(asked), text('refund.done'));
  };
  return (
    <DialogForm
      step={step}
      title={text('refund.title')}
      submitLabel={text('refund.button')}
      isDangerous
      isComplete={wish !== null}
      submit={submit}
    >
      <Kind value={form.kind} onChange={(kind) => change({ kind })} />
      {form.kind === 'items' && <Items order={order} form={form} change={change} />}
      {form.kind === 'amount' && <FreeAmount order={order} form={form} change={change} />}
      {form.kind !== 'amount' && (
        <Checkbox
          checked={form.restock}
          onCheckedChange={(state) => change({ restock: state === true })}
        >
          {text('refund.restock')}
        </Checkbox>
      )}
      <TextField
        name="reason"
        label={text('refund.reason')}
        hint={text('refund.reason-hint')}
        value={reason}
        onChange={setReason}
      />
      <RefundPreview order={order} wish={wish} />
    </DialogForm>
  );
}

interface KindProps {
  value: RefundKind;
  onChange: (kind: RefundKind) => void;
}

function Kind({ value, onChange }: KindProps) {
  const text = useText();
  return (
    <Field.Root name="kind">
      <Field.Label>{text('refund.what')}</Field.Label>
      <Radio.Group
        aria-label={text('refund.what')}
        value={value}
        onValueChange={(kind) => {
          onChange(kind as RefundKind);
        }}
      >
        <Radio.Item value="items">{text('refund.items')}</Radio.Item>
        <Radio.Item value="amount">{text('refund.amount')}</Radio.Item>
        <Radio.Item value="all">{text('refund.all')}</Radio.Item>
      </Radio.Group>
    </Field.Root>
  );
}

interface PartProps {
  order: AdminOrderDto;
  form: RefundForm;
  change: (part: Partial<RefundForm>) => void;
}

function Items({ order: { items, totals }, form: { units, shipping }, change }: PartProps) {
  const text = useText();
  return (
    <>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {items
          .filter(({ refundable }) => refundable > 0)
          .map((item) => (
            <UnitsField
              key={item.id}
              item={item}
              most={item.refundable}
              value={units[item.id] ?? 0}
              onChange={(wanted) => change({ units: { ...units, [item.id]: wanted } })}
            />
          ))}
      </Flex>
      {Number(totals.shipping) > 0 && (
        <Checkbox
          checked={shipping}
          onCheckedChange={(state) => change({ shipping: state === true })}
        >
          {text('refund.shipping')}
        </Checkbox>
      )}
    </>
  );
}

function FreeAmount({ order: { refundable, currency }, form, change }: PartProps) {
  const text = useText();
  const { amount } = useFormats();
  return (
    <AmountField
      name="amount"
      label={text('refund.amount')}
      hint={text('refund.most', { amount: amount(refundable, currency) })}
      value={form.amount}
      currency={currency}
      onChange={(typed) => change({ amount: typed })}
    />
  );
}
