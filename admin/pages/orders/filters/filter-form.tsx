import { Checkbox, Field, Flex, Grid, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { TextField } from '../../../components/text-field';
import { typedAmount } from '../../../text/typed-amount';
import { useText } from '../../../text/use-text';
import { type Filters, filtersOf, isAmount } from '../orders-query';
import { ChoiceField } from './choice-field';
import { FILTER_LABELS, useFilterChoices } from './filter-words';

interface FilterFormProps {
  step: DialogStep;
  filters: Filters;
  show: (filters: Filters) => void;
}

const DATES = 'dates';

/** All filters of the list; they are used together when the form is sent. */
export function FilterForm({ step, filters, show }: FilterFormProps) {
  const text = useText();
  const intl = useIntl();
  const choices = useFilterChoices();
  const [draft, setDraft] = useState<Filters>(filters);
  const [isTried, setIsTried] = useState(false);
  const [byDates, setByDates] = useState(Boolean(filters.from ?? filters.to));
  const change = (changed: { [Name in keyof Filters]?: string | undefined }) => {
    setDraft(Object.assign({}, draft, changed));
  };

  const typed = {
    ...draft,
    totalFrom: typedAmount(draft.totalFrom ?? '', intl.locale),
    totalTo: typedAmount(draft.totalTo ?? '', intl.locale),
  };
  const example = intl.formatNumber(12.5, { minimumFractionDigits: 2 });
  const amountError = (value: string) =>
    isTried && value !== '' && !isAmount(value)
      ? text('orders.filter.bad-amount', { example })
      : undefined;
  const isTurned = Boolean(draft.from && draft.to && draft.from > draft.to);
  const isFine =
    !isTurned && [typed.totalFrom, typed.totalTo].every((one) => one === '' || isAmount(one));

  const submit = () => {
    setIsTried(true);
    if (!isFine) return;
    show(filtersOf(typed));
    step.close();
  };
  const choose = (
    name: 'status' | 'paymentStatus' | 'fulfilmentStatus' | 'paymentMethod' | 'country'
  ) => (
    <ChoiceField
      name={name}
      label={text(FILTER_LABELS[name])}
      value={draft[name]}
      choices={choices[name]}
      onChange={(value) => {
        change({ [name]: value });
      }}
    />
  );
  const write = (name: 'totalFrom' | 'totalTo' | 'discountCode', error?: string) => (
    <TextField
      name={name}
      label={text(FILTER_LABELS[name])}
      value={draft[name] ?? ''}
      error={error}
      onChange={(value) => {
        change({ [name]: value });
      }}
    />
  );

  return (
    <DialogForm
      step={step}
      title={text('orders.filters.title')}
      submitLabel={text('orders.filters.apply')}
      submit={submit}
    >
      <Grid.Root gap={4}>
        <Cell>{choose('status')}</Cell>
        <Cell>{choose('paymentStatus')}</Cell>
        <Cell>{choose('fulfilmentStatus')}</Cell>
        <Cell>
          <ChoiceField
            name="period"
            label={text(FILTER_LABELS.period)}
            value={byDates ? DATES : draft.period}
            choices={[...choices.period, { value: DATES, label: text('orders.filter.dates') }]}
            onChange={(value) => {
              setByDates(value === DATES);
              const period = value === DATES ? undefined : value;
              change({ period, from: undefined, to: undefined });
            }}
          />
        </Cell>
        {byDates && (
          <>
            <Cell>
              <TextField
                name="from"
                type="date"
                label={text('orders.filter.from')}
                hint={text('orders.filter.days-hint')}
                value={draft.from ?? ''}
                onChange={(from) => {
                  change({ from });
                }}
              />
            </Cell>
            <Cell>
              <TextField
                name="to"
                type="date"
                label={text('orders.filter.to')}
                value={draft.to ?? ''}
                error={isTurned ? text('orders.filter.bad-days') : undefined}
                onChange={(to) => {
                  change({ to });
                }}
              />
            </Cell>
          </>
        )}
        <Cell>{write('totalFrom', amountError(typed.totalFrom))}</Cell>
        <Cell>{write('totalTo', amountError(typed.totalTo))}</Cell>
        <Cell>{choose('paymentMethod')}</Cell>
        <Cell>{choose('country')}</Cell>
        <Cell>{write('discountCode')}</Cell>
      </Grid.Root>
      <Flex
        role="group"
        aria-label={text('orders.filter.only')}
        direction="column"
        alignItems="stretch"
        gap={3}
      >
        <Typography variant="pi" fontWeight="bold" aria-hidden>
          {text('orders.filter.only')}
        </Typography>
        <Only
          label={text('orders.filter.to-ship')}
          hint={text('orders.filter.to-ship-hint')}
          checked={draft.toShip === 'true'}
          onChange={(isOn) => {
            change({ toShip: isOn ? 'true' : undefined });
          }}
        />
        <Only
          label={text('orders.filter.attention')}
          hint={text('orders.filter.attention-hint')}
          checked={draft.attention === 'true'}
          onChange={(isOn) => {
            change({ attention: isOn ? 'true' : undefined });
          }}
        />
      </Flex>
    </DialogForm>
  );
}

function Cell({ children }: { children: React.ReactNode }) {
  return (
    <Grid.Item col={6} s={6} xs={12} alignItems="flex-start">
      {children}
    </Grid.Item>
  );
}

interface OnlyProps {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Only({ label, hint, checked, onChange }: OnlyProps) {
  return (
    <Field.Root hint={hint}>
      <Checkbox
        checked={checked}
        onCheckedChange={(value) => {
          onChange(value === true);
        }}
      >
        {label}
      </Checkbox>
      <Field.Hint />
    </Field.Root>
  );
}
