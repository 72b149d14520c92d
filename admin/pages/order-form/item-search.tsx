import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus, Search } from '@strapi/icons';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { type KeyboardEvent, useState } from 'react';

import type { ThingToSellDto } from '../../../server/contracts/staff';
import type { ApiError } from '../../api/api-error';
import { useFindThingsQuery } from '../../api/staff-orders';
import { useSettled } from '../../components/use-settled';
import { useText } from '../../text/use-text';
import { Thing } from './thing';
import { ThingPrice } from './thing-price';
import { thingName } from './thing-words';

interface ItemSearchProps {
  onAdd: (thing: ThingToSellDto) => void;
}

/** Everything that the shop sells, looked for by title, SKU or option. Enter adds the first one: scanners press it. */
export function ItemSearch({ onAdd }: ItemSearchProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const settled = useSettled(q, 250);
  const { data, currentData, error, isFetching } = useFindThingsQuery(settled, {
    skip: settled === '',
  });
  const isStale = isFetching || settled !== q;
  const found = q === '' || settled === '' ? null : (currentData ?? data ?? null);

  const addFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const first = isStale ? undefined : found?.find(({ obstacle }) => obstacle === null);
    if (first) add(first);
  };
  const add = (thing: ThingToSellDto) => {
    onAdd(thing);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name="item-search" hint={text('item-search.hint')}>
        <Field.Label>{text('item-search.label')}</Field.Label>
        <TextInput
          type="search"
          autoComplete="off"
          startAction={<Search aria-hidden fill="neutral500" />}
          placeholder={text('item-search.placeholder')}
          value={typed}
          onKeyDown={addFirst}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
        <Field.Hint />
      </Field.Root>
      <Box aria-live="polite" aria-busy={isStale}>
        {error && settled !== '' ? (
          <Problem error={error} />
        ) : (
          found && <Results found={found} isStale={isStale} onAdd={add} />
        )}
      </Box>
    </Flex>
  );
}

function Problem({ error }: { error: ApiError }) {
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  return <Typography textColor="danger600">{formatApiError(error)}</Typography>;
}

interface ResultsProps extends ItemSearchProps {
  found: ThingToSellDto[];
  isStale: boolean;
}

function Results({ found, isStale, onAdd }: ResultsProps) {
  const text = useText();
  if (found.length === 0) {
    return <Typography textColor="neutral600">{text('item-search.none')}</Typography>;
  }
  return (
    <Box
      tag="ul"
      aria-label={text('item-search.results', { count: found.length })}
      borderColor="neutral150"
      hasRadius
      maxHeight="32rem"
      overflow="auto"
      style={{ opacity: isStale ? 0.6 : 1 }}
    >
      {found.map((thing) => (
        <Flex
          key={`${thing.type} ${thing.documentId}`}
          tag="li"
          gap={3}
          padding={3}
          justifyContent="space-between"
        >
          <Thing thing={thing}>
            <ThingPrice thing={thing} />
          </Thing>
          <Button
            size="S"
            variant="secondary"
            startIcon={<Plus />}
            aria-label={text('item-search.add-named', { item: thingName(thing) })}
            disabled={thing.obstacle !== null}
            onClick={() => {
              onAdd(thing);
            }}
          >
            {text('item-search.add')}
          </Button>
        </Flex>
      ))}
    </Box>
  );
}
