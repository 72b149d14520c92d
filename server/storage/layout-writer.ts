import type { Core } from '@strapi/strapi';

import { UIDS } from '../../content-types/uids';

type Data = Record<string, unknown>;

interface Documents {
  create: (params: Data) => Promise<{ documentId: string }>;
  update: (params: Data) => Promise<unknown>;
  delete: (params: Data) => Promise<unknown>;
  publish: (params: Data) => Promise<unknown>;
  discardDraft: (params: Data) => Promise<unknown>;
}

export type LayoutWriter = ReturnType<typeof createLayoutWriter>;

/** Writes blocks as the Content Manager does: through the host's documents and every hook. Joins the running transaction. */
export function createLayoutWriter(strapi: Core.Strapi) {
  const blocks = () => strapi.documents(UIDS.layoutBlock as never) as unknown as Documents;
  return {
    create: async (locale: string, data: Data) =>
      (await blocks().create({ locale, data })).documentId,
    /** Also makes the block in a language in which it was not there. */
    update: async (documentId: string, locale: string, data: Data): Promise<void> => {
      await blocks().update({ documentId, locale, data });
    },
    /** In all languages. */
    remove: async (documentId: string): Promise<void> => {
      await blocks().delete({ documentId, locale: '*' });
    },
    publish: async (documentId: string, locale: string): Promise<void> => {
      await blocks().publish({ documentId, locale });
    },
    discard: async (documentId: string, locale: string): Promise<void> => {
      await blocks().discardDraft({ documentId, locale });
    },
  };
}

/** A language of the site. */
export interface SiteLocale {
  code: string;
  name: string;
  isDefault: boolean;
}

export function createSiteLocales(strapi: Core.Strapi): () => Promise<SiteLocale[]> {
  return async () => {
    const i18n = strapi.plugins.i18n;
    if (!i18n) return [{ code: 'en', name: 'English', isDefault: true }];
    const found = (await i18n.service('locales').find()) as SiteLocale[];
    const fallback = (await i18n.service('locales').getDefaultLocale()) as string;
    return found.map(({ code, name }) => ({ code, name, isDefault: code === fallback }));
  };
}
