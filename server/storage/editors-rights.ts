import type { Core } from '@strapi/strapi';

import { UIDS } from '../../content-types/uids';

interface PermissionChecker {
  can: { update: (entry: object, field: string) => boolean };
}

/** Asks whether the Content Manager would let somebody write a field of a product, in a language. */
export type MayEditProduct = (locale: string) => Promise<boolean>;

/**
 * With all that a role can be told there: fields, languages, conditions such as "is creator". `ability` is what the host
 * has found out about whoever asks.
 */
export function createEditorsRights(strapi: Core.Strapi) {
  return (ability: unknown, documentId: string, field: string): MayEditProduct =>
    async (locale) => {
      const entry = (await strapi.documents(UIDS.product as never).findOne({
        documentId,
        locale,
        status: 'draft',
        populate: { createdBy: { populate: { roles: true } } },
      } as never)) as object | null;
      const checker = strapi
        .plugin('content-manager')
        .service('permission-checker')
        .create({ userAbility: ability, model: UIDS.product }) as PermissionChecker;
      return entry !== null && checker.can.update(entry, field);
    };
}
