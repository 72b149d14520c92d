import { Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';

import type { MailDto, MailKind } from '../../../server/contracts/settings';
import { useText } from '../../text/use-text';
import { Notice } from '../../components/notice';
import { useSetting, useSettingsForm } from './settings-form';
import { type OwnText, textIn, type Texts, withText } from './texts-of-mails';

interface MailTextProps {
  mail: MailDto;
  locale: string;
}

/** What editors say in place of our words; an empty field is ours again. */
export function MailText({ mail, locale }: MailTextProps) {
  const text = useText();
  const { kind, placeholders } = mail;
  const written = templateParts(mail, locale);
  const words = mail.words[languageOf(locale)] ?? mail.words.en ?? { subject: '', intro: '' };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {written.length > 0 && (
        <Notice tone="info">
          {text('settings.mails.template', { parts: written.join(', ') })}
        </Notice>
      )}
      <Part
        part="subject"
        label={text('settings.mails.subject')}
        placeholder={words.subject}
        {...{ kind, locale }}
      />
      <Part
        isLong
        part="intro"
        label={text('settings.mails.intro')}
        placeholder={words.intro}
        {...{ kind, locale }}
      />
      <Part isLong part="closing" label={text('settings.mails.closing')} {...{ kind, locale }} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('settings.mails.placeholders', {
          names: placeholders.map((name) => `{${name}}`).join('  '),
        })}
      </Typography>
    </Flex>
  );
}

interface PartProps {
  kind: MailKind;
  locale: string;
  part: keyof OwnText;
  label: string;
  placeholder?: string;
  isLong?: boolean;
}

function Part({ kind, locale, part, label, placeholder = '', isLong = false }: PartProps) {
  const { errorAt } = useSettingsForm();
  const { value: texts, change, canEdit } = useSetting<Texts>('mails.texts');
  const path = `mails.texts.${kind}.${locale}.${part}`;
  const input = {
    placeholder,
    disabled: !canEdit,
    value: textIn(texts, kind, locale)[part] ?? '',
    onChange: ({ target }: { target: { value: string } }) => {
      change(withText(texts, kind, locale, { [part]: target.value }));
    },
  };
  return (
    <Field.Root name={path} error={errorAt(path)} width="100%">
      <Field.Label>{label}</Field.Label>
      {isLong ? <Textarea {...input} /> : <TextInput autoComplete="off" {...input} />}
      <Field.Error />
    </Field.Root>
  );
}

/** The parts that a template of the config file writes in this language: what is said here shows only where it lets it. */
function templateParts({ templates }: MailDto, locale: string): string[] {
  return templates['*'] ?? templates[locale] ?? templates[languageOf(locale)] ?? [];
}

const languageOf = (locale: string) => locale.split('-')[0] ?? locale;
