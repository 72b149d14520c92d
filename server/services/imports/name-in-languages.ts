import type { Knex } from 'knex';

import { choiceKey } from '../../domain/imports/check-draft';
import type { ProductDraft } from '../../domain/imports/product-draft';
import { RowError } from '../../domain/imports/row';
import { readOptionNames } from '../../storage/imports/options';
import type { CategoryTree } from './category-tree';
import type { OptionIds } from './import-options';
import { isRefusal } from './refusals';
import type { ImportRun } from './tools';

/** A name that a file has, and the shop has not. */
export interface MissingName {
  of: 'option' | 'category';
  documentId: string;
  locale: string;
  name: string;
  line: number;
  /** What it is called in the default language. */
  called: string;
}

/**
 * Names of options and categories in other languages that the shop lacks; those of categories from the root down. What
 * is translated already stays as it is: a file names the same option on a thousand lines, and each would rename it.
 */
export async function findMissingNames(
  run: ImportRun,
  tree: CategoryTree,
  db: Knex | Knex.Transaction,
  draft: ProductDraft,
  options: OptionIds
): Promise<MissingName[]> {
  const ofOptions = await missingOptionNames(run, db, draft, options);
  return [...ofOptions, ...(await missingCategoryTitles(run, tree, draft))];
}

async function missingOptionNames(
  { notes }: ImportRun,
  db: Knex | Knex.Transaction,
  { optionNames = [] }: ProductDraft,
  options: OptionIds
): Promise<MissingName[]> {
  if (optionNames.length === 0) return [];
  const keyOf = (documentId: string, locale: string) => JSON.stringify([documentId, locale]);
  const rows = await readOptionNames(db, [...new Set(options.values())]);
  const present = new Map(rows.map((row) => [keyOf(row.documentId, row.locale), row.name]));
  const missing = new Map<string, MissingName>();
  for (const { choice, locale, name, line } of optionNames) {
    const documentId = options.get(choiceKey(choice));
    if (documentId === undefined) continue;
    const called = `${choice.type} ${choice.value}`;
    const key = keyOf(documentId, locale);
    const here = present.get(key);
    if (here === undefined) {
      missing.set(key, { of: 'option', documentId, locale, name, line, called });
    } else if (here !== name) notes.note(keeps(called, locale, here));
  }
  return [...missing.values()];
}

async function missingCategoryTitles(
  { notes }: ImportRun,
  tree: CategoryTree,
  { categoryTitles = [] }: ProductDraft
): Promise<MissingName[]> {
  const missing: MissingName[] = [];
  const fromRoot = [...categoryTitles].sort((a, b) => a.path.length - b.path.length);
  for (const { path, locale, title, line } of fromRoot) {
    const category = await tree.find(path);
    if (!category) continue;
    const called = path.join(' > ');
    const here = category.titles.get(locale);
    if (here === undefined) {
      const { documentId } = category;
      missing.push({ of: 'category', documentId, locale, name: title, line, called });
    } else if (here !== title) notes.note(keeps(called, locale, here));
  }
  return missing;
}

const keeps = (called: string, locale: string, name: string) =>
  `${called} keeps its name in ${locale}, "${name}": change it in the admin.`;

export async function addNames(
  { tools, notes }: ImportRun,
  tree: CategoryTree,
  missing: readonly MissingName[]
): Promise<void> {
  for (const { of, documentId, locale, name, line, called } of missing) {
    try {
      if (of === 'option') await tools.writer.nameOption(documentId, locale, name);
      else await tree.addTitle(documentId, locale, name);
    } catch (error) {
      if (!(error instanceof Error) || !isRefusal(error)) throw error;
      throw new RowError(line, `${called} in ${locale}: ${error.message}`);
    }
    notes.added('translations', `${called} (${locale})`);
  }
}
