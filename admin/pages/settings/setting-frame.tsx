import { Field, Flex, TextButton, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { EditableKey } from '../../../server/contracts/settings';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { useSettingsForm } from './settings-form';

interface SettingFrameProps {
  name: EditableKey;
  label: string;
  hint?: string | undefined;
  /** Lists show what is wrong where it is. */
  ownErrors?: boolean;
  children: ReactNode;
}

/** A setting with its name, what is wrong with it, where its value comes from, and the way back there. */
export function SettingFrame({
  name,
  label,
  hint,
  ownErrors = false,
  children,
}: SettingFrameProps) {
  const { errorAt } = useSettingsForm();
  const error = ownErrors ? undefined : errorAt(name);
  return (
    <Field.Root name={name} hint={hint} error={error} width="100%">
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
      <Source name={name} label={label} />
    </Field.Root>
  );
}

/** Also for lists, which are no single field. */
export function Source({ name, label }: { name: EditableKey; label: string }) {
  const text = useText();
  const { time } = useFormats();
  const { settings, draft, canEdit, goBack } = useSettingsForm();
  const { source, by, at } = settings.fields[name];
  const isUnsaved = name in draft.set || draft.reset.includes(name);
  const words = {
    default: () => text('settings.source.default'),
    file: () => text('settings.source.file'),
    admin: () =>
      at
        ? text('settings.source.admin', { by: by ?? '', at: time(at) })
        : text('settings.source.here'),
  };
  const canGoBack = canEdit && source === 'admin' && !draft.reset.includes(name);
  return (
    <Flex gap={2} wrap="wrap" minHeight="2rem">
      <Typography variant="pi" textColor={isUnsaved ? 'warning600' : 'neutral500'}>
        {isUnsaved ? text('settings.source.unsaved') : words[source]()}
      </Typography>
      {canGoBack && (
        <TextButton
          aria-label={text('settings.go-back-of', { name: label })}
          onClick={() => {
            goBack(name);
          }}
        >
          {text('settings.go-back')}
        </TextButton>
      )}
    </Flex>
  );
}
