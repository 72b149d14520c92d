import { Box, DateTimePicker, Field, Flex, Toggle } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useText } from '../../../text/use-text';
import type { DraftBlock } from '../composition';
import type { PartProps } from './edit-block';

/** A window ends after it begins. */
export function isWindow({ visibleFrom, visibleUntil }: DraftBlock): boolean {
  return !visibleFrom || !visibleUntil || new Date(visibleFrom) < new Date(visibleUntil);
}

/** When the block is shown, in the editor's own time zone. */
export function WindowPart({ block, mayEdit, faultOf, change }: PartProps) {
  const text = useText();
  const fault = isWindow(block) ? faultOf('visibleUntil') : text('layout.fault.window');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box maxWidth="24rem">
        <Field.Root name="visible">
          <Field.Label>{text('layout.field.visible')}</Field.Label>
          <Toggle
            checked={block.visible}
            disabled={!mayEdit('visible')}
            onLabel={text('layout.visible.on')}
            offLabel={text('layout.visible.off')}
            onChange={({ target }) => {
              change({ visible: target.checked });
            }}
          />
        </Field.Root>
      </Box>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Instant
          name="visibleFrom"
          label={text('layout.field.from')}
          value={block.visibleFrom}
          disabled={!mayEdit('visibleFrom')}
          fault={faultOf('visibleFrom')}
          onChange={(visibleFrom) => {
            change({ visibleFrom });
          }}
        />
        <Instant
          name="visibleUntil"
          label={text('layout.field.until')}
          value={block.visibleUntil}
          disabled={!mayEdit('visibleUntil')}
          fault={fault}
          onChange={(visibleUntil) => {
            change({ visibleUntil });
          }}
        />
      </Flex>
    </Flex>
  );
}

interface InstantProps {
  name: string;
  label: string;
  value: string | null;
  disabled: boolean;
  fault: string | undefined;
  onChange: (value: string | null) => void;
}

function Instant({ name, label, value, disabled, fault, onChange }: InstantProps) {
  const text = useText();
  const intl = useIntl();
  return (
    <Field.Root name={name} error={fault}>
      <Field.Label>{label}</Field.Label>
      <DateTimePicker
        locale={intl.locale}
        disabled={disabled}
        clearLabel={text('layout.clear-named', { field: label })}
        dateLabel={text('layout.date-of', { field: label })}
        timeLabel={text('layout.time-of', { field: label })}
        value={value === null ? null : new Date(value)}
        onChange={(date?: Date) => {
          onChange(date ? date.toISOString() : null);
        }}
        onClear={() => {
          onChange(null);
        }}
      />
      <Field.Error />
    </Field.Root>
  );
}
