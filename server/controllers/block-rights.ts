import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { UIDS } from '../../content-types/uids';
import { hostUtils } from '../host-utils';

type BlockAction = 'read' | 'create' | 'update' | 'delete' | 'publish';
type Can = Record<BlockAction, (entity?: object, field?: string) => boolean>;

/**
 * What the role may do to blocks, as the Content Manager would ask it: by language and by field. What it may not is
 * answered as the host answers it.
 */
export function demandOf(strapi: Core.Strapi, ctx: Context) {
  const { can } = strapi
    .plugin('content-manager')
    .service<{ create: (of: object) => { can: Can } }>('permission-checker')
    .create({ userAbility: ctx.state.userAbility as object, model: UIDS.layoutBlock });
  return (action: BlockAction, locale: string, fields: readonly string[] = []): void => {
    const may = (field?: string) => can[action]({ locale }, field);
    if (may() && fields.every(may)) return;
    throw new (hostUtils(strapi).errors.ForbiddenError)('Forbidden');
  };
}
