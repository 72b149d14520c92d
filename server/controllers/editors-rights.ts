import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { UIDS } from '../../content-types/uids';
import { hostUtils } from '../host-utils';
import type { ListGuard } from '../services/product-pictures';

interface PermissionChecker {
  can: { update: (entry: object, field: string) => boolean };
}

/**
 * What the Content Manager would let whoever asks write, with all that a role can be told there: fields, languages,
 * conditions such as "is creator".
 */
export function editorsRights(strapi: Core.Strapi, ctx: Context) {
  const checker = () =>
    strapi
      .plugin('content-manager')
      .service('permission-checker')
      .create({ userAbility: ctx.state.userAbility, model: UIDS.product }) as PermissionChecker;

  return {
    /** Of a product, in a language. */
    toPictures:
      (documentId: string): ListGuard =>
      async (locale) => {
        const entry = (await strapi.documents(UIDS.product as never).findOne({
          documentId,
          locale,
          status: 'draft',
          populate: { createdBy: { populate: { roles: true } } },
        } as never)) as object | null;
        const { ForbiddenError } = hostUtils(strapi).errors;
        const refusal = () =>
          new ForbiddenError('Your role may not change which pictures a product has.');
        return entry && checker().can.update(entry, 'images') ? null : refusal();
      },
  };
}
