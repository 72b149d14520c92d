import { adminApi } from '@strapi/strapi/admin';

/**
 * The admin's one store of server data, with our tags. `Document` is the Content Manager's: what carries it is
 * read again after a save there.
 */
export const cartwrightApi = adminApi.enhanceEndpoints({
  addTagTypes: ['CartwrightOrder', 'CartwrightShop', 'Document'],
});
