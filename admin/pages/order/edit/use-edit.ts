import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useApplyEditMutation, usePreviewEditQuery } from '../../../api/order-edit';
import { newStepKey } from '../../../api/step-key';
import { useText } from '../../../text/use-text';
import { isConflict, type Refusal, refusalOf } from '../../order-form/refusal';
import { useSettledWish } from '../../order-form/use-settled-wish';
import { type EditForm, editWish, isReadable, UNTOUCHED } from './edit-form';

/** An edit that is being put together: what is wanted, what it would make of the order, and what is against it. */
export function useEdit(order: AdminOrderDto, reload: () => Promise<unknown>) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [form, setForm] = useState(UNTOUCHED);
  // One for each state of the form: who asks again after a lost answer asks for the same.
  const [key, setKey] = useState(newStepKey);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const [applyEdit, { isLoading: isSaving }] = useApplyEditMutation();

  const { documentId, revision } = order;
  const wish = editWish(order, form);
  const { settled, isTyping } = useSettledWish(isReadable(form) ? wish : null);
  // With nothing changed it is asked, too: for the ways of shipping.
  const asked = settled ?? { expectedRevision: revision };
  const { data, error, isFetching, refetch } = usePreviewEditQuery(
    { documentId, wish: asked },
    { refetchOnMountOrArgChange: true }
  );
  const isFresh = !isTyping && !isFetching && !error && isReadable(form);

  const change = (part: Partial<EditForm>) => {
    setForm((current) => ({ ...current, ...part }));
    setKey(newStepKey());
    setRefused(null);
  };
  const save = async () => {
    if (!wish || !data || !isFresh) return;
    const expectedTotal = data.order.totals.total;
    const answer = await applyEdit({ documentId, wish, key, expectedTotal });
    if ('error' in answer) {
      setRefused(refusalOf(answer.error));
      return;
    }
    toggleNotification({ type: 'success', message: text('edit.done', { number: order.number }) });
    setIsSaved(true);
  };
  /** The order as it is by now, with the wishes as they are. */
  const reloadOrder = async () => {
    await reload();
    setKey(newStepKey());
    setRefused(null);
    void refetch();
  };

  const refusal = refused ?? (error ? refusalOf(error) : null);
  return {
    ...{ form, change, save, reloadOrder, isSaving, isSaved, refusal },
    preview: data ?? null,
    shippingOptions: data?.shippingOptions ?? [],
    isChanged: wish !== null && !isSaved,
    isStale: isTyping || isFetching,
    isConflict: isConflict(refusal),
    canSave: wish !== null && isFresh && !isConflict(refusal),
    discard: () => {
      change(UNTOUCHED);
    },
  };
}

export type Edit = ReturnType<typeof useEdit>;
