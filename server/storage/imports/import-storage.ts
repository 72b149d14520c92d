import type { Core } from '@strapi/strapi';

import { createCatalogueWriter } from './catalogue-writer';
import { readCategories } from './categories';
import { createFetchPicture } from './fetch-picture';
import { createKnownProducts } from './known-products';
import { createMediaLibrary } from './media-library';

/** What imports and exports read, write and fetch. */
export function createImportStorage(strapi: Core.Strapi) {
  return {
    products: createKnownProducts(strapi),
    readCategories: (locale: string) => readCategories(strapi, locale),
    writer: createCatalogueWriter(strapi),
    media: createMediaLibrary(strapi),
    fetchPicture: createFetchPicture(),
  };
}
