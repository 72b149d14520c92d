import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import {
  type ListRequest,
  readListRequest,
  readOneRequest,
} from '../validation/content/content-request';
import { CONTENT_UIDS, type Reader, type ReadableSchema } from '../validation/content/readable';
import { parse } from '../validation/parse';
import { slug } from '../validation/queries';
import { answering } from './error-response';

/** Strapi's find and findOne for one content type: its parameters and its answers, and what a front end may see. */
function contentOf(uid: (typeof CONTENT_UIDS)[number]) {
  return ({ strapi }: { strapi: Core.Strapi }) => {
    const content = () => shopOf(strapi).content;

    async function sanitized<Data>(data: Data, ctx: Context): Promise<Data> {
      const { auth } = ctx.state as State;
      return (await strapi.contentAPI.sanitize.output(data as never, strapi.contentType(uid), {
        auth,
      } as never)) as Data;
    }

    return {
      find: answering(strapi, async (ctx) => {
        const reader = await readerOf(strapi, ctx);
        const request = readListRequest(reader, uid, ctx.query, limitsOf(strapi));
        const { rows, total } = await content().list(uid, request, request.withCount);
        ctx.body = {
          data: await sanitized(rows, ctx),
          meta: { pagination: paginationOf(request, total) },
        };
      }),
      findOne: answering(strapi, async (ctx) => {
        const request = readOneRequest(await readerOf(strapi, ctx), uid, ctx.query);
        const row = await content().show(uid, parse(slug, ctx.params.documentId), request);
        ctx.body = { data: await sanitized(row, ctx), meta: {} };
      }),
    };
  };
}

export const contentControllers = Object.fromEntries(
  CONTENT_UIDS.map((uid) => [String(uid.split('.')[1]), contentOf(uid)])
);

interface State {
  auth: unknown;
}

/** What the request's role or token may find, asked of the host once for each type. */
async function readerOf(strapi: Core.Strapi, ctx: Context): Promise<Reader> {
  const { auth } = ctx.state as State;
  const uids = Object.keys(strapi.contentTypes);
  const allowed = await Promise.all(
    uids.map((uid) =>
      strapi.auth.verify(auth as never, { scope: `${uid}.find` } as never).then(
        () => true,
        () => false
      )
    )
  );
  const findable = new Set(uids.filter((_, index) => allowed[index]));
  const hidden = new Set(strapi.config.get<string[]>('api.responses.privateAttributes', []));
  return {
    schemaOf: (uid) => withoutHidden(strapi.getModel(uid as never), hidden),
    mayFind: (uid) => findable.has(uid),
  };
}

/** A site may hide attributes of all types, and of one, by name. */
function withoutHidden(
  schema: (ReadableSchema & { options?: { privateAttributes?: string[] } }) | undefined,
  hidden: ReadonlySet<string>
): ReadableSchema | undefined {
  const own = schema?.options?.privateAttributes ?? [];
  if (!schema || (hidden.size === 0 && own.length === 0)) return schema;
  const shown = Object.entries(schema.attributes).filter(
    ([name]) => !hidden.has(name) && !own.includes(name)
  );
  return { attributes: Object.fromEntries(shown) };
}

/** A site without a limit of its own still hands out no more than a hundred at once. */
function limitsOf(strapi: Core.Strapi) {
  const setting = (name: string, otherwise: number) =>
    Number(strapi.config.get(`api.rest.${name}`)) || otherwise;
  return {
    usual: setting('defaultLimit', 25),
    most: setting('maxLimit', 100),
    withCount: strapi.config.get<boolean>('api.rest.withCount', true),
  };
}

function paginationOf({ paged, start, limit }: ListRequest, total: number | null) {
  const counted = total === null ? {} : { total };
  if (!paged) return { start, limit, ...counted };
  const pages = total === null ? {} : { pageCount: Math.ceil(total / limit) };
  return { page: start / limit + 1, pageSize: limit, ...pages, ...counted };
}
