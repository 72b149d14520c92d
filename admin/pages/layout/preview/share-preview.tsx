import {
  Box,
  Button,
  DateTimePicker,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { Duplicate, Link as LinkIcon } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { PagesDto, PreviewLinkDto } from '../../../../server/contracts/layout';
import { type PageOf, useSharePreviewMutation } from '../../../api/layout';
import { backendUrl } from '../../../api/backend-url';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { Notice } from '../../../components/notice';
import { TextField } from '../../../components/text-field';
import { type Answer, useStep } from '../../../components/use-step';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { copyText } from '../../order/copy-text';

interface SharePreviewProps extends PageOf {
  isChanged: boolean;
  site: PagesDto;
}

/** A link for somebody without an account. */
export function SharePreview(props: SharePreviewProps) {
  const text = useText();
  return (
    <DialogButton label={text('layout.share')} size="S" startIcon={<LinkIcon />}>
      {(step) => <ShareForm step={step} {...props} />}
    </DialogButton>
  );
}

const HOURS = [
  { hours: 1, label: 'layout.share.hour' },
  { hours: 24, label: 'layout.share.day' },
  { hours: 168, label: 'layout.share.week' },
] as const;

function ShareForm({
  step,
  page,
  locale,
  isChanged,
  site,
}: SharePreviewProps & { step: DialogStep }) {
  const text = useText();
  const intl = useIntl();
  const [share] = useSharePreviewMutation();
  const [hours, setHours] = useState(24);
  const [at, setAt] = useState<string | null>(null);
  const [link, setLink] = useState<PreviewLinkDto | null>(null);
  // The dialog stays open: the link is in it.
  const { isBusy, take } = useStep();
  const [refusal, setRefusal] = useState<string | null>(null);

  const make = async (): Promise<Answer> => {
    const answer = await share({ page, locale, at, hours });
    if ('data' in answer) setLink(answer.data);
    return answer;
  };

  return (
    <DialogForm
      step={{ ...step, isBusy, refusal }}
      title={text('layout.share.title')}
      submitLabel={text(link ? 'layout.share.again' : 'layout.share.make')}
      submit={() => {
        setRefusal(null);
        void take(make, null, setRefusal);
      }}
    >
      {isChanged && <Notice tone="warning">{text('layout.share.unsaved')}</Notice>}
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Box grow={1} minWidth="18rem">
          <Field.Root name="hours">
            <Field.Label>{text('layout.share.expires')}</Field.Label>
            <SingleSelect
              value={String(hours)}
              onChange={(value) => {
                setHours(Number(value));
              }}
            >
              {HOURS.map((one) => (
                <SingleSelectOption key={one.hours} value={String(one.hours)}>
                  {text(one.label)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
        <Field.Root name="at" hint={text('layout.share.at.hint')}>
          <Field.Label>{text('layout.share.at')}</Field.Label>
          <DateTimePicker
            locale={intl.locale}
            clearLabel={text('layout.preview.now')}
            dateLabel={text('layout.preview.date')}
            timeLabel={text('layout.preview.time')}
            value={at === null ? null : new Date(at)}
            onChange={(date?: Date) => {
              setAt(date ? date.toISOString() : null);
            }}
            onClear={() => {
              setAt(null);
            }}
          />
          <Field.Hint />
        </Field.Root>
      </Flex>
      <Box aria-live="polite">{link && <MadeLinks link={link} hasSite={site.hasSite} />}</Box>
    </DialogForm>
  );
}

function MadeLinks({ link, hasSite }: { link: PreviewLinkDto; hasSite: boolean }) {
  const text = useText();
  const { time } = useFormats();
  const api = new URL(`${backendUrl()}${link.path}`, window.location.origin).href;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {link.siteUrl && <CopiedField label={text('layout.share.site')} value={link.siteUrl} />}
      <CopiedField label={text('layout.share.api')} value={api} />
      {!hasSite && <Notice tone="info">{text('layout.share.no-site')}</Notice>}
      <Notice tone="info">{text('layout.share.until', { time: time(link.expiresAt) })}</Notice>
    </Flex>
  );
}

function CopiedField({ label, value }: { label: string; value: string }) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const copy = async () => {
    const isCopied = await copyText(value);
    toggleNotification(
      isCopied
        ? { type: 'success', message: text('layout.share.copied') }
        : { type: 'warning', message: text('layout.share.not-copied') }
    );
  };
  return (
    <Flex gap={2} alignItems="flex-end">
      <Box grow={1}>
        <TextField name={label} label={label} value={value} onChange={() => undefined} />
      </Box>
      <Button
        variant="secondary"
        size="L"
        startIcon={<Duplicate />}
        aria-label={text('layout.share.copy.named', { name: label })}
        onClick={() => void copy()}
      >
        {text('layout.share.copy')}
      </Button>
    </Flex>
  );
}
