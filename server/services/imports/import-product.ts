import type { KnownProduct } from '../../domain/imports/known-product';
import type { ProductDraft } from '../../domain/imports/product-draft';
import type { Notes } from '../../domain/imports/report';
import type { CategoryTree } from './category-tree';
import { choicesOf, findOptionIds } from './import-options';
import { findMissingNames } from './name-in-languages';
import type { ObtainedFiles } from './obtain-pictures';
import { changesNothing, planProduct, planVariations } from './plan-product';
import { readKnown } from './read-known';
import { findReferences } from './references';
import type { ImportRun } from './tools';
import { type Outcome, writeProduct } from './write-product';

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
  const staged = stageNotes(run.notes);
  let outcome: Outcome | undefined;
  try {
    await tools.database.transaction(async (trx) => {
      // It may be repeated after a collision: what the first attempt has made is not there any more.
      if (staged.clear()) helpers.tree.forget();
      await tools.lockCatalogue(trx);
      const staging = { ...run, notes: staged.notes };
      outcome = await writeProduct(staging, helpers.tree, trx, draft, obtained);
      if (dryRun) throw new DryRunOver();
    });
  } catch (error) {
    helpers.tree.forget();
    if (!(error instanceof DryRunOver)) {
      await obtained.takeBack();
      throw error;
    }
  }
  staged.tell();
  return outcome ?? 'unchanged';
}

/** What a product has added is told once it is really there. */
function stageNotes(notes: Notes) {
  let told: (() => void)[] = [];
  return {
    notes: {
      ...notes,
      note: (text: string) => told.push(() => notes.note(text)),
      added: (what: string, name: string) => told.push(() => notes.added(what, name)),
    },
    /** @returns whether there was anything. */
    clear: () => told.splice(0).length > 0,
    tell: () => {
      for (const tell of told) tell();
      told = [];
    },
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
  const { read } = run.tools.database;
  if ((await findMissingNames(run, tree, read, draft, options)).length > 0) return false;
  const plan = planProduct(draft, known, found.references, run.locale);
  return (
    changesNothing(plan) && planVariations(draft, known.variations, options, known).length === 0
  );
}
