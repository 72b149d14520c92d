import type { Core } from '@strapi/strapi';

import { UIDS } from '../../../content-types/uids';

type Data = Record<string, unknown>;

interface Documents {
  create: (params: Data) => Promise<{ documentId: string }>;
  update: (params: Data) => Promise<unknown>;
  publish: (params: Data) => Promise<unknown>;
  unpublish: (params: Data) => Promise<unknown>;
}

/**
 * Writes as an editor does, so that every rule of the shop is asked: through the host's documents and their hooks.
 * Everything joins the running transaction.
 */
export interface CatalogueWriter {
  createProduct: (locale: string, data: Data) => Promise<string>;
  updateProduct: (documentId: string, locale: string, data: Data) => Promise<void>;
  publishProduct: (documentId: string, locale: string) => Promise<void>;
  unpublishProduct: (documentId: string, locale: string) => Promise<void>;
  updateVariation: (documentId: string, data: Data) => Promise<void>;
  createOption: (locale: string, data: Data) => Promise<string>;
  nameOption: (documentId: string, locale: string, name: string) => Promise<void>;
  createCategory: (locale: string, data: Data) => Promise<string>;
  nameCategory: (documentId: string, locale: string, data: Data) => Promise<void>;
  createImage: (data: Data & { file: number }, source: string | null) => Promise<string>;
  describeImage: (documentId: string, description: string | null) => Promise<void>;
}

export function createCatalogueWriter(strapi: Core.Strapi): CatalogueWriter {
  const documents = (uid: string) => strapi.documents(uid as never) as unknown as Documents;
  const products = documents(UIDS.product);
  return {
    async createProduct(locale, data) {
      return (await products.create({ locale, data })).documentId;
    },
    async updateProduct(documentId, locale, data) {
      await products.update({ documentId, locale, data });
    },
    async publishProduct(documentId, locale) {
      await products.publish({ documentId, locale });
    },
    async unpublishProduct(documentId, locale) {
      await products.unpublish({ documentId, locale });
    },
    async updateVariation(documentId, data) {
      await documents(UIDS.productVariation).update({ documentId, data });
    },
    async createOption(locale, data) {
      return (await documents(UIDS.productOption).create({ locale, data })).documentId;
    },
    async nameOption(documentId, locale, name) {
      await documents(UIDS.productOption).update({ documentId, locale, data: { name } });
    },
    async createCategory(locale, data) {
      const { documentId } = await documents(UIDS.category).create({ locale, data });
      // A draft would show its products to nobody.
      await documents(UIDS.category).publish({ documentId, locale });
      return documentId;
    },
    async nameCategory(documentId, locale, data) {
      await documents(UIDS.category).update({ documentId, locale, data });
      await documents(UIDS.category).publish({ documentId, locale });
    },
    async createImage(data, source) {
      const { documentId } = await documents(UIDS.productImage).create({ data });
      // Written by the plugin only, so the hooks would leave it out.
      if (source !== null) {
        await strapi.db
          .query(UIDS.productImage)
          .update({ where: { documentId }, data: { source } });
      }
      return documentId;
    },
    async describeImage(documentId, description) {
      await documents(UIDS.productImage).update({ documentId, data: { description } });
    },
  };
}
