import {
  Button,
  Field,
  Flex,
  Modal,
  Radio,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { SlidersHorizontal } from '@strapi/icons';
import { type FormEvent, useId, useState } from 'react';

import type { TextKey } from '../../../text/get-translation';
import { useText } from '../../../text/use-text';
import { BULK_FIELDS, type BulkField, type BulkStep, needsNumber, stepsFor } from './bulk-change';
import { COLUMN_TITLES } from './use-variation-columns';

const STEPS: Record<BulkStep, TextKey> = {
  'set': 'bulk.set',
  'add': 'bulk.add',
  'subtract': 'bulk.subtract',
  'increase': 'bulk.increase',
  'decrease': 'bulk.decrease',
  'below-price': 'bulk.below-price',
  'end-99': 'bulk.end-99',
  'end-95': 'bulk.end-95',
  'whole': 'bulk.whole',
  'clear': 'bulk.clear',
};

const PERCENTAGES: readonly BulkStep[] = ['increase', 'decrease', 'below-price'];

export interface BulkWish {
  field: BulkField;
  step: BulkStep;
  /** As it was typed. */
  typed: string;
  scope: 'selected' | 'all';
}

/** What a wish would do: to how many cells, and to the first of them. */
export interface BulkOutcome {
  count: number;
  /** How many of them would be wrong. */
  wrong: number;
  example: { row: string; from: string; to: string } | null;
}

interface BulkDialogProps {
  currency: string;
  /** The column of the active cell, if it is one that can be changed like this. */
  field: BulkField;
  selectedRows: number;
  shownRows: number;
  tryOut: (wish: BulkWish) => BulkOutcome;
  apply: (wish: BulkWish) => void;
  disabled: boolean;
}

/** Changes many cells of a column in one step. */
export function BulkDialog(props: BulkDialogProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<SlidersHorizontal />}
          disabled={props.disabled}
        >
          {text('bulk.button')}
        </Button>
      </Modal.Trigger>
      {isOpen && (
        <BulkForm
          {...props}
          close={() => {
            setIsOpen(false);
          }}
        />
      )}
    </Modal.Root>
  );
}

function BulkForm(props: BulkDialogProps & { close: () => void }) {
  const { currency, selectedRows, shownRows, tryOut, apply, close } = props;
  const text = useText();
  const formId = useId();
  const [wish, setWish] = useState<BulkWish>({
    field: props.field,
    step: 'set',
    typed: '',
    scope: selectedRows > 1 ? 'selected' : 'all',
  });
  const change = (part: Partial<BulkWish>) => {
    setWish((before) => ({ ...before, ...part }));
  };
  const { field, step, typed, scope } = wish;
  const steps = stepsFor(field, currency);
  const outcome = needsNumber(step) && typed.trim() === '' ? null : tryOut(wish);
  const isReady = outcome !== null && outcome.count > 0 && outcome.wrong === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    apply(wish);
    close();
  };
  return (
    <Modal.Content aria-describedby={undefined}>
      <Modal.Header closeLabel={text('dialog.close')}>
        <Modal.Title>{text('bulk.title')}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <form id={formId} noValidate onSubmit={submit}>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Field.Root name="field">
              <Field.Label>{text('bulk.field')}</Field.Label>
              <SingleSelect
                value={field}
                onChange={(chosen) => {
                  const next = chosen as BulkField;
                  const known = stepsFor(next, currency).includes(step);
                  change({ field: next, ...(known ? {} : { step: 'set' }) });
                }}
              >
                {BULK_FIELDS.map((name) => (
                  <SingleSelectOption key={name} value={name}>
                    {text(COLUMN_TITLES[name])}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Flex gap={4} alignItems="flex-start">
              <Field.Root name="step" flex="1">
                <Field.Label>{text('bulk.step')}</Field.Label>
                <SingleSelect
                  value={step}
                  onChange={(chosen) => {
                    change({ step: chosen as BulkStep });
                  }}
                >
                  {steps.map((name) => (
                    <SingleSelectOption key={name} value={name}>
                      {text(STEPS[name])}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              {needsNumber(step) && (
                <Field.Root name="by" width="16rem">
                  <Field.Label>{text('bulk.by')}</Field.Label>
                  <TextInput
                    inputMode="decimal"
                    autoComplete="off"
                    value={typed}
                    endAction={
                      <Typography textColor="neutral600">
                        {PERCENTAGES.includes(step)
                          ? '%'
                          : field === 'stock'
                            ? ''
                            : field === 'weight'
                              ? 'g'
                              : currency}
                      </Typography>
                    }
                    onChange={({ target }) => {
                      change({ typed: target.value });
                    }}
                  />
                </Field.Root>
              )}
            </Flex>
            <Field.Root name="scope">
              <Field.Label>{text('bulk.scope')}</Field.Label>
              <Radio.Group
                value={scope}
                onValueChange={(chosen) => {
                  change({ scope: chosen as BulkWish['scope'] });
                }}
              >
                <Radio.Item value="selected">
                  {text('bulk.selected', { count: selectedRows })}
                </Radio.Item>
                <Radio.Item value="all">{text('bulk.all', { count: shownRows })}</Radio.Item>
              </Radio.Group>
            </Field.Root>
            <Outcome outcome={outcome} />
          </Flex>
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={close}>
          {text('dialog.cancel')}
        </Button>
        <Button type="submit" form={formId} disabled={!isReady}>
          {text('bulk.apply')}
        </Button>
      </Modal.Footer>
    </Modal.Content>
  );
}

function Outcome({ outcome }: { outcome: BulkOutcome | null }) {
  const text = useText();
  const { count = 0, wrong = 0, example = null } = outcome ?? {};
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={1}
      padding={4}
      background="neutral100"
      hasRadius
      minHeight="7rem"
      aria-live="polite"
    >
      <Typography textColor={wrong > 0 ? 'danger600' : 'neutral800'}>
        {wrong > 0
          ? text('bulk.wrong', { count: wrong })
          : outcome
            ? text('bulk.outcome', { count })
            : text('bulk.waiting')}
      </Typography>
      {example && (
        <Typography textColor="neutral600">{text('bulk.example', { ...example })}</Typography>
      )}
    </Flex>
  );
}
