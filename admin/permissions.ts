import type { Permission } from '@strapi/strapi/admin';

type NeededPermission = Pick<Permission, 'action' | 'subject'>;

/** The server's actions, in the form in which the host's admin asks for them. */
const ordersPermission = (name: string): NeededPermission => ({
  action: `plugin::cartwright.orders.${name}`,
  subject: null,
});

export const READ_ORDERS = [ordersPermission('read')];

export const UPDATE_ORDERS = [ordersPermission('update')];

export const REBUILD: NeededPermission[] = [
  { action: 'plugin::cartwright.catalogue.rebuild', subject: null },
];

/** The host's own: whoever may change its webhooks may choose the shop's events for them. */
export const CHANGE_WEBHOOKS: NeededPermission[] = [
  { action: 'admin::webhooks.read', subject: null },
  { action: 'admin::webhooks.create', subject: null },
  { action: 'admin::webhooks.update', subject: null },
];
