import { Badge, Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus, Search } from '@strapi/icons';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { type KeyboardEvent, useState } from 'react';

import type { ChoiceDto } from '../../../../server/contracts/layout';
import { useFindChoicesQuery } from '../../../api/layout';
import { Picture } from '../../../components/picture';
import { useSettled } from '../../../components/use-settled';
import { useText } from '../../../text/use-text';

interface ChoiceSearchProps {
  label: string;
  uid: string;
  locale: string;
  chosen: ChoiceDto[];
  onChoose: (choice: ChoiceDto) => void;
}

/** Products or categories by their names. Enter adds the first one that is found. */
export function ChoiceSearch({ label, uid, locale, chosen, onChoose }: ChoiceSearchProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const q = typed.trim();
  const settled = useSettled(q, 250);
  const { data, error, isFetching } = useFindChoicesQuery(
    { uid, q: settled, locale },
    { skip: !isOpen }
  );
  const found = (data ?? []).filter(({ documentId }) =>
    chosen.every((choice) => choice.documentId !== documentId)
  );
  const isStale = isFetching || settled !== q;

  const addFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // It would close the dialog.
    event.preventDefault();
    const [first] = found;
    if (first && !isStale && q !== '') onChoose(first);
  };

  return (
    <Box paddingTop={2}>
      <Field.Root name={`search-${uid}`}>
        <TextInput
          type="search"
          autoComplete="off"
          aria-label={label}
          placeholder={label}
          startAction={<Search aria-hidden fill="neutral500" />}
          value={typed}
          onFocus={() => {
            setIsOpen(true);
          }}
          onKeyDown={addFirst}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
      </Field.Root>
      <Box aria-live="polite" aria-busy={isStale}>
        {error ? (
          <Typography textColor="danger600">{formatApiError(error)}</Typography>
        ) : (
          isOpen &&
          data && (
            <Box
              tag="ul"
              aria-label={text('layout.found', { count: found.length })}
              borderColor="neutral150"
              hasRadius
              maxHeight="24rem"
              overflow="auto"
              marginTop={1}
            >
              {found.length === 0 && (
                <Box tag="li" padding={2}>
                  <Typography textColor="neutral600">{text('layout.found-none')}</Typography>
                </Box>
              )}
              {found.map((choice) => {
                const name = choice.title ?? choice.documentId;
                return (
                  <Flex
                    key={choice.documentId}
                    tag="li"
                    gap={3}
                    padding={2}
                    justifyContent="space-between"
                  >
                    <Flex gap={3} minWidth={0}>
                      <Picture image={choice.image} />
                      <Typography style={{ overflowWrap: 'anywhere' }}>{name}</Typography>
                      {!choice.published && <Badge>{text('layout.not-published')}</Badge>}
                    </Flex>
                    <Button
                      size="S"
                      variant="secondary"
                      startIcon={<Plus />}
                      aria-label={text('layout.choose.named', { name })}
                      onClick={() => {
                        onChoose(choice);
                      }}
                    >
                      {text('layout.choose')}
                    </Button>
                  </Flex>
                );
              })}
            </Box>
          )
        )}
      </Box>
    </Box>
  );
}
