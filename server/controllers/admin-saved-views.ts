import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { SavedViewDto } from '../contracts/saved-views';
import type { SavedView } from '../domain/views/saved-view';
import { parse } from '../validation/parse';
import { savedViewBody } from '../validation/saved-views';
import { answering } from './error-response';
import { bodyOf } from './request';
import { staffOf } from './staff';

const ORDERS = 'orders';

/** The views of the list of orders that editors keep. */
export const adminSavedViews = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: answering(strapi, async (ctx) => {
    const editor = editorOf(ctx);
    const views = await shopOf(strapi).savedViews.list(ORDERS, editor);
    ctx.body = { data: views.map((view) => present(view, editor.id)) };
  }),
  keep: answering(strapi, async (ctx) => {
    const editor = editorOf(ctx);
    const view = await shopOf(strapi).savedViews.keep(ORDERS, wishOf(ctx), editor);
    ctx.status = 201;
    ctx.body = { data: present(view, editor.id) };
  }),
  change: answering(strapi, async (ctx) => {
    await shopOf(strapi).savedViews.change(String(ctx.params.id), wishOf(ctx), editorOf(ctx));
    ctx.body = { data: {} };
  }),
  remove: answering(strapi, async (ctx) => {
    await shopOf(strapi).savedViews.remove(String(ctx.params.id), editorOf(ctx));
    ctx.body = { data: {} };
  }),
});

function wishOf(ctx: Context) {
  const { filters, ...wish } = parse(savedViewBody, bodyOf(ctx));
  return { ...wish, filters: filters as Record<string, string> };
}

function editorOf(ctx: Context) {
  const { id } = ctx.state.user as { id: number };
  return { id: String(id), name: staffOf(ctx) };
}

function present({ id, name, filters, shared, owner, ownerName }: SavedView, editor: string) {
  const view: SavedViewDto = { id, name, filters, shared, own: owner === editor, owner: ownerName };
  return view;
}
