import type { Core } from '@strapi/strapi';

const USER = 'plugin::users-permissions.user';

/** The accounts of the host, as far as the shop asks for them. */
export interface Accounts {
  /** Those that have proved that this e-mail, in small letters, is theirs. */
  findConfirmed(email: string): Promise<string[]>;
  /** One of them, by its document. */
  find(documentId: string): Promise<KnownAccount | null>;
  /** Several, by their documents. */
  findAll(documentIds: readonly string[]): Promise<KnownAccount[]>;
  /** Those whose e-mail or name holds the text. */
  search(text: string, most: number): Promise<KnownAccount[]>;
}

export interface KnownAccount {
  id: string;
  email: string;
  confirmed: boolean;
}

interface HostUser {
  documentId?: string;
  id: number;
  email: string;
  confirmed?: boolean;
}

/** A site without Users & Permissions has none. */
export function createAccounts(strapi: Core.Strapi): Accounts {
  const among = async (where: object, most: number): Promise<KnownAccount[]> => {
    if (!strapi.plugins['users-permissions']) return [];
    const users: HostUser[] = await strapi.db
      .query(USER)
      .findMany({ where, orderBy: { id: 'asc' }, limit: most });
    return users.map(({ documentId, id, email, confirmed }) => ({
      id: documentId ?? String(id),
      email,
      confirmed: confirmed === true,
    }));
  };

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
    async findAll(documentIds) {
      if (documentIds.length === 0) return [];
      return among({ documentId: { $in: [...documentIds] } }, documentIds.length);
    },
    search: (text, most) =>
      among({ $or: [{ email: { $containsi: text } }, { username: { $containsi: text } }] }, most),
  };
}
