import type { Core } from '@strapi/strapi';

const USER = 'plugin::users-permissions.user';

/** The accounts of the host, as far as the shop asks for them. */
export interface Accounts {
  /** Those that have proved that this e-mail, in small letters, is theirs. */
  findConfirmed(email: string): Promise<string[]>;
  /** One of them, by its document. */
  find(documentId: string): Promise<{ id: string; email: string; confirmed: boolean } | null>;
}

/** A site without Users & Permissions has none. */
export function createAccounts(strapi: Core.Strapi): Accounts {
  return {
    async findConfirmed(email) {
      if (!strapi.plugins['users-permissions']) return [];
      const users: { documentId?: string; id: number }[] = await strapi.db
        .query(USER)
        .findMany({ where: { email: { $eqi: email }, confirmed: true }, orderBy: 'id' });
      return users.map(({ documentId, id }) => documentId ?? String(id));
    },
    async find(documentId) {
      if (!strapi.plugins['users-permissions']) return null;
      const user: { email: string; confirmed?: boolean } | null = await strapi.db
        .query(USER)
        .findOne({ where: { documentId } });
      return user && { id: documentId, email: user.email, confirmed: user.confirmed === true };
    },
  };
}
