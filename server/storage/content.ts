import type { Core } from '@strapi/strapi';

import type { ContentRequest, Populated, Selection } from '../domain/content/content-request';
import { type Sight, toWhere } from './content/where';
import { visibleRows, type Where } from './content/visible-rows';

export type ContentRow = Record<string, unknown>;

/** What was asked for, with the fields that must be read for it, and the most that a relation may bring along. */
export interface ContentQuery extends ContentRequest {
  at: Date;
  /** Null for a type that has no languages; `*` is every language. */
  locale: string | null;
}

export type ContentStorage = ReturnType<typeof createContentStorage>;

/**
 * Rows of content types through the host's own query engine. One statement for the rows and one for each relation
 * that is populated, whatever their number.
 */
export function createContentStorage(strapi: Core.Strapi) {
  return {
    hasLanguages(uid: string): boolean {
      const i18n = strapi.contentTypes[uid as never] as { pluginOptions?: { i18n?: Localized } };
      return i18n.pluginOptions?.i18n?.localized === true;
    },

    find: (uid: string, query: ContentQuery): Promise<ContentRow[]> =>
      strapi.db.query(uid as never).findMany({
        ...toQuery(uid, query, sightOf(query.at), query.locale),
        limit: query.limit,
        offset: query.start,
      }) as Promise<ContentRow[]>,

    count: (uid: string, query: ContentQuery): Promise<number> => {
      const { where, filters } = toQuery(uid, query, sightOf(query.at), query.locale);
      return strapi.db.query(uid as never).count({ where, filters } as never);
    },

    findOne: (uid: string, documentId: string, query: ContentQuery): Promise<ContentRow | null> => {
      const { where, ...rest } = toQuery(uid, query, sightOf(query.at), query.locale);
      return strapi.db.query(uid as never).findOne({
        ...rest,
        where: { $and: [{ documentId }, where] },
      }) as Promise<ContentRow | null>;
    },
  };

  function sightOf(at: Date): Sight {
    const hasDrafts = (uid: string) =>
      (strapi.contentTypes[uid as never] as Drafted | undefined)?.options?.draftAndPublish === true;
    return { at, visible: (uid) => visibleRows(strapi.db.connection, uid, hasDrafts(uid), at) };
  }

  function toQuery(uid: string, asked: Selection, sight: Sight, locale: string | null) {
    const language: Where[] = locale === null || locale === '*' ? [] : [{ locale }];
    return {
      ...selectionOf(uid, asked, sight),
      where: { $and: [...language, toWhere(asked.condition, sight)] },
      // The host asks it for every type that it reads, however deep: nothing is populated that may not be seen.
      filters: ({ uid: read }: { uid: string }) => ({ $and: sight.visible(read) }),
    };
  }

  function selectionOf(uid: string, { fields, sort, populate }: Selection, sight: Sight) {
    return {
      ...(fields && { select: [...idsOf(uid), ...fields] }),
      ...(sort.length > 0 && {
        orderBy: sort.map(({ field, direction }) => ({ [field]: direction })),
      }),
      populate: Object.fromEntries(
        Object.entries(populate).map(([name, wanted]) => [name, populatedOf(wanted, sight)])
      ),
    };
  }

  function populatedOf(wanted: Populated, sight: Sight): object {
    return {
      ...selectionOf(wanted.target, wanted, sight),
      where: toWhere(wanted.condition, sight),
      ...(wanted.limit !== null && { limit: wanted.limit }),
      ...(wanted.start !== null && { offset: wanted.start }),
    };
  }

  function idsOf(uid: string): string[] {
    return uid in strapi.contentTypes ? ['id', 'documentId'] : ['id'];
  }
}

interface Localized {
  localized?: boolean;
}

interface Drafted {
  options?: { draftAndPublish?: boolean };
}
