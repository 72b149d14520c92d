import type { Knex } from 'knex';

import {
  type KnownPicture,
  type KnownProduct,
  picturesOf,
} from '../../domain/imports/known-product';
import { findPicture, matchPictures } from '../../domain/imports/match-pictures';
import { skusInTheWay, type VariationChange } from '../../domain/imports/plan-import-variations';
import type { PictureDraft, ProductDraft } from '../../domain/imports/product-draft';
import { RowError } from '../../domain/imports/row';
import type { CategoryTree } from './category-tree';
import { choicesOf, ensureOptions, type OptionIds } from './import-options';
import { addNames, findMissingNames } from './name-in-languages';
import type { ObtainedFiles } from './obtain-pictures';
import {
  changesNothing,
  pagesOf,
  planProduct,
  type ProductPlan,
  planVariations,
} from './plan-product';
import { asKnownVariation, readKnown } from './read-known';
import { findReferences } from './references';
import { isRefusal } from './refusals';
import type { ImportRun } from './tools';

export type Outcome = 'created' | 'updated' | 'unchanged';

/** Writes one product, behind the lock of the catalogue: what it refers to, its pages, its variations, its publication. */
export async function writeProduct(
  run: ImportRun,
  tree: CategoryTree,
  trx: Knex.Transaction,
  draft: ProductDraft,
  { files }: ObtainedFiles
): Promise<Outcome> {
  const before = await readKnown(run, draft);
  const options = await ensureOptions(run, trx, choicesOf(draft));
  let found = await findReferences(run, tree, draft, options);
  if (found.missingCategories.length > 0) {
    tree.forget();
    for (const path of found.missingCategories) await tree.make(path, run.notes);
  }
  const missingNames = await findMissingNames(run, tree, trx, draft, options);
  await addNames(run, tree, missingNames);
  if (found.missingCategories.length + missingNames.length > 0) {
    found = await findReferences(run, tree, draft, options);
  }
  const pictures = await makePictures(run, draft, before, files);
  const plan = planProduct(draft, before, found.references, run.locale, pictures);
  if (!before && !draft.page.texts.title) throw new RowError(draft.line, 'The title is missing.');

  const documentId = await writePages(run, draft, before, plan);
  for (const { documentId: image, description } of plan.descriptions) {
    await run.tools.writer.describeImage(image, description);
  }
  const changed = await run.tools.postponeRefresh(trx, async () => {
    const any = await writeVariations(run, draft, { documentId, before, options, pictures });
    await writePublication(run, documentId, plan);
    return any;
  });
  if (!before) return 'created';
  const same = changesNothing(plan) && !changed && missingNames.length === 0;
  return same ? 'unchanged' : 'updated';
}

/** Entries for the pictures that were found: those of the product, and the new ones behind them. */
async function makePictures(
  { tools, locale }: ImportRun,
  draft: ProductDraft,
  before: KnownProduct | undefined,
  files: ObtainedFiles['files']
): Promise<KnownPicture[]> {
  const pool = picturesOf(before);
  const make = async (picture: PictureDraft) => {
    const file = files.get(picture.url);
    if (!file) return;
    const description = picture.description ?? null;
    const documentId = await tools.writer.createImage({ file: file.id, description }, file.source);
    pool.push({ documentId, url: picture.url, source: file.source, description });
  };
  for (const [language, page] of pagesOf(draft, locale)) {
    const present = before?.pages[language]?.pictures ?? [];
    const matches = matchPictures(page.pictures ?? [], present, pool);
    for (const { draft: picture, found } of matches) if (!found) await make(picture);
  }
  for (const { picture } of draft.variations) {
    if (picture && !findPicture(picture, pool)) await make(picture);
  }
  return pool;
}

async function writePages(
  { tools: { writer }, locale: defaultLocale }: ImportRun,
  draft: ProductDraft,
  before: KnownProduct | undefined,
  { pages, shared, ticks }: ProductPlan
): Promise<string> {
  let documentId = before?.documentId;
  for (const { locale, change, isNew } of pages) {
    const { texts, ...lists } = change;
    const data = {
      ...texts,
      ...lists,
      ...(locale === defaultLocale ? { ...shared, ...(ticks ? { options: ticks } : {}) } : {}),
    };
    if (documentId === undefined) {
      documentId = await writer.createProduct(locale, { ...data, slug: draft.slug });
    } else if (isNew || Object.keys(data).length > 0) {
      await writer.updateProduct(documentId, locale, data);
    }
  }
  if (documentId === undefined) throw new Error('A product has no page.');
  return documentId;
}

interface Written {
  documentId: string;
  before: KnownProduct | undefined;
  options: OptionIds;
  pictures: readonly KnownPicture[];
}

/** @returns whether any had to be changed. */
async function writeVariations(
  run: ImportRun,
  draft: ProductDraft,
  { documentId, before, options, pictures }: Written
): Promise<boolean> {
  const { products, writer } = run.tools;
  const known = (await products.readVariations(documentId)).map(asKnownVariation);
  const changes = planVariations(draft, known, options, before, pictures);
  for (const { documentId: variation } of skusInTheWay(known, changes)) {
    await writer.updateVariation(variation, { sku: null });
  }
  for (const change of changes) await writeVariation(run, draft, change);
  noteClosed(run, draft, changes);
  return changes.length > 0;
}

async function writeVariation(
  { tools: { writer } }: ImportRun,
  { line: firstLine }: ProductDraft,
  { variation, line, fields, picture, isDefault }: VariationChange
): Promise<void> {
  const { unitPrice, salePrice, weight, costPrice, ...plain } = fields;
  const amounts = Object.entries({ unitPrice, salePrice, weight, costPrice }).flatMap(
    ([field, amount]) =>
      amount === undefined ? [] : [[field, amount === null ? null : amount.toFixed()] as const]
  );
  try {
    await writer.updateVariation(variation.documentId, {
      ...plain,
      ...Object.fromEntries(amounts),
      ...(picture === undefined ? {} : { image: picture }),
      ...(isDefault ? { isDefault } : {}),
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw isRefusal(error) ? new RowError(line ?? firstLine, error.message) : error;
  }
}

function noteClosed(
  { notes }: ImportRun,
  { slug }: ProductDraft,
  changes: readonly VariationChange[]
): void {
  const closed = changes.filter(({ line }) => line === undefined);
  if (closed.length === 0) return;
  const names = closed
    .slice(0, 5)
    .map(({ variation }) => variation.options.map(({ value }) => value).join(' / ') || 'no option');
  const more = closed.length > names.length ? ` and ${closed.length - names.length} more` : '';
  notes.note(
    `${slug}: the file does not list ${names.join(', ')}${more}. Ticking the options makes them all the same; they have no price and 0 in stock, so that nobody can buy them.`
  );
}

async function writePublication(
  { tools: { writer } }: ImportRun,
  documentId: string,
  { pages }: ProductPlan
): Promise<void> {
  for (const { locale, publication } of pages) {
    if (publication === 'publish') await writer.publishProduct(documentId, locale);
    if (publication === 'unpublish') await writer.unpublishProduct(documentId, locale);
  }
}
