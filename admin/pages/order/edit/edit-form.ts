import type { AdminOrderDto } from '../../../../server/contracts/orders';
import type { ThingToSellDto } from '../../../../server/contracts/staff';
import type { EditWish } from '../../../api/order-edit';
import {
  addressOf,
  isSameAddress,
  typedAddress,
  type TypedAddress,
} from '../../order-form/typed-address';
import { typedUnits } from '../../order-form/typed-units';

export interface AddedItem {
  thing: ThingToSellDto;
  quantity: string;
}

/** What was touched; null, or not there, is as the order has it, so that wishes outlive a reload of the order. */
export interface EditForm {
  quantities: Readonly<Record<string, string>>;
  added: readonly AddedItem[];
  email: string | null;
  billing: TypedAddress | null;
  shipping: TypedAddress | null;
  instructions: string | null;
  shippingOption: string | null;
}

export const UNTOUCHED: EditForm = {
  quantities: {},
  added: [],
  email: null,
  billing: null,
  shipping: null,
  instructions: null,
  shippingOption: null,
};

/** Whether every number that was typed is one. */
export function isReadable({ quantities, added }: EditForm): boolean {
  return (
    Object.values(quantities).every((typed) => typedUnits(typed, 0) !== null) &&
    added.every(({ quantity }) => typedUnits(quantity, 1) !== null)
  );
}

/** What is asked of the server; null where the order would be as it is. */
export function editWish(order: AdminOrderDto, form: EditForm): EditWish | null {
  const quantities = order.items.flatMap(({ id, quantity }) => {
    const units = typedUnits(form.quantities[id] ?? String(quantity), 0);
    return units === null || units === quantity ? [] : [{ id, quantity: units }];
  });
  const add = form.added.map(({ thing: { type, documentId }, quantity }) => ({
    type,
    documentId,
    quantity: typedUnits(quantity, 1) ?? 1,
    data: null,
  }));
  const wish = {
    ...(quantities.length > 0 ? { quantities } : {}),
    ...(add.length > 0 ? { add } : {}),
    ...details(order, form),
  };
  if (Object.keys(wish).length === 0) return null;
  return { expectedRevision: order.revision, ...wish };
}

function details(order: AdminOrderDto, form: EditForm) {
  const { email, billing, shipping, instructions, shippingOption } = form;
  return {
    ...(email !== null && email.trim() !== order.email ? { email: email.trim() } : {}),
    ...(differs(billing, order.billing) ? { billing: addressOf(billing) } : {}),
    ...(differs(shipping, order.shipping) ? { shipping: addressOf(shipping) } : {}),
    ...(instructions !== null && instructions.trim() !== (order.instructions ?? '')
      ? { instructions: instructions.trim() || null }
      : {}),
    ...(shippingOption !== null && shippingOption !== order.shippingOption?.code
      ? { shippingOption }
      : {}),
  };
}

function differs(
  typed: TypedAddress | null,
  address: AdminOrderDto['billing']
): typed is TypedAddress {
  return typed !== null && !isSameAddress(typed, typedAddress(address));
}
