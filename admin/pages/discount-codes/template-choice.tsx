import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useState } from 'react';

import { useFindCodeTemplatesQuery } from '../../api/discount-code-tools';
import { useSettled } from '../../components/use-settled';
import { useText } from '../../text/use-text';
import { likeTemplate } from './codes-form';
import type { FormPart } from './form-part';

/** A code whose discount, window, minimum and selection the new ones take over; everything can still be changed. */
export function TemplateChoice({ form, change }: Pick<FormPart, 'form' | 'change'>) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const { data = [], isFetching } = useFindCodeTemplatesQuery(useSettled(typed));
  const { template, appliesTo } = form;
  // The chosen one stays in the list, whatever is searched for.
  const offered = [
    ...(template && !data.some(({ documentId }) => documentId === template.documentId)
      ? [template]
      : []),
    ...data,
  ];
  const selects = template?.appliesTo === 'selection';
  return (
    <Field.Root
      name="template"
      width="100%"
      hint={text(
        template === null
          ? 'codes.template-hint'
          : selects && appliesTo === 'selection'
            ? 'codes.template-selection'
            : 'codes.template-cart',
        { code: template?.code ?? '' }
      )}
    >
      <Field.Label>{text('codes.template')}</Field.Label>
      <Combobox
        autocomplete={{ type: 'list', filter: 'contains' }}
        placeholder={text('codes.template-none')}
        clearLabel={text('codes.template-clear')}
        loading={isFetching}
        loadingMessage={text('loading')}
        noOptionsMessage={() => text('codes.template-no-match')}
        value={template?.documentId ?? ''}
        onInputChange={({ target }) => {
          setTyped(target.value);
        }}
        onChange={(documentId) => {
          const chosen = offered.find((one) => one.documentId === documentId);
          if (chosen && chosen.documentId !== template?.documentId) {
            change(likeTemplate(form, chosen));
          }
        }}
        onClear={() => {
          setTyped('');
          change({ template: null, appliesTo: 'cart' });
        }}
      >
        {offered.map(({ documentId, code, title }) => (
          <ComboboxOption key={documentId} value={documentId} textValue={`${code}, ${title}`}>
            {code}, {title}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
    </Field.Root>
  );
}
