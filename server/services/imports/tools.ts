import type { Knex } from 'knex';

import type { Settings } from '../../config';
import type { Slugify } from '../../domain/catalogue/sku';
import type { Notes } from '../../domain/imports/report';
import type { Database } from '../../storage/database';
import type { AddedOptionTypes } from '../../storage/added-option-types';
import type { CatalogueWriter } from '../../storage/imports/catalogue-writer';
import type { KnownCategory } from '../../storage/imports/categories';
import type { FetchPicture } from '../../storage/imports/fetch-picture';
import type { KnownProducts } from '../../storage/imports/known-products';
import type { MediaLibrary } from '../../storage/imports/media-library';

/** What imports need of the shop and the world. */
export interface ImportTools {
  settings: Pick<Settings, 'currency' | 'optionTypes' | 'maxVariations'>;
  database: Database;
  slugify: Slugify;
  defaultLocale: () => Promise<string>;
  /** The first statement of whatever changes the catalogue. */
  lockCatalogue: (trx: Knex.Transaction) => Promise<void>;
  /** What saving many variations means for their product is set right once, at the end of the work. */
  postponeRefresh: <Result>(trx: Knex.Transaction, work: () => Promise<Result>) => Promise<Result>;
  products: KnownProducts;
  /** With titles in a language. */
  readCategories: (locale: string) => Promise<KnownCategory[]>;
  optionTypes: AddedOptionTypes;
  writer: CatalogueWriter;
  media: MediaLibrary;
  fetchPicture: FetchPicture;
}

/** What the products of one run share. */
export interface ImportRun {
  tools: ImportTools;
  locale: string;
  dryRun: boolean;
  notes: Notes;
}
