import { Field, Textarea, TextInput } from '@strapi/design-system';

import { useText } from '../../../text/use-text';
import type { PartProps } from './edit-block';

/** As long as the column. */
const LONGEST_LINE = 255;
const LONGEST_TEXT = 10_000;

export function HeadingPart({ block, mayEdit, faultOf, change }: PartProps) {
  const text = useText();
  return (
    <Field.Root name="heading" error={faultOf('heading')} width="100%">
      <Field.Label>{text('layout.field.heading')}</Field.Label>
      <TextInput
        autoComplete="off"
        maxLength={LONGEST_LINE}
        disabled={!mayEdit('heading')}
        value={block.heading ?? ''}
        onChange={({ target }) => {
          change({ heading: target.value || null });
        }}
      />
      <Field.Error />
    </Field.Root>
  );
}

export function TextPart({ block, mayEdit, faultOf, change }: PartProps) {
  const text = useText();
  return (
    <Field.Root name="text" error={faultOf('text')} width="100%">
      <Field.Label>{text('layout.field.text')}</Field.Label>
      <Textarea
        maxLength={LONGEST_TEXT}
        disabled={!mayEdit('text')}
        value={block.text ?? ''}
        onChange={({ target }) => {
          change({ text: target.value || null });
        }}
      />
      <Field.Error />
    </Field.Root>
  );
}
