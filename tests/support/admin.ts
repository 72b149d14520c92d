import type { Test } from 'supertest';

import type { RunningShop } from './strapi';

/** A permission on a content type: with the fields and languages that it is for. */
export interface Granted {
  action: string;
  subject: string;
  properties?: { fields?: string[]; locales?: string[] };
}

const PASSWORD = 'Password1';
let made = 0;

/**
 * Somebody who works in the admin: a role with these permissions, a user with it, logged in. Every call answers with the
 * whole response; what is binary comes as a Buffer in `body`.
 */
export async function adminOf({ strapi, http }: RunningShop, actions: (string | Granted)[]) {
  const name = `Staff ${(made += 1)}`;
  const email = `staff-${made}@example.com`;
  const role = await strapi.service('admin::role').create({ name, description: name });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    actions.map((one) => (typeof one === 'string' ? { action: one } : one))
  );
  await strapi.service('admin::user').create({
    email,
    firstname: name,
    password: PASSWORD,
    isActive: true,
    roles: [role.id],
  });
  const login = await http().post('/admin/login').send({ email, password: PASSWORD });
  const token = String(login.body.data.token);
  const send = (request: Test) => request.set('Authorization', `Bearer ${token}`);

  return {
    name,
    token,
    get: (path: string) => send(http().get(`/cartwright${path}`)),
    post: (path: string, body: object = {}) => send(http().post(`/cartwright${path}`)).send(body),
    put: (path: string, body: object = {}) => send(http().put(`/cartwright${path}`)).send(body),
  };
}
