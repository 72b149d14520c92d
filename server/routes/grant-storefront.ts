import type { Core } from '@strapi/strapi';

import { contentRoutes } from './content';
import { forgetPermissions, keepPermissions, restorePermissions } from './remember-permissions';
import { storeRoutes } from './store';

/**
 * Grants the store API to the Public and Authenticated roles, each action once: what was granted before is
 * remembered, so an action that an editor took away stays away, and one that a later version brings is granted.
 */
const ROLE_TYPES = ['public', 'authenticated'];

export async function grantStorefrontOnce(strapi: Core.Strapi): Promise<void> {
  const usersPermissions = strapi.plugins['users-permissions'];
  if (!usersPermissions) return;

  const store = strapi.store({ type: 'plugin', name: 'cartwright' });
  const granted = ((await store.get({ key: 'granted-actions' })) as string[] | null) ?? [];
  const routes = [...storeRoutes, ...contentRoutes];
  const actions = [...new Set(routes.map(({ handler }) => `plugin::cartwright.${handler}`))];
  const fresh = actions.filter((action) => !granted.includes(action));
  // If a permission exists before this plugin set up its own, it would never do so: let it go first.
  await usersPermissions.service('users-permissions').initialize();
  await restorePermissions(strapi);
  if (fresh.length > 0) {
    for (const type of ROLE_TYPES) await grant(strapi, type, fresh);
    await store.set({ key: 'granted-actions', value: [...granted, ...fresh] });
  }
  await keepPermissions(strapi);
}

/** For the uninstaller: nothing of the plugin stays behind in the roles. */
export async function revokeStorefront(strapi: Core.Strapi): Promise<void> {
  if (strapi.plugins['users-permissions']) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .deleteMany({ where: { action: { $startsWith: 'plugin::cartwright.' } } });
  }
  await forgetPermissions(strapi);
  await strapi.store({ type: 'plugin', name: 'cartwright' }).delete({ key: 'granted-actions' });
}

async function grant(strapi: Core.Strapi, roleType: string, actions: string[]): Promise<void> {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: roleType }, populate: ['permissions'] });
  if (!role) return;
  const present = new Set((role.permissions as { action: string }[]).map(({ action }) => action));
  for (const action of actions.filter((name) => !present.has(name))) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: role.id } });
  }
}
