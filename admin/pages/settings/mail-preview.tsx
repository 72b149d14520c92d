import { Box, Button, Flex, Tabs, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { MailKind } from '../../../server/contracts/settings';
import { usePreviewMailQuery, useTestMailMutation } from '../../api/settings';
import { Paper } from '../../components/paper';
import { useStep } from '../../components/use-step';
import { useText } from '../../text/use-text';
import { Notice } from '../../components/notice';
import { useSettingsForm } from './settings-form';
import { useSettledQuestion } from './use-settled-question';

interface MailPreviewProps {
  kind: MailKind;
  locale: string;
}

/** The mail as shoppers get it, with what is not saved yet, about an order that nobody has placed. */
export function MailPreview({ kind, locale }: MailPreviewProps) {
  const text = useText();
  const { canEdit, unsaved } = useSettingsForm();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const body = useSettledQuestion({ kind, locale, set: unsaved });
  const { data: mail, error, isFetching } = usePreviewMailQuery(body);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography tag="h3" variant="epsilon" fontWeight="bold">
          {text('settings.mails.preview')}
        </Typography>
        {canEdit && <TestMail kind={kind} locale={locale} />}
      </Flex>
      {error && (
        <Box role="alert">
          <Typography textColor="danger600">{formatApiError(error)}</Typography>
        </Box>
      )}
      {mail?.problems.map((problem) => (
        <Notice key={problem} tone="warning">
          {problem}
        </Notice>
      ))}
      <Box minHeight="52rem" style={{ opacity: isFetching ? 0.6 : 1 }} aria-busy={isFetching}>
        {mail && (
          <Tabs.Root defaultValue="html">
            <Tabs.List aria-label={text('settings.mails.preview')}>
              <Tabs.Trigger value="html">{text('settings.mails.html')}</Tabs.Trigger>
              <Tabs.Trigger value="text">{text('settings.mails.text')}</Tabs.Trigger>
            </Tabs.List>
            <Box padding={4}>
              <Typography tag="p" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                {mail.subject}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {mail.from
                  ? text('settings.mails.sent-from', { from: mail.from })
                  : text('settings.mails.sent-from-host')}
              </Typography>
            </Box>
            <Tabs.Content value="html">
              <Paper title={text('settings.mails.preview')} srcDoc={mail.html} />
            </Tabs.Content>
            <Tabs.Content value="text">
              <Box
                tag="pre"
                padding={4}
                background="neutral100"
                hasRadius
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                <Typography>{mail.text}</Typography>
              </Box>
            </Tabs.Content>
          </Tabs.Root>
        )}
      </Box>
    </Flex>
  );
}

/** Sends it to the editor's own address. */
function TestMail({ kind, locale }: MailPreviewProps) {
  const text = useText();
  const { unsaved } = useSettingsForm();
  const { toggleNotification } = useNotification();
  const [test] = useTestMailMutation();
  const { isBusy, take } = useStep();

  const send = async () => {
    await take(async () => {
      const answer = await test({ kind, locale, set: unsaved });
      if ('error' in answer) return answer;
      const { to, problem } = answer.data;
      toggleNotification(
        problem === null
          ? { type: 'success', message: text('settings.mails.test-sent', { to }) }
          : { type: 'danger', message: text('settings.mails.test-failed', { to, problem }) }
      );
      return answer;
    }, null);
  };

  return (
    <Button variant="secondary" startIcon={<Mail />} loading={isBusy} onClick={() => void send()}>
      {text('settings.mails.test')}
    </Button>
  );
}
