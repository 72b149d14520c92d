import type { Core } from '@strapi/strapi';

/**
 * The host forgets a plugin's permissions when it starts once without the plugin. So what the roles may do in the
 * shop is noted with each change, and given back at the next start; what an editor took away stays away.
 */
const PERMISSION = 'plugin::users-permissions.permission';
const ROLE = 'plugin::users-permissions.role';
const KEY = 'role-permissions';

interface Noted {
  role: number;
  action: string;
}

const storeOf = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: 'cartwright' });

export async function restorePermissions(strapi: Core.Strapi): Promise<void> {
  const noted = ((await storeOf(strapi).get({ key: KEY })) as Noted[] | null) ?? [];
  const present = new Set((await findPermissions(strapi)).map(nameOf));
  const missing = noted.filter((permission) => !present.has(nameOf(permission)));
  if (missing.length === 0) return;
  const roles: { id: number }[] = await strapi.db.query(ROLE).findMany();
  for (const { role, action } of missing.filter((one) => roles.some(({ id }) => id === one.role))) {
    await strapi.db.query(PERMISSION).create({ data: { action, role } });
  }
}

/** Notes them now, and from now on with each change. */
export async function keepPermissions(strapi: Core.Strapi): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  // One after the other: an editor's save changes many at once, and the last note must be the newest.
  const note = () => (last = last.catch(() => undefined).then(() => notePermissions(strapi)));
  strapi.db.lifecycles.subscribe({
    models: [PERMISSION],
    afterCreate: note,
    afterCreateMany: note,
    afterUpdate: note,
    afterUpdateMany: note,
    afterDelete: note,
    afterDeleteMany: note,
  });
  await note();
}

export async function forgetPermissions(strapi: Core.Strapi): Promise<void> {
  await storeOf(strapi).delete({ key: KEY });
}

async function notePermissions(strapi: Core.Strapi): Promise<void> {
  await storeOf(strapi).set({ key: KEY, value: await findPermissions(strapi) });
}

async function findPermissions(strapi: Core.Strapi): Promise<Noted[]> {
  const found: { action: string; role: { id: number } | null }[] = await strapi.db
    .query(PERMISSION)
    .findMany({
      where: { action: { $startsWith: 'plugin::cartwright.' } },
      populate: ['role'],
      orderBy: 'id',
    });
  return found.flatMap(({ action, role }) => (role ? [{ role: role.id, action }] : []));
}

const nameOf = ({ role, action }: Noted) => `${role} ${action}`;
