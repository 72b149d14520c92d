import type { Writable } from 'node:stream';

import { takeUniqueName } from '../domain/catalogue/unique-name';
import { CommerceError, invalidInput } from '../domain/errors';
import { cartwright } from '../domain/imports/cartwright';
import { checkDraft } from '../domain/imports/check-draft';
import { fitsDialect } from '../domain/imports/columns';
import { type Dialect, type DialectName, DIALECTS } from '../domain/imports/dialect';
import type { RowGroup } from '../domain/imports/group-rows';
import type { ProductDraft } from '../domain/imports/product-draft';
import { createNotes, type ImportReport } from '../domain/imports/report';
import { RowError } from '../domain/imports/row';
import { shopify } from '../domain/imports/shopify';
import { woocommerce } from '../domain/imports/woocommerce';
import { readCsv } from '../storage/imports/csv-file';
import { createCategoryTree } from './imports/category-tree';
import { exportProducts, type ExportReport, type ExportRequest } from './imports/export-products';
import { importProduct } from './imports/import-product';
import { createObtainPictures } from './imports/obtain-pictures';
import { readHtml } from './imports/read-html';
import { readSheet, type Sheet } from './imports/read-sheet';
import { referredSlugs } from './imports/references';
import { isRefusal } from './imports/refusals';
import type { ImportRun, ImportTools } from './imports/tools';

export interface ImportRequest {
  path: string;
  dialect: DialectName;
  /** Shows what would happen, and takes it back. */
  dryRun?: boolean;
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Asked before each product; what was imported until then stays. */
  isStopped?: () => boolean;
}

const READERS: Record<DialectName, Dialect> = { shopify, woocommerce, cartwright };

/** The catalogue as a file: of another shop, or our own. */
export function createImports(tools: ImportTools) {
  return {
    /**
     * Brings the products of a CSV file into the shop. Each product is a transaction of its own: what one line breaks
     * leaves out its product and nothing else. Nothing is ever deleted, and a second run finds nothing to do.
     *
     * @throws invalid_input when the file cannot be read or is not of the dialect; nothing was imported then.
     */
    async importProducts(request: ImportRequest): Promise<ImportReport> {
      if (!DIALECTS.includes(request.dialect)) {
        throw new CommerceError(
          'invalid_input',
          `The dialect "${request.dialect}" is not known: it must be one of ${DIALECTS.join(', ')}.`,
          { path: 'dialect' }
        );
      }
      const dialect = READERS[request.dialect];
      const sheet = await readSheet(request.path, dialect, Object.values(READERS));
      try {
        return await importSheet(tools, sheet, dialect, request);
      } finally {
        await sheet.close();
      }
    },

    /**
     * What a file looks like by its header; null when no dialect fits.
     *
     * @throws invalid_input when it is no CSV file with a header
     */
    async guessDialect(path: string): Promise<DialectName | null> {
      for await (const { cells } of readCsv(path)) {
        return Object.values(READERS).find((dialect) => fitsDialect(cells, dialect))?.name ?? null;
      }
      throw invalidInput('file', 'The file is empty.');
    },

    /** Writes products in our own dialect, to a file or to a stream. */
    exportProducts(
      request: ({ path: string } | { stream: Writable }) & ExportRequest
    ): Promise<ExportReport> {
      return exportProducts(tools, request, request);
    },
  };
}

export type Imports = ReturnType<typeof createImports>;

async function importSheet(
  tools: ImportTools,
  sheet: Sheet,
  dialect: Dialect,
  { dryRun = false, onProgress, isStopped = () => false }: ImportRequest
): Promise<ImportReport> {
  const notes = createNotes();
  const run: ImportRun = { tools, locale: await tools.defaultLocale(), dryRun, notes };
  const tree = createCategoryTree(run);
  const pictures = createObtainPictures(run);
  const helpers = { tree, obtain: pictures.obtain };
  const report: ImportReport = { created: 0, updated: 0, unchanged: 0, failed: [], notes: [] };
  const reader = createReader(run, sheet, dialect, await knownLocales(run, sheet));
  if (sheet.unused.length > 0) {
    notes.note(`These columns have no place in the shop: ${sheet.unused.join(', ')}.`);
  }

  const again: RowGroup[] = [];
  for (const [index, group] of sheet.groups.entries()) {
    if (isStopped()) break;
    try {
      const draft = await reader.read(group);
      report[await importProduct(run, helpers, draft)] += 1;
      reader.imported(draft);
      if (await refersToLater(run, sheet, draft)) again.push(group);
    } catch (error) {
      report.failed.push(failureOf(error, group));
    }
    onProgress?.({ done: index + 1, total: sheet.groups.length });
  }
  // Products that recommend one which stood further down: now all are there.
  for (const group of again) {
    if (isStopped()) break;
    await importProduct(run, helpers, await reader.readAgain(group)).catch((error: unknown) => {
      report.failed.push(failureOf(error, group));
    });
  }

  pictures.tell();
  return { ...report, notes: notes.all() };
}

/** Makes drafts of groups of lines, and knows what other products of the file have taken. */
function createReader(run: ImportRun, sheet: Sheet, dialect: Dialect, locales: readonly string[]) {
  const { currency, maxVariations } = run.tools.settings;
  const { slugify } = run.tools;
  const slugs = new Map<string, number>();
  const taken = new Set<string>();
  const skus = new Map<string, number>();

  async function readAgain(group: RowGroup): Promise<ProductDraft> {
    const rows = await sheet.rowsOf(group);
    const draft = dialect.draftOf(rows, { currency, slugify, readHtml });
    draft.translations = Object.fromEntries(
      Object.entries(draft.translations).filter(([locale]) => locales.includes(locale))
    );
    const isTranslation = ({ locale }: { locale: string }) =>
      locale !== run.locale && locales.includes(locale);
    draft.optionNames = draft.optionNames?.filter(isTranslation);
    draft.categoryTitles = draft.categoryTitles?.filter(isTranslation);
    // The host takes no other characters in a slug.
    if (!/^[A-Za-z0-9-_.~]*$/.test(draft.slug)) {
      draft.slug = slugify(draft.slug);
      draft.page.texts.slug = draft.slug;
    }
    checkDraft(draft, maxVariations);
    return draft;
  }

  return {
    readAgain,
    async read(group: RowGroup): Promise<ProductDraft> {
      const [fault, ...others] = group.faults;
      if (fault) throw new RowError(fault.line, fault.message, others);
      const draft = await readAgain(group);
      const other = slugs.get(draft.slug.toLowerCase());
      if (draft.derivedSlug) {
        draft.slug = takeUniqueName(draft.slug, taken);
        draft.page.texts.slug = draft.slug;
      } else if (other !== undefined) {
        throw new RowError(draft.line, `The product of line ${other} has the same slug.`);
      }
      slugs.set(draft.slug.toLowerCase(), draft.line);
      for (const { line, fields } of draft.variations) {
        const owner = skus.get(fields.sku?.toLowerCase() ?? '');
        if (owner === undefined) continue;
        throw new RowError(line, `The SKU "${fields.sku ?? ''}" stands in line ${owner} already.`);
      }
      for (const note of draft.notes) run.notes.note(note);
      return draft;
    },

    /** From now on its SKUs are its own. */
    imported({ variations }: ProductDraft): void {
      for (const { line, fields } of variations) {
        if (fields.sku) skus.set(fields.sku.toLowerCase(), line);
      }
    },
  };
}

async function knownLocales({ tools, notes }: ImportRun, { locales }: Sheet): Promise<string[]> {
  if (locales.length === 0) return [];
  const known = await tools.products.locales();
  const unknown = locales.filter((locale) => !known.includes(locale));
  if (unknown.length > 0) {
    notes.note(
      `The site does not have these languages, so their columns were left out: ${unknown.join(', ')}.`
    );
  }
  return locales.filter((locale) => known.includes(locale));
}

/** Whether it recommends a product that is not there yet; one that the file does not have either is told. */
async function refersToLater(
  { tools, locale, notes, dryRun }: ImportRun,
  sheet: Sheet,
  draft: ProductDraft
): Promise<boolean> {
  let later = false;
  for (const slug of referredSlugs(draft)) {
    if (await tools.products.findBySlug(slug, locale)) continue;
    if (sheet.has(slug)) later = true;
    else notes.note(`${draft.slug}: the product ${slug}, which it recommends, is not there.`);
  }
  return later && !dryRun;
}

function failureOf(error: unknown, group: RowGroup): { line: number; message: string } {
  if (error instanceof RowError) {
    const others = error.others.map(({ line, message }) => `; line ${line}: ${message}`);
    return { line: error.line, message: error.message + others.join('') };
  }
  if (!(error instanceof Error)) return { line: group.line, message: String(error) };
  // What no rule has refused is trouble: said as such, and the other products go on.
  return {
    line: group.line,
    message: isRefusal(error) ? error.message : `Not imported: ${error.message}`,
  };
}
