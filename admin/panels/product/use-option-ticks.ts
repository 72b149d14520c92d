import { useForm } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';

import { UIDS } from '../../../content-types/uids';
import type { OptionChoicesDto, OfferedOptionDto } from '../../../server/contracts/product-panel';
import { useHeld } from '../../components/use-held';
import { useMayEditField } from '../../shop/use-may-edit-field';
import { changesTicks, changeTick, type RelationChange, tickedAfter } from './option-ticks';

const OPTIONS = 'options';

interface Ticking {
  choices: OptionChoicesDto;
  /** The choices are read again, as after a save. */
  isFetching: boolean;
  locale: string | undefined;
  isNew: boolean;
}

/** The ticks as the form holds them. Saving, publishing and discarding is the form's business, as for its own fields. */
export function useOptionTicks({ choices, isFetching, locale, isNew }: Ticking) {
  const { ticked: saved, countingLocale } = choices;
  const change = useForm(
    'OptionTicks',
    ({ values }) => (values as Record<string, unknown>)[OPTIONS] as RelationChange | undefined
  );
  const onChange = useForm('OptionTicks', (form) => form.onChange);
  const isLocked = useForm('OptionTicks', ({ disabled, isSubmitting }) => disabled || isSubmitting);
  const mayEdit = useMayEditField({
    uid: UIDS.product,
    field: OPTIONS,
    isNew,
    locale: countingLocale,
  });
  const isCountingLocale = (locale ?? countingLocale) === countingLocale;

  const key = tickedAfter(saved, change).join(' ');
  // The form lets go of its changes a moment before the saved ones are read again.
  const shown = useHeld(key, isFetching && !changesTicks(change));
  const ticked = useMemo(() => shown.split(' ').filter(Boolean), [shown]);

  const tick = useCallback(
    (option: OfferedOptionDto, isTicked: boolean) => {
      onChange(OPTIONS, changeTick(saved, change, option, isTicked));
    },
    [onChange, saved, change]
  );
  return {
    ticked,
    tick,
    isCountingLocale,
    mayEdit,
    isDisabled: isLocked || !mayEdit || !isCountingLocale,
  };
}

export type OptionTicks = ReturnType<typeof useOptionTicks>;
