import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { anyPage, layoutQuery } from '../validation/layout';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentBlock } from './present-layout';

export const layout = ({ strapi }: { strapi: Core.Strapi }) => ({
  show: answering(strapi, async (ctx) => {
    // Also what is refused: the next try may be allowed.
    if (ctx.query.preview !== undefined) ctx.set('Cache-Control', 'no-store');
    const { locale = null, preview = null, at = null } = parse(layoutQuery, ctx.query);
    const page = parse(anyPage, ctx.params.page);
    const shop = shopOf(strapi);
    const blocks = await shop.layout.show({ page, locale, preview, at });
    ctx.body = { data: blocks.map((block) => presentBlock(block, shop.settings.currency)) };
  }),
});
