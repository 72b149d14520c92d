import { Button, Field, Flex, TextButton, TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';

import { UIDS } from '../../../content-types/uids';
import type { OptionChoicesDto, OfferedOptionDto } from '../../../server/contracts/product-panel';
import { useAddProductOptionMutation } from '../../api/option-plan';
import { useStep } from '../../components/use-step';
import { useMayEditField } from '../../shop/use-may-edit-field';
import { useText } from '../../text/use-text';
import { nextPosition, sameOption } from './same-option';

interface AddOptionProps {
  type: OptionChoicesDto['types'][number];
  locale: string;
  tick: (option: OfferedOptionDto, isTicked: boolean) => void;
}

/** Makes an option where it is missed, and ticks it. The field stays, since one seldom comes alone. */
export function AddOption({ type, locale, tick }: AddOptionProps) {
  const text = useText();
  const mayAdd = useMayEditField({ uid: UIDS.productOption, field: 'name', isNew: true, locale });
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const { isBusy, take } = useStep();
  const [addOption] = useAddProductOptionMutation();
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  // It can be ticked once it is in the list, with the row that the form connects.
  const added = type.options.find(({ documentId }) => documentId === made);
  useEffect(() => {
    if (!added) return;
    tick(added, true);
    setMade(null);
  }, [added, tick]);

  if (!mayAdd) return null;
  if (!isOpen) {
    return (
      <TextButton
        ref={opener}
        startIcon={<Plus />}
        aria-label={text('product-panel.add-to', { type: type.type })}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {text('product-panel.add')}
      </TextButton>
    );
  }

  const close = () => {
    setIsOpen(false);
    setName('');
    setRefusal(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const add = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    const same = sameOption(type.options, wanted);
    if (same) {
      setRefusal(text('product-panel.add-there', { name: same.name }));
      return;
    }
    setRefusal(null);
    const position = nextPosition(type.options);
    const ask = async () => {
      const answer = await addOption({ type: type.type, name: wanted, position, locale });
      if ('data' in answer) setMade(answer.data);
      return answer;
    };
    const done = text('product-panel.added', { name: wanted, type: type.type });
    if (await take(ask, done, setRefusal)) setName('');
    input.current?.focus();
  };

  return (
    <Field.Root name={`add-${type.type}`} error={refusal ?? undefined} width="100%">
      <Field.Label>{text('product-panel.add-to', { type: type.type })}</Field.Label>
      <TextInput
        ref={input}
        autoFocus
        autoComplete="off"
        value={name}
        onChange={({ target }) => {
          setName(target.value);
          setRefusal(null);
        }}
        onKeyDown={(event) => {
          // It stands in the Content Manager's form, which Enter would save.
          if (event.key === 'Enter') {
            event.preventDefault();
            void add();
          }
          if (event.key === 'Escape') close();
        }}
      />
      <Field.Error />
      <Flex gap={2} paddingTop={1}>
        <Button
          size="S"
          variant="secondary"
          loading={isBusy}
          disabled={name.trim() === ''}
          onClick={() => void add()}
        >
          {text('product-panel.add-button')}
        </Button>
        <Button size="S" variant="tertiary" onClick={close}>
          {text('product-panel.add-close')}
        </Button>
      </Flex>
    </Field.Root>
  );
}
