import type { Settings } from '../../config';
import type { Slugify } from '../../domain/catalogue/sku';

/** What the catalogue needs beside the database: everything that differs from site to site or from moment to moment. */
export interface CatalogueContext {
  settings: Pick<Settings, 'currency' | 'roundingMode' | 'optionTypes' | 'maxVariations'>;
  slugify: Slugify;
  /** Joins the running transaction. */
  defaultLocale: () => Promise<string>;
  now: () => Date;
  /** Who is saving, for the movements of stock; null is a script, an import or a shopper. */
  editor: () => string | null;
  /** Option types beside those of the settings; joins the running transaction. */
  addedOptionTypes: () => Promise<string[]>;
  /** Tells the site's log of something that an editor should mend. */
  warn: (message: string) => void;
}
