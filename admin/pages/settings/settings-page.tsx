import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode, useEffect, useRef } from 'react';

import type { EditableKey, SettingsDto } from '../../../server/contracts/settings';
import { LoadError } from '../../components/load-error';
import { READ_SETTINGS } from '../../permissions';
import { useText } from '../../text/use-text';
import { UnsavedChanges } from '../../components/unsaved-changes';
import { SettingsFormProvider } from './settings-form';
import { Notice } from '../../components/notice';
import { useSettingName } from './use-setting-name';
import { useSettingsDraft } from './use-settings-draft';

interface SettingsPageProps {
  title: string;
  subtitle: string;
  children: ReactNode;
}

/** The frame of a page of the settings: everything on it is saved at once, by the button that stays in sight. */
export function SettingsPage(props: SettingsPageProps) {
  return (
    <Page.Protect permissions={READ_SETTINGS}>
      <Frame {...props} />
    </Page.Protect>
  );
}

function Frame({ title, subtitle, children }: SettingsPageProps) {
  const text = useText();
  const { form, query, isChanged, isSaving, issues, meanwhile, save, discard } = useSettingsDraft();
  const fields = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (issues.length === 0) return;
    fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [issues]);

  return (
    <Page.Main aria-busy={query.isFetching}>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={subtitle}
        primaryAction={
          form?.canEdit && (
            <Flex gap={2}>
              {isChanged && (
                <Button variant="tertiary" disabled={isSaving} onClick={discard}>
                  {text('settings.discard')}
                </Button>
              )}
              <Button
                startIcon={<Check />}
                disabled={!isChanged}
                loading={isSaving}
                onClick={() => void save()}
              >
                {text('settings.save')}
              </Button>
            </Flex>
          )
        }
      />
      <Layouts.Content>
        <UnsavedChanges when={isChanged} />
        {!form && query.isError && (
          <LoadError error={query.error} retry={query.refetch} isRetrying={query.isFetching} />
        )}
        {!form && !query.isError && <Page.Loading />}
        {form && (
          <SettingsFormProvider value={form}>
            <Flex ref={fields} direction="column" alignItems="stretch" gap={6}>
              <Box aria-live="polite">{meanwhile && <Meanwhile keys={meanwhile} />}</Box>
              {!form.canEdit && <Notice tone="info">{text('settings.read-only')}</Notice>}
              <LeftOut leftOut={form.settings.leftOut} />
              {children}
            </Flex>
          </SettingsFormProvider>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** What both have changed; the own value is the one that is saved next. */
function Meanwhile({ keys }: { keys: EditableKey[] }) {
  const text = useText();
  const name = useSettingName();
  return (
    <Notice tone="warning">
      {keys.length === 0
        ? text('settings.meanwhile')
        : text('settings.meanwhile-both', { names: keys.map(name).join(', ') })}
    </Notice>
  );
}

/** What is stored and not in force, so that nobody wonders. */
function LeftOut({ leftOut }: { leftOut: SettingsDto['leftOut'] }) {
  const text = useText();
  if (leftOut.length === 0) return null;
  return (
    <Notice tone="warning">
      {text('settings.left-out')}
      <ul>
        {leftOut.map(({ path, message }, index) => (
          <li key={index}>
            {path} {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
