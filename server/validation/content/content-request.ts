import { z } from 'zod';

import type { ContentRequest } from '../../domain/content/content-request';
import { parse } from '../parse';
import { locale, whole } from '../queries';
import { newBudget } from './condition';
import type { Reader } from './readable';
import { readSelection } from './selection';

/** How long a page is when the request does not say, and at most: the host's own settings. */
export interface PageLimits {
  usual: number;
  most: number;
  withCount: boolean;
}

const flag = z
  .enum(['true', 't', '1', 'false', 'f', '0'], 'must be true or false')
  .transform((value) => ['true', 't', '1'].includes(value));

const pagination = z
  .strictObject(
    {
      page: whole(1).optional(),
      pageSize: whole(1).optional(),
      start: whole(0).optional(),
      /** The host's word for "as many as possible". */
      limit: z.union([z.literal('-1').transform(() => Infinity), whole(1)]).optional(),
      withCount: flag.optional(),
    },
    'must be an object, such as pagination[page]=2'
  )
  .refine(
    ({ page, pageSize, start, limit }) =>
      (page === undefined && pageSize === undefined) ||
      (start === undefined && limit === undefined),
    'must be by page and pageSize, or by start and limit, not both'
  )
  .prefault({});

const everywhere = {
  fields: z.unknown().optional(),
  filters: z.unknown().optional(),
  populate: z.unknown().optional(),
  locale: z.union([z.literal('*'), locale], 'must be a locale such as "en" or "de-AT", or "*"'),
  // Who reads the shop reads what is published; saying so is no mistake.
  status: z.literal('published', 'must be published: drafts are not for front ends').optional(),
};

const oneQuery = z.strictObject(everywhere);
const listQuery = z.strictObject({ ...everywhere, sort: z.unknown().optional(), pagination });

export interface ListRequest extends ContentRequest {
  /** As it was asked for, so that it is answered alike. */
  paged: boolean;
  withCount: boolean;
}

/** @throws CommerceError invalid_input with the path of what is wrong */
export function readListRequest(
  reader: Reader,
  uid: string,
  query: unknown,
  limits: PageLimits
): ListRequest {
  const { pagination: asked, locale: language, ...rest } = parse(listQuery, query);
  const paged = asked.start === undefined && asked.limit === undefined;
  const size = (paged ? asked.pageSize : asked.limit) ?? limits.usual;
  const limit = Math.min(size, limits.most);
  return {
    ...readSelection(reader, uid, rest, [], newBudget()),
    locale: language ?? null,
    start: paged ? ((asked.page ?? 1) - 1) * limit : (asked.start ?? 0),
    limit,
    paged,
    withCount: asked.withCount ?? limits.withCount,
  };
}

/** @throws CommerceError invalid_input with the path of what is wrong */
export function readOneRequest(reader: Reader, uid: string, query: unknown): ContentRequest {
  const { locale: language, ...rest } = parse(oneQuery, query);
  return {
    ...readSelection(reader, uid, rest, [], newBudget()),
    locale: language ?? null,
    start: 0,
    limit: 1,
  };
}
