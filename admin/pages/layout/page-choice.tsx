import { Box, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';

import { PLUGIN_ID } from '../../../content-types/uids';
import type { PagesDto } from '../../../server/contracts/layout';
import type { PageOf } from '../../api/layout';
import { DialogButton, type DialogStep } from '../../components/dialog-button';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/text-field';
import { languageName } from '../../text/language-name';
import { useText } from '../../text/use-text';
import { addressOf } from './page-address';

interface PageChoiceProps extends PageOf {
  site: PagesDto;
}

/** Which page is composed, and in which language. */
export function PageChoice({ page, locale, site }: PageChoiceProps) {
  const text = useText();
  const intl = useIntl();
  const navigate = useNavigate();
  const go = (next: PageOf) => {
    const path = `${encodeURIComponent(next.page)}/${next.locale}`;
    navigate(`/plugins/${PLUGIN_ID}/layout/${path}`);
  };
  const pages = [...new Set([...site.pages.map((one) => one.page), page])];
  return (
    <Flex gap={2} wrap="wrap" alignItems="flex-end">
      <Box width="20rem">
        <Field.Root name="page">
          <SingleSelect
            size="S"
            aria-label={text('layout.page')}
            value={page}
            onChange={(value) => {
              go({ page: String(value), locale });
            }}
          >
            {pages.map((name) => (
              <SingleSelectOption key={name} value={name}>
                {name === 'home' ? text('layout.home') : name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      {site.locales.length > 1 && (
        <Box width="16rem">
          <Field.Root name="locale">
            <SingleSelect
              size="S"
              aria-label={text('layout.language')}
              value={locale}
              onChange={(value) => {
                go({ page, locale: String(value) });
              }}
            >
              {site.locales.map(({ code }) => (
                <SingleSelectOption key={code} value={code}>
                  {languageName(code, intl.locale)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
      )}
      <DialogButton
        label={text('layout.new-page')}
        variant="tertiary"
        size="S"
        startIcon={<Plus />}
      >
        {(step) => (
          <NewPage
            step={step}
            taken={pages}
            onMake={(name) => {
              step.close();
              go({ page: name, locale });
            }}
          />
        )}
      </DialogButton>
    </Flex>
  );
}

interface NewPageProps {
  step: DialogStep;
  taken: string[];
  onMake: (name: string) => void;
}

/** A page is there as soon as it has a block: to make one is to go there. */
function NewPage({ step, taken, onMake }: NewPageProps) {
  const text = useText();
  const [name, setName] = useState('');
  const address = addressOf(name);
  const isTaken = taken.includes(address);
  return (
    <DialogForm
      step={step}
      title={text('layout.new-page')}
      submitLabel={text('layout.new-page.make')}
      isComplete={address !== ''}
      submit={() => {
        onMake(address);
      }}
    >
      <TextField
        name="page-name"
        label={text('layout.new-page.name')}
        hint={
          isTaken
            ? text('layout.new-page.taken', { address })
            : address === ''
              ? text('layout.new-page.hint')
              : text('layout.new-page.address', { address })
        }
        value={name}
        onChange={setName}
      />
    </DialogForm>
  );
}
