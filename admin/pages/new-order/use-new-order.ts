import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { useMarkOrderAsPaidMutation, useRequestPaymentMutation } from '../../api/order-steps';
import { usePlaceStaffOrderMutation, usePreviewStaffOrderQuery } from '../../api/staff-orders';
import { newStepKey } from '../../api/step-key';
import { useText } from '../../text/use-text';
import { type Refusal, refusalOf } from '../order-form/refusal';
import { useRefusalWords } from '../order-form/use-refusal-words';
import { useSettledWish } from '../order-form/use-settled-wish';
import { type NewOrderForm, orderWish, previewWish } from './new-order-form';

/** An order that is being taken down: what is wanted, what it costs, and what is against it. */
export function useNewOrder(initial: NewOrderForm) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { ofRefusal } = useRefusalWords();
  const [form, setForm] = useState(initial);
  // One for each state of the form: who asks again after a lost answer asks for the same.
  const [key, setKey] = useState(newStepKey);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [placed, setPlaced] = useState<AdminOrderDto | null>(null);
  const [place] = usePlaceStaffOrderMutation();
  const [markAsPaid] = useMarkOrderAsPaidMutation();
  const [requestPayment] = useRequestPaymentMutation();
  const [isPlacing, setIsPlacing] = useState(false);

  const wish = orderWish(form);
  const { settled, isTyping } = useSettledWish(previewWish(wish));
  const { data, error, isFetching, refetch } = usePreviewStaffOrderQuery(
    settled ?? NOTHING,
    // Prices and stock change meanwhile.
    { skip: settled === null, refetchOnMountOrArgChange: true }
  );
  const isStale = isTyping || isFetching;
  const asked = settled === null ? null : refusalOf(error);

  const change = (next: (current: NewOrderForm) => NewOrderForm) => {
    setForm(next);
    setKey(newStepKey());
    setRefused(null);
  };
  const submit = async () => {
    if (!wish || !data || isStale || isPlacing) return;
    setIsPlacing(true);
    const expectedTotal = data.cart.totals.total;
    const answer = await place({ wish, expectedTotal, key });
    if ('error' in answer) {
      setRefused(refusalOf(answer.error));
      void refetch();
    } else {
      await finish(answer.data);
    }
    setIsPlacing(false);
  };
  /** The order is there whatever becomes of its payment, which can be gone on with on its page. */
  const finish = async (order: AdminOrderDto) => {
    const { documentId, number, amountDue } = order;
    toggleNotification({ type: 'success', message: text('new-order.done', { number }) });
    if (form.plan !== 'later' && Number(amountDue) > 0) {
      const step = form.plan === 'paid' ? markAsPaid : requestPayment;
      const answer = await step({ documentId });
      const refusal = 'error' in answer ? refusalOf(answer.error) : null;
      if (refusal) toggleNotification({ type: 'warning', message: ofRefusal(refusal) });
    }
    setPlaced(order);
  };

  return {
    ...{ form, change, submit, isPlacing, placed, isStale },
    preview: settled === null ? null : (data ?? null),
    refusal: refused ?? asked,
    isChanged: placed === null && form !== initial,
    canSubmit: wish !== null && data !== undefined && !isStale && !asked,
  };
}

export type NewOrder = ReturnType<typeof useNewOrder>;

/** Never asked for: the query is skipped. */
const NOTHING = {
  account: null,
  billing: {},
  shipping: null,
  sameAsBilling: true,
  instructions: null,
  shippingOption: null,
  paymentMethod: null,
  discountCode: null,
  items: [],
};
