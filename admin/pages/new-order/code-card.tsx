import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { useState } from 'react';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { isAboutCode } from '../order-form/refusal';
import { useRefusalWords } from '../order-form/use-refusal-words';
import type { NewOrder } from './use-new-order';

/** A discount code counts once it is applied, so that half of one is not refused. */
export function CodeCard({ form, change, preview, refusal }: NewOrder) {
  const text = useText();
  const { ofRefusal } = useRefusalWords();
  const [typed, setTyped] = useState(form.discountCode ?? '');
  const apply = (discountCode: string | null) => {
    change((current) => ({ ...current, discountCode }));
  };
  const isApplied = form.discountCode !== null;
  const isAccepted = isApplied && preview?.cart.discountCode && !isAboutCode(refusal);
  return (
    <Card title={text('new-order.code-title')}>
      <Field.Root
        name="discountCode"
        hint={isAccepted ? text('new-order.code-accepted') : ''}
        error={refusal && isAboutCode(refusal) ? ofRefusal(refusal) : undefined}
      >
        <Field.Label>{text('new-order.code')}</Field.Label>
        <Flex gap={2} alignItems="flex-start">
          <Box style={{ flex: 1 }}>
            <TextInput
              autoComplete="off"
              value={typed}
              disabled={isApplied}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                apply(typed.trim() || null);
              }}
              onChange={({ target }) => {
                setTyped(target.value);
              }}
            />
          </Box>
          {isApplied ? (
            <Button
              size="L"
              variant="tertiary"
              onClick={() => {
                setTyped('');
                apply(null);
              }}
            >
              {text('new-order.code-remove')}
            </Button>
          ) : (
            <Button
              size="L"
              variant="secondary"
              disabled={typed.trim() === ''}
              onClick={() => {
                apply(typed.trim());
              }}
            >
              {text('new-order.code-apply')}
            </Button>
          )}
        </Flex>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </Card>
  );
}
