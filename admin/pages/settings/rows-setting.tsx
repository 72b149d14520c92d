import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import { type ReactNode, useRef, useState } from 'react';

import type { EditableKey } from '../../../server/contracts/settings';
import { useText } from '../../text/use-text';
import { Source } from './setting-frame';
import { Columns } from './columns';
import { useSetting, useSettingsForm } from './settings-form';

export interface RowProps<Row> {
  row: Row;
  index: number;
  change: (part: Partial<Row>) => void;
}

interface RowsSettingProps<Row> {
  name: EditableKey;
  label: string;
  /** What one row is called, for who cannot see which buttons belong to it. */
  nameOf: (row: Row, index: number) => string;
  addLabel: string;
  empty: string;
  newRow: () => Row;
  /** Whether a row must stay. */
  keeps?: (row: Row) => boolean;
  /** Where the setting is no list of objects. */
  form?: { read: (value: unknown) => Row[]; write: (rows: Row[]) => unknown };
  /** Why nothing can be changed here, if so. */
  lock?: string | null;
  children: (props: RowProps<Row>) => ReactNode;
}

/** A list of things with several fields each, in an order that counts. */
export function RowsSetting<Row extends object>(props: RowsSettingProps<Row>) {
  const {
    name,
    label,
    nameOf,
    addLabel,
    empty,
    newRow,
    keeps,
    form,
    lock = null,
    children,
  } = props;
  const text = useText();
  const { errorAt } = useSettingsForm();
  const setting = useSetting<unknown>(name);
  const rows = form ? form.read(setting.value) : (setting.value as Row[]);
  const change = (changed: Row[]) => {
    setting.change(form ? form.write(changed) : changed);
  };
  const keys = useRowKeys(rows.length);
  const list = useRef<HTMLUListElement>(null);
  const [told, setTold] = useState('');
  const isOpen = setting.canEdit && lock === null;
  const ownError = rows.some((_, index) => errorAt(`${name}.${index}`)) ? undefined : errorAt(name);

  /** The focus follows what was moved, and never falls out of the list. */
  const focusRow = (index: number, button: string) => {
    requestAnimationFrame(() => {
      const row = list.current?.children[Math.max(0, Math.min(index, rows.length - 1))];
      const first =
        row?.querySelector<HTMLElement>(button) ?? row?.querySelector<HTMLElement>('input, button');
      first?.focus();
    });
  };
  const move = (from: number, to: number) => {
    const moved = [...rows];
    moved.splice(to, 0, ...moved.splice(from, 1));
    keys.move(from, to);
    change(moved);
    setTold(text('settings.moved', { place: to + 1, count: rows.length }));
    focusRow(
      to,
      to > from ? '[data-move="down"]:not(:disabled)' : '[data-move="up"]:not(:disabled)'
    );
  };
  const remove = (index: number) => {
    keys.remove(index);
    change(rows.filter((_, place) => place !== index));
    setTold(text('settings.removed'));
    focusRow(index === rows.length - 1 ? index - 1 : index, '[data-remove]');
  };
  const add = () => {
    change([...rows, newRow()]);
    requestAnimationFrame(() => {
      list.current?.lastElementChild?.querySelector<HTMLElement>('input, button')?.focus();
    });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {lock && (
        <Typography tag="p" textColor="neutral600">
          {lock}
        </Typography>
      )}
      {rows.length === 0 && (
        <Typography tag="p" textColor="neutral600">
          {empty}
        </Typography>
      )}
      <Flex ref={list} tag="ul" aria-label={label} direction="column" alignItems="stretch" gap={3}>
        {rows.map((row, index) => (
          <Box
            tag="li"
            key={keys.of(index)}
            padding={4}
            hasRadius
            borderColor="neutral200"
            borderWidth="1px"
            borderStyle="solid"
          >
            <Flex gap={4} alignItems="flex-start" wrap="wrap">
              <Box grow={1} basis="24rem" minWidth={0}>
                <Columns>
                  {children({
                    row,
                    index,
                    change: (part) => {
                      change(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
                    },
                  })}
                </Columns>
              </Box>
              {isOpen && (
                <Flex gap={1}>
                  <IconButton
                    data-move="up"
                    label={text('settings.move-up', { name: nameOf(row, index) })}
                    disabled={index === 0}
                    onClick={() => {
                      move(index, index - 1);
                    }}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    data-move="down"
                    label={text('settings.move-down', { name: nameOf(row, index) })}
                    disabled={index === rows.length - 1}
                    onClick={() => {
                      move(index, index + 1);
                    }}
                  >
                    <ArrowDown />
                  </IconButton>
                  <IconButton
                    data-remove
                    label={text('settings.remove', { name: nameOf(row, index) })}
                    disabled={keeps?.(row) === true}
                    onClick={() => {
                      remove(index);
                    }}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              )}
            </Flex>
          </Box>
        ))}
      </Flex>
      {ownError && (
        <Typography tag="p" variant="pi" textColor="danger600" role="alert">
          {ownError}
        </Typography>
      )}
      <Typography tag="p" aria-live="polite" variant="pi" textColor="neutral600">
        {told}
      </Typography>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Source name={name} label={label} />
        {isOpen && (
          <Button variant="secondary" startIcon={<Plus />} onClick={add}>
            {addLabel}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}

/** A name for each row that goes with it when it moves, so that no field changes under somebody's hands. */
function useRowKeys(count: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < count) keys.current.push((next.current += 1));
  if (keys.current.length > count) keys.current.length = count;
  return {
    of: (index: number) => keys.current[index],
    move: (from: number, to: number) => {
      keys.current.splice(to, 0, ...keys.current.splice(from, 1));
    },
    remove: (index: number) => {
      keys.current.splice(index, 1);
    },
  };
}
