import { Button, Checkbox, Flex, Popover } from '@strapi/design-system';
import { Faders } from '@strapi/icons';
import { useMemo, useState } from 'react';

import type { GridColumn } from '../../../components/grid/grid-column';
import { useText } from '../../../text/use-text';

const KEY = 'CARTWRIGHT_VARIATION_COLUMNS';

/** Seldom needed: a sale has a window of its own. */
const HIDDEN_AT_FIRST = ['saleFrom', 'saleTo'];

/** The columns that the editor wants to see, remembered in this browser. */
export function useShownColumns(all: readonly GridColumn[]) {
  const [hidden, setHidden] = useState<readonly string[]>(remembered);
  const columns = useMemo(() => all.filter(({ field }) => !hidden.includes(field)), [all, hidden]);
  return {
    columns,
    hidden,
    setHidden: (fields: readonly string[]) => {
      localStorage.setItem(KEY, JSON.stringify(fields));
      setHidden(fields);
    },
  };
}

function remembered(): readonly string[] {
  try {
    const fields: unknown = JSON.parse(localStorage.getItem(KEY) ?? '');
    return Array.isArray(fields) ? fields.map(String) : HIDDEN_AT_FIRST;
  } catch {
    return HIDDEN_AT_FIRST;
  }
}

interface ColumnChooserProps {
  columns: readonly GridColumn[];
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
}

export function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  const text = useText();
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button size="S" variant="tertiary" startIcon={<Faders />}>
          {text('variation-table.columns')}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end">
        <Flex
          role="group"
          aria-label={text('variation-table.columns')}
          direction="column"
          alignItems="flex-start"
          gap={3}
          padding={4}
        >
          {columns.map(({ field, title }) => {
            const isShown = !hidden.includes(field);
            const isLast = isShown && hidden.length === columns.length - 1;
            return (
              <Checkbox
                key={field}
                checked={isShown}
                disabled={isLast}
                onCheckedChange={() => {
                  onChange(isShown ? [...hidden, field] : hidden.filter((one) => one !== field));
                }}
              >
                {title}
              </Checkbox>
            );
          })}
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
}
