import type { FoundCustomerDto } from '../../../server/contracts/customers';
import type { AdminOrderDto } from '../../../server/contracts/orders';
import type { StaffOrderWish, ThingData } from '../../api/staff-orders';
import {
  addressOf,
  isSameAddress,
  typedAddress,
  type TypedAddress,
} from '../order-form/typed-address';
import { typedUnits } from '../order-form/typed-units';

/** What is sold, in the words of the list that it was chosen from. */
type Thing = Pick<
  AdminOrderDto['items'][number],
  'type' | 'documentId' | 'sku' | 'description' | 'options' | 'image'
>;

export interface ChosenItem {
  /** Its own in this form. */
  key: string;
  thing: Thing;
  quantity: string;
  data: ThingData;
}

/** How the money is to come: in by itself later, by a link that the customer gets, or it is there already. */
export type PaymentPlan = 'later' | 'link' | 'paid';

export interface NewOrderForm {
  account: string | null;
  email: string;
  items: readonly ChosenItem[];
  billing: TypedAddress;
  shipping: TypedAddress;
  sameAsBilling: boolean;
  instructions: string;
  discountCode: string | null;
  shippingOption: string | null;
  paymentMethod: string | null;
  plan: PaymentPlan;
}

export const EMPTY: NewOrderForm = {
  account: null,
  email: '',
  items: [],
  billing: typedAddress(null),
  shipping: typedAddress(null),
  sameAsBilling: true,
  instructions: '',
  discountCode: null,
  shippingOption: null,
  paymentMethod: null,
  plan: 'later',
};

/** The same again: who, what and where to; at the prices of today, and without the code, which may be used up. */
export function formAgain(order: AdminOrderDto): NewOrderForm {
  const [billing, shipping] = [typedAddress(order.billing), typedAddress(order.shipping)];
  return {
    ...EMPTY,
    account: order.account,
    email: order.email,
    items: order.items.map(({ id, type, documentId, quantity, data, ...words }) => ({
      key: id,
      thing: { type, documentId, ...words },
      quantity: String(quantity),
      data,
    })),
    billing,
    shipping,
    sameAsBilling: isSameAddress(billing, shipping),
    shippingOption: order.shippingOption?.code ?? null,
  };
}

/** With what is known of the customer. An address that was typed already stays when nothing is known. */
export function withCustomer(form: NewOrderForm, found: FoundCustomerDto): NewOrderForm {
  const { account, email, billing, shipping } = found;
  const known = billing ?? shipping;
  if (!known) return { ...form, account, email };
  return {
    ...form,
    account,
    email,
    billing: typedAddress(known),
    shipping: typedAddress(shipping),
    sameAsBilling: shipping === null,
  };
}

/** Choosing the same thing again is one more of it. */
export function withItem(form: NewOrderForm, thing: Thing, key: string): NewOrderForm {
  const index = form.items.findIndex(
    (item) =>
      item.thing.type === thing.type &&
      item.thing.documentId === thing.documentId &&
      item.data === null
  );
  const known = form.items[index];
  if (!known) {
    return { ...form, items: [...form.items, { key, thing, quantity: '1', data: null }] };
  }
  const quantity = String((typedUnits(known.quantity, 1) ?? 0) + 1);
  return { ...form, items: form.items.with(index, { ...known, quantity }) };
}

/** What is asked of the server; null while there is nothing to sell, or a quantity is none. */
export function orderWish(form: NewOrderForm): StaffOrderWish | null {
  const items = form.items.flatMap(({ thing: { type, documentId }, quantity, data }) => {
    const units = typedUnits(quantity, 1);
    return units === null ? [] : [{ type, documentId, quantity: units, data }];
  });
  if (items.length === 0 || items.length < form.items.length) return null;
  const email = form.email.trim();
  return {
    account: form.account,
    ...(email === '' ? {} : { email }),
    billing: addressOf(form.billing),
    shipping: form.sameAsBilling ? null : addressOf(form.shipping),
    sameAsBilling: form.sameAsBilling,
    instructions: form.instructions.trim() || null,
    shippingOption: form.shippingOption,
    paymentMethod: form.paymentMethod,
    discountCode: form.discountCode,
    items,
  };
}

/** An e-mail that is being typed is none yet, and no reason to show no price. */
export function previewWish(wish: StaffOrderWish | null): StaffOrderWish | null {
  if (!wish?.email || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(wish.email)) return wish;
  const { email: _, ...rest } = wish;
  return rest;
}
