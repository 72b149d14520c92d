import { Box, Button, Flex } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { type FormEvent, useId, useState } from 'react';
import { useIntl } from 'react-intl';

import { PLUGIN_ID } from '../../../content-types/uids';
import type { CodeBatchDto } from '../../../server/contracts/discount-codes';
import { useGenerateCodesMutation, usePreviewPatternQuery } from '../../api/discount-code-tools';
import { newStepKey } from '../../api/step-key';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { UnsavedChanges } from '../../components/unsaved-changes';
import { useSettled } from '../../components/use-settled';
import { useStep } from '../../components/use-step';
import { CREATE_DISCOUNT_CODES } from '../../permissions';
import { useText } from '../../text/use-text';
import { type CodesForm, countOf, missingOf, NEW_FORM, orderOf } from './codes-form';
import { DiscountFields } from './discount-fields';
import { GeneratedCodes } from './generated-codes';
import { PatternFields } from './pattern-fields';
import { UseFields } from './use-fields';

const LIST = `/plugins/${PLUGIN_ID}/discount-codes`;

/** Many discount codes at once, for whoever may also make one by hand. */
export function GenerateCodesPage() {
  return (
    <Page.Protect permissions={CREATE_DISCOUNT_CODES}>
      <GenerateCodes />
    </Page.Protect>
  );
}

function GenerateCodes() {
  const text = useText();
  const [batch, setBatch] = useState<CodeBatchDto | null>(null);
  return (
    <Page.Main>
      <Page.Title>{text('codes.generate')}</Page.Title>
      {batch ? (
        <GeneratedCodes
          batch={batch}
          again={() => {
            setBatch(null);
          }}
        />
      ) : (
        <Generator done={setBatch} />
      )}
    </Page.Main>
  );
}

function Generator({ done }: { done: (batch: CodeBatchDto) => void }) {
  const text = useText();
  const { locale } = useIntl();
  const id = useId();
  const { isBusy, take } = useStep();
  const [ask] = useGenerateCodesMutation();
  // The same codes for a second click, and after an answer that was lost.
  const [key] = useState(newStepKey);
  const [form, setForm] = useState(NEW_FORM);
  const [shown, setShown] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { batch, pattern } = useSettled(form);
  const count = countOf(form) ?? 1;
  const { data: preview } = usePreviewPatternQuery({ batch: batch.trim(), pattern, count });

  const change = (part: Partial<CodesForm>) => {
    setRefusal(null);
    setForm((before) => ({ ...before, ...part }));
  };
  const missing = missingOf(form);
  const isPossible = preview?.fault === null && preview.room !== 'none' && !preview.isTaken;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (missing.length > 0 || !isPossible) {
      document.querySelector<HTMLElement>(`#${CSS.escape(id)} [aria-invalid="true"]`)?.focus();
      return;
    }
    await take(
      async () => {
        const answer = await ask({ key, order: orderOf(form, locale) });
        if ('data' in answer) done(answer.data);
        return answer;
      },
      null,
      setRefusal
    );
  };

  const parts = { form, change, missing: shown ? missing : [] };
  return (
    <form id={id} noValidate onSubmit={(event) => void submit(event)}>
      <UnsavedChanges when={form !== NEW_FORM && !isBusy} />
      <Layouts.Header
        title={text('codes.generate')}
        subtitle={text('codes.generate-subtitle')}
        navigationAction={<BackButton fallback={LIST} />}
        primaryAction={
          <Button type="submit" startIcon={<Magic />} loading={isBusy}>
            {text('codes.generate')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {refusal && (
            <Box role="alert">
              <Notice tone="danger">{refusal}</Notice>
            </Box>
          )}
          <Card title={text('codes.codes')}>
            <PatternFields {...parts} preview={preview} />
          </Card>
          <Card title={text('codes.discount')}>
            <DiscountFields {...parts} />
          </Card>
          <Card title={text('codes.limits')}>
            <UseFields {...parts} />
          </Card>
        </Flex>
      </Layouts.Content>
    </form>
  );
}
