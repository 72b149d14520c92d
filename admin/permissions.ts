import type { Permission } from '@strapi/strapi/admin';

import { UIDS } from '../content-types/uids';

export type NeededPermission = Pick<Permission, 'action' | 'subject'>;

/** The server's actions, in the form in which the host's admin asks for them. */
const ours = (name: string): NeededPermission[] => [
  { action: `plugin::cartwright.${name}`, subject: null },
];

/** The Content Manager's own, on a type of ours. */
const onType = (
  right: 'read' | 'create' | 'update' | 'delete',
  uid: string
): NeededPermission[] => [{ action: `plugin::content-manager.explorer.${right}`, subject: uid }];

const seeType = (uid: string) => onType('read', uid);

export const READ_ORDERS = ours('orders.read');
export const UPDATE_ORDERS = ours('orders.update');
export const READ_CARTS = ours('carts.read');
export const READ_STOCK = ours('stock.read');
export const ADJUST_STOCK = ours('stock.update');
export const EDIT_VARIATIONS = ours('variations.update');
export const PREVIEW_SALES = ours('sales.preview');
export const SEE_CODE_USES = ours('discount-codes.read');
export const GENERATE_CODES = ours('discount-codes.generate');
export const COMPOSE_LAYOUT = ours('layout.update');
export const RUN_IMPORTS = ours('imports.run');
export const RUN_EXPORTS = ours('exports.run');
export const READ_FIGURES = ours('figures.read');
export const CUSTOMER_DATA = ours('customers.data');
export const READ_SETTINGS = ours('settings.read');
export const UPDATE_SETTINGS = ours('settings.update');
export const REBUILD = ours('catalogue.rebuild');

export const SEE_PRODUCTS = seeType(UIDS.product);
export const SEE_CATEGORIES = seeType(UIDS.category);
export const SEE_SALES = seeType(UIDS.sale);
export const SEE_DISCOUNT_CODES = seeType(UIDS.discountCode);
export const CREATE_DISCOUNT_CODES = onType('create', UIDS.discountCode);
export const UPDATE_DISCOUNT_CODES = onType('update', UIDS.discountCode);
export const DELETE_DISCOUNT_CODES = onType('delete', UIDS.discountCode);

/** The host's own: whoever may change its webhooks may choose the shop's events for them. */
export const CHANGE_WEBHOOKS: NeededPermission[] = [
  { action: 'admin::webhooks.read', subject: null },
  { action: 'admin::webhooks.create', subject: null },
  { action: 'admin::webhooks.update', subject: null },
];

/** The host's own: whoever may see the Media Library may choose from it. */
export const USE_MEDIA_LIBRARY: NeededPermission[] = [
  { action: 'plugin::upload.read', subject: null },
];
