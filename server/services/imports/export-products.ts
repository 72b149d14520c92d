import type { Writable } from 'node:stream';

import { cartwrightHeader } from '../../domain/imports/cartwright-columns';
import { cartwrightRows } from '../../domain/imports/cartwright-rows';
import { createNotes } from '../../domain/imports/report';
import { writeCsv } from '../../storage/imports/csv-file';
import { createCategoryTree } from './category-tree';
import { asKnown } from './read-known';
import type { ImportTools } from './tools';

export interface ExportRequest {
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
  { onProgress }: ExportRequest
): Promise<ExportReport> {
  const locale = await tools.defaultLocale();
  const notes = createNotes();
  const tree = createCategoryTree({ tools, locale, notes, dryRun: false });
  const others = (await tools.products.locales()).filter((other) => other !== locale);
  const { all, named } = await tools.products.count(locale);
  const report: ExportReport = { products: 0, rows: 0, notes: [] };

  async function* rows(): AsyncGenerator<Record<string, string>> {
    let last: { slug: string; id: number } | null = null;
    for (;;) {
      const page = await tools.products.pageAfter(last, { locale, size: AT_ONCE });
      const end = page.at(-1);
      if (!end) return;
      last = end;
      yield* rowsOf(page.map(({ documentId }) => documentId));
      onProgress?.({ done: report.products, total: named });
    }
  }

  async function* rowsOf(documentIds: readonly string[]): AsyncGenerator<Record<string, string>> {
    const stored = await tools.products.read(documentIds);
    const products = [...stored.values()].map(asKnown);
    const referred = products.flatMap(({ pages }) =>
      Object.values(pages).flatMap(({ related, upsells }) => [...related, ...upsells])
    );
    const slugs = await tools.products.slugsOf([...new Set(referred)], locale);
    const paths = new Map<string, string[]>();
    for (const { documentId } of await tree.load()) {
      const path = await tree.pathOf(documentId);
      if (path) paths.set(documentId, path);
    }
    for (const product of products) {
      const lines = cartwrightRows(product, {
        defaultLocale: locale,
        currency: tools.settings.currency,
        names: {
          categoryPath: (id) => paths.get(id),
          productSlug: (id) => slugs.get(id),
        },
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
