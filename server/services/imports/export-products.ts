import type { Writable } from 'node:stream';

import { cartwrightHeader } from '../../domain/imports/cartwright-columns';
import { type Names, cartwrightRows } from '../../domain/imports/cartwright-rows';
import { choiceKey } from '../../domain/imports/check-draft';
import { createNotes } from '../../domain/imports/report';
import { writeCsv } from '../../storage/imports/csv-file';
import { readOptionNames } from '../../storage/imports/options';
import { type CategoryTree, createCategoryTree } from './category-tree';
import { asKnown } from './read-known';
import type { ImportTools } from './tools';

export interface ExportRequest {
  /** Those alone that are published in the default language. */
  publishedOnly?: boolean;
  /** Those alone that are assigned to this category, by its document. */
  category?: string | null;
  onProgress?: (progress: { done: number; total: number }) => void;
}

export interface ExportReport {
  products: number;
  rows: number;
  notes: string[];
}

const AT_ONCE = 50;

/** Writes all products in our own dialect, a few at a time; sorted by slug, so that two exports can be compared. */
export async function exportProducts(
  tools: ImportTools,
  target: { path: string } | { stream: Writable },
  { onProgress, publishedOnly = false, category = null }: ExportRequest
): Promise<ExportReport> {
  const locale = await tools.defaultLocale();
  const notes = createNotes();
  const tree = createCategoryTree({ tools, locale, notes, dryRun: false });
  const others = (await tools.products.locales()).filter((other) => other !== locale);
  const names = await namesOf(tools, tree, locale);
  const { all, named } = await tools.products.count(locale);
  const report: ExportReport = { products: 0, rows: 0, notes: [] };

  async function* rows(): AsyncGenerator<Record<string, string>> {
    let last: { slug: string; id: number } | null = null;
    for (;;) {
      const page = await tools.products.pageAfter(last, { locale, size: AT_ONCE, category });
      const end = page.at(-1);
      if (!end) return;
      last = end;
      yield* rowsOf(page.map(({ documentId }) => documentId));
      onProgress?.({ done: report.products, total: named });
    }
  }

  async function* rowsOf(documentIds: readonly string[]): AsyncGenerator<Record<string, string>> {
    const stored = await tools.products.read(documentIds);
    const products = [...stored.values()]
      .map(asKnown)
      .filter(({ pages }) => !publishedOnly || (pages[locale]?.status ?? 'draft') !== 'draft');
    const referred = products.flatMap(({ pages }) =>
      Object.values(pages).flatMap(({ related, upsells }) => [...related, ...upsells])
    );
    const slugs = await tools.products.slugsOf([...new Set(referred)], locale);
    for (const product of products) {
      const lines = cartwrightRows(product, {
        defaultLocale: locale,
        currency: tools.settings.currency,
        names: { ...names, productSlug: (id) => slugs.get(id) },
      });
      report.products += 1;
      report.rows += lines.length;
      yield* lines;
    }
  }

  await writeCsv(target, cartwrightHeader(others), rows());
  if (all > named) {
    report.notes.push(
      `${all - named} products have no draft with a slug in the default language (${locale}) and are not in the file.`
    );
  }
  return report;
}

/** What categories and options are called: read once, since a shop has a thousand of them and not a million. */
async function namesOf(
  { database }: ImportTools,
  tree: CategoryTree,
  defaultLocale: string
): Promise<Omit<Names, 'productSlug'>> {
  const lines = await tree.lines();
  const translated = (titles: ReadonlyMap<string, string>) =>
    new Map([...titles].filter(([locale]) => locale !== defaultLocale));
  const titles = new Map(
    (await tree.load()).map((category) => [category.documentId, translated(category.titles)])
  );

  const rows = await readOptionNames(database.read);
  const ofOption = new Map<string, Map<string, string>>();
  for (const { documentId, locale, name } of rows) {
    const names = ofOption.get(documentId) ?? new Map<string, string>();
    ofOption.set(documentId, names.set(locale, name));
  }
  const byChoice = new Map(
    rows
      .filter(({ locale }) => locale === defaultLocale)
      .map(({ documentId, type, name }) => [
        choiceKey({ type, value: name }),
        translated(ofOption.get(documentId) ?? new Map<string, string>()),
      ])
  );
  return {
    categoryPath: (documentId) => lines.get(documentId)?.map(({ title }) => title),
    categoryLine: (documentId) => lines.get(documentId)?.map((one) => one.documentId) ?? [],
    categoryTitles: (documentId) => titles.get(documentId) ?? new Map<string, string>(),
    optionNames: (choice) => byChoice.get(choiceKey(choice)) ?? new Map<string, string>(),
  };
}
