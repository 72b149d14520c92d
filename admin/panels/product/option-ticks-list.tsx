import { Checkbox, Flex, Searchbar, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import type { OptionChoicesDto } from '../../../server/contracts/product-panel';
import { useText } from '../../text/use-text';
import { PanelHint } from '../panel-hint';
import { AddOption } from './add-option';
import type { OptionTicks } from './use-option-ticks';

/** From here on a list is searched sooner than it is read. */
const MANY = 10;

const FieldSet = styled.fieldset`
  border: none;
  margin: 0;
  padding: 0;
  min-width: 0;
`;

const Scrolling = styled(Flex)`
  max-height: 24rem;
  overflow-y: auto;
  overflow-wrap: anywhere;
`;

interface OptionTicksListProps {
  type: OptionChoicesDto['types'][number];
  ticks: OptionTicks;
  /** In which options are made. */
  countingLocale: string;
}

/** The options of one type, to be ticked. */
export function OptionTicksList({ type, ticks, countingLocale }: OptionTicksListProps) {
  const text = useText();
  const [search, setSearch] = useState('');
  const { ticked, tick, isDisabled } = ticks;
  const { options } = type;
  const isSearched = options.length > MANY;
  const wanted = isSearched ? search.trim().toLowerCase() : '';
  const found = options.filter(({ name }) => name.toLowerCase().includes(wanted));
  const count = options.filter(({ documentId }) => ticked.includes(documentId)).length;

  return (
    <FieldSet>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex tag="legend" justifyContent="space-between" gap={2} width="100%">
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">
            {type.type}
          </Typography>
          {count > 0 && (
            <Typography variant="pi" textColor="neutral600">
              {text('product-panel.ticked', { count, total: options.length })}
            </Typography>
          )}
        </Flex>
        {isSearched && (
          <Searchbar
            name={`search-${type.type}`}
            size="S"
            value={search}
            clearLabel={text('product-panel.search-clear')}
            placeholder={text('product-panel.search-short')}
            onClear={() => {
              setSearch('');
            }}
            onChange={({ target }) => {
              setSearch(target.value);
            }}
            onKeyDown={(event: React.KeyboardEvent) => {
              // It stands in the Content Manager's form, which Enter would save.
              if (event.key === 'Enter') event.preventDefault();
            }}
          >
            {text('product-panel.search', { type: type.type })}
          </Searchbar>
        )}
        <Scrolling direction="column" alignItems="stretch" gap={2}>
          {found.map((option) => (
            <Checkbox
              key={option.documentId}
              checked={ticked.includes(option.documentId)}
              disabled={isDisabled}
              onCheckedChange={(checked) => {
                tick(option, checked === true);
              }}
            >
              {option.name}
            </Checkbox>
          ))}
        </Scrolling>
        {isSearched && found.length === 0 && (
          <PanelHint>{text('product-panel.search-nothing')}</PanelHint>
        )}
        {options.length === 0 && (
          <PanelHint>{text('product-panel.no-options', { type: type.type })}</PanelHint>
        )}
        {type.mayAdd && !isDisabled && (
          <AddOption type={type} locale={countingLocale} tick={tick} />
        )}
      </Flex>
    </FieldSet>
  );
}
