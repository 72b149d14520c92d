import type { Knex } from 'knex';

import { handPrice } from '../../domain/catalogue/hand-price';
import {
  type KnownPicture,
  type KnownProduct,
  picturesOf,
} from '../../domain/imports/known-product';
import { matchPictures, findPicture } from '../../domain/imports/match-pictures';
import { skusInTheWay, type VariationChange } from '../../domain/imports/plan-import-variations';
import type { PictureDraft, ProductDraft } from '../../domain/imports/product-draft';
import { RowError } from '../../domain/imports/row';
import type { StoredProduct } from '../../storage/imports/known-products';
import type { CategoryTree } from './category-tree';
import { choicesOf, ensureOptions, findOptionIds, type OptionIds } from './import-options';
import type { ObtainedFiles } from './obtain-pictures';
import {
  changesNothing,
  pagesOf,
  planProduct,
  type ProductPlan,
  planVariations,
} from './plan-product';
import { findReferences } from './references';
import type { ImportRun } from './tools';

export type Outcome = 'created' | 'updated' | 'unchanged';

/** Ends a transaction that has shown what it would do. */
class DryRunOver extends Error {}

interface Helpers {
  tree: CategoryTree;
  obtain: (draft: ProductDraft, known: KnownProduct | undefined) => Promise<ObtainedFiles>;
}

/**
 * One product of a file: compared with what the shop has, and if anything differs written in one transaction, as an
 * editor would. What is the same is not touched. A dry run writes too, and takes it all back.
 */
export async function importProduct(
  run: ImportRun,
  helpers: Helpers,
  draft: ProductDraft
): Promise<Outcome> {
  const { tools, dryRun } = run;
  const before = await readKnown(run, draft);
  const obtained = await helpers.obtain(draft, before);
  if (before && obtained.files.size === 0 && (await isSame(run, helpers.tree, draft, before))) {
    return 'unchanged';
  }
  try {
    return await tools.database.transaction(async (trx) => {
      await tools.lockCatalogue(trx);
      const outcome = await write(run, helpers.tree, trx, draft, obtained);
      if (dryRun) throw Object.assign(new DryRunOver(), { outcome });
      return outcome;
    });
  } catch (error) {
    helpers.tree.forget();
    if (error instanceof DryRunOver) return (error as DryRunOver & { outcome: Outcome }).outcome;
    await obtained.takeBack();
    throw error;
  }
}

/** @throws RowError when the file cannot tell the product's variations apart. */
async function readKnown(run: ImportRun, draft: ProductDraft): Promise<KnownProduct | undefined> {
  const documentId = await run.tools.products.findBySlug(draft.slug, run.locale);
  const stored = documentId && (await run.tools.products.readOne(documentId));
  const known = stored ? asKnown(stored) : undefined;
  // A list of prices would otherwise un-tick everything.
  if (draft.withoutOptions && known && known.ticks.length > 0) {
    throw new RowError(
      draft.line,
      'The product has options, so each of its lines must name them: the file has no column for options.'
    );
  }
  return known;
}

/** With the sale price that was set by hand: what a sale has written is no business of a file. */
export function asKnown(stored: StoredProduct): KnownProduct {
  return {
    ...stored,
    variations: stored.variations.map(({ salePrices, fields, ...variation }) => ({
      ...variation,
      fields: { ...fields, ...handPrice(salePrices) },
    })),
  };
}

async function isSame(
  run: ImportRun,
  tree: CategoryTree,
  draft: ProductDraft,
  known: KnownProduct
): Promise<boolean> {
  const choices = choicesOf(draft);
  const options = await findOptionIds(run.tools.database.read, choices, run.locale);
  if (options.size < choices.length) return false;
  const found = await findReferences(run, tree, draft, options);
  if (found.missingCategories.length > 0) return false;
  const plan = planProduct(draft, known, found.references, run.locale);
  return changesNothing(plan) && planVariations(draft, known, options, known).length === 0;
}

async function write(
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
    for (const path of found.missingCategories) await tree.make(path);
    found = await findReferences(run, tree, draft, options);
  }
  const pictures = await makePictures(run, draft, before, files);
  const plan = planProduct(draft, before, found.references, run.locale, pictures);
  if (!before && !draft.page.texts.title) throw new RowError(draft.line, 'The title is missing.');

  const documentId = await writePages(run, draft, before, plan);
  for (const { documentId: image, description } of plan.descriptions) {
    await run.tools.writer.describeImage(image, description);
  }
  const changed = await writeVariations(run, draft, { documentId, before, options, pictures });
  await writePublication(run, documentId, plan);
  if (!before) return 'created';
  return changesNothing(plan) && !changed ? 'unchanged' : 'updated';
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
  const stored = await products.readOne(documentId);
  if (!stored) throw new Error('A product that was just written is not there.');
  const known = asKnown(stored);
  const changes = planVariations(draft, known, options, before, pictures);
  for (const { documentId: variation } of skusInTheWay(known.variations, changes)) {
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
  const { unitPrice, salePrice, weight, ...plain } = fields;
  const amounts = Object.entries({ unitPrice, salePrice, weight }).flatMap(([field, amount]) =>
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

/** The host's word for what a rule of the shop has refused. */
export function isRefusal(error: Error): boolean {
  return ['ValidationError', 'CommerceError', 'YupValidationError', 'RowError'].includes(
    error.name
  );
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
