import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { MailKind } from '../../../server/contracts/settings';
import { useFindMailsQuery } from '../../api/settings';
import { Card } from '../../components/card';
import { LoadError } from '../../components/load-error';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { Columns } from './columns';
import { MailPreview } from './mail-preview';
import { MailText } from './mail-text';
import { Source } from './setting-frame';

const KINDS: Record<MailKind, TextKey> = {
  receipt: 'settings.mail.receipt',
  paymentReceived: 'settings.mail.payment-received',
  shipped: 'settings.mail.shipped',
  refunded: 'settings.mail.refunded',
  cancelled: 'settings.mail.cancelled',
  paymentLink: 'settings.mail.payment-link',
  abandonedCart: 'settings.mail.abandoned-cart',
};

/** What each mail says in each language, beside the mail as it looks. */
export function MailTexts() {
  const text = useText();
  const { language } = useFormats();
  const { data: mails, isError, error, refetch, isFetching } = useFindMailsQuery(undefined);
  const [kind, setKind] = useState<MailKind>('receipt');
  const [chosen, setLocale] = useState<string | null>(null);
  const locale = chosen ?? mails?.languages[0] ?? 'en';
  const mail = mails?.kinds.find((one) => one.kind === kind);

  return (
    <Card title={text('settings.mails.texts')}>
      {isError && <LoadError error={error} retry={refetch} isRetrying={isFetching} />}
      {!isError && !mail && <Typography textColor="neutral600">{text('loading')}</Typography>}
      {mails && mail && (
        <>
          <Columns>
            <Field.Root name="mail-kind" width="100%">
              <Field.Label>{text('settings.mails.kind')}</Field.Label>
              <SingleSelect
                value={kind}
                onChange={(one) => {
                  setKind(one as MailKind);
                }}
              >
                {mails.kinds.map((one) => (
                  <SingleSelectOption key={one.kind} value={one.kind}>
                    {text(KINDS[one.kind])}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Field.Root name="mail-language" width="100%">
              <Field.Label>{text('settings.mails.language')}</Field.Label>
              <SingleSelect
                value={locale}
                onChange={(one) => {
                  setLocale(String(one));
                }}
              >
                {mails.languages.map((code) => (
                  <SingleSelectOption key={code} value={code}>
                    {language(code)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Columns>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <MailText mail={mail} locale={locale} />
            <MailPreview kind={kind} locale={locale} />
          </Flex>
          <Source name="mails.texts" label={text('settings.mails.texts')} />
        </>
      )}
    </Card>
  );
}
