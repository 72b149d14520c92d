import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Trash, Upload } from '@strapi/icons';
import { useId, useRef, useState } from 'react';
import { styled } from 'styled-components';

import { useText } from '../../text/use-text';
import { LibraryButton } from './library-button';
import { readPicture } from './read-picture';
import { Source } from './setting-frame';
import { useSetting, useSettingsForm } from './settings-form';

/** On white, as it is printed. */
const Paper = styled.img`
  max-width: 24rem;
  max-height: 9.6rem;
  padding: ${({ theme }) => theme.spaces[2]};
  background: white;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** The picture on invoices. It is kept with the settings, small: documents fetch nothing from elsewhere. */
export function LogoSetting() {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { errorAt } = useSettingsForm();
  const { value: logo, change, canEdit } = useSetting<string>('shop.logo');
  const [problem, setProblem] = useState<string | null>(null);
  const isPicture = logo.startsWith('data:');

  const choose = async (picture: Blob | string | undefined) => {
    if (picture === undefined) return;
    const read = await readPicture(picture);
    setProblem(read === null ? text('settings.logo.unreadable') : null);
    if (read !== null) change(read);
  };

  return (
    <Field.Root
      id={id}
      name="shop.logo"
      hint={text('settings.logo.hint')}
      error={problem ?? errorAt('shop.logo')}
      width="100%"
    >
      <Field.Label>{text('settings.logo')}</Field.Label>
      <Flex gap={4} wrap="wrap">
        {isPicture && <Paper src={logo} alt={text('settings.logo')} />}
        {!isPicture && (
          <Typography textColor="neutral600">{logo || text('settings.logo.none')}</Typography>
        )}
        {canEdit && (
          <Flex gap={2} wrap="wrap">
            <Button
              variant="secondary"
              startIcon={<Upload />}
              onClick={() => {
                input.current?.click();
              }}
            >
              {text('settings.logo.choose')}
            </Button>
            <LibraryButton
              onChoose={(url) => {
                void choose(url);
              }}
            />
            {logo !== '' && (
              <Button
                variant="danger-light"
                startIcon={<Trash />}
                onClick={() => {
                  change('');
                }}
              >
                {text('settings.logo.remove')}
              </Button>
            )}
          </Flex>
        )}
      </Flex>
      <Box display="none">
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          aria-label={text('settings.logo.choose')}
          onChange={({ target }) => {
            void choose(target.files?.[0]);
            target.value = '';
          }}
        />
      </Box>
      <Field.Hint />
      <Field.Error />
      <Source name="shop.logo" label={text('settings.logo')} />
    </Field.Root>
  );
}
