import type { Knex } from 'knex';

import { CommerceError, type InputIssue } from '../../domain/errors';
import type { Block, StoredBlock } from '../../domain/layout/block';
import {
  type Change,
  compositionIssues,
  planComposition,
  type WantedBlock,
} from '../../domain/layout/plan-composition';
import { stageOf } from '../../domain/layout/block-stage';
import type { BlockField } from '../../domain/layout/same-block';
import type { Database } from '../../storage/database';
import {
  type BlockPlace,
  findBlocks,
  findBlocksElsewhere,
  findPublished,
  lockPage,
} from '../../storage/layout-blocks';
import type { LayoutWriter } from '../../storage/layout-writer';
import { missingHere, versionOf } from './read-composition';
import { wrongChoices } from './wrong-choices';
import { tidied, wrongFields } from './tidy-block';

/** What somebody had in front of them when they asked. */
export interface Seen {
  page: string;
  locale: string;
  version: string;
}

type BlockAction = 'create' | 'update' | 'delete' | 'publish';

/** Whether the role may do it to these fields; what it throws otherwise is the host's business. */
export type Demand = (action: BlockAction, locale: string, fields?: readonly string[]) => void;

/** What composers write: each is one transaction, behind one lock. */
export function createComposePage({
  database,
  writer,
}: {
  database: Database;
  writer: LayoutWriter;
}) {
  /**
   * Saves the drafts of a page as they were composed: all of it or nothing.
   *
   * @throws CommerceError page_changed; invalid_input with the block at fault
   */
  async function save(seen: Seen, wanted: readonly WantedBlock[], demand: Demand): Promise<void> {
    const blocks = wanted.map(tidied);
    await change(seen, async (trx, drafts) => {
      const others = await findBlocksElsewhere(trx, seen);
      const elsewhere = missingHere(others, drafts);
      const published = await findPublished(trx, documentsOf([...drafts, ...others]));
      const present = { blocks: drafts, elsewhere, published };
      refuse([
        ...compositionIssues(present, blocks),
        ...wrongFields(blocks),
        ...(await wrongChoices(trx, seen.locale, blocks)),
      ]);
      const changes = planComposition(present, blocks);
      for (const one of changes) demandFor(one, seen.locale, demand);
      for (const one of changes) await perform(one, seen);
    });
  }

  /**
   * What was composed is what shoppers see from now on: blocks that differ are published, those that were taken off
   * are deleted.
   *
   * @throws CommerceError page_changed
   */
  async function publish(seen: Seen, demand: Demand): Promise<void> {
    await change(seen, async (trx, drafts) => {
      const live = byDocument(await findBlocks(trx, { ...seen, published: true }));
      for (const block of drafts) {
        const { documentId } = block;
        if (block.removed) {
          demand('delete', seen.locale);
          await writer.remove(documentId);
        } else if (stageOf(block, live.get(documentId)) !== 'published') {
          demand('publish', seen.locale);
          await writer.publish(documentId, seen.locale);
        }
      }
    });
  }

  /**
   * Back to what shoppers see. Blocks that they never saw, in whatever language, are deleted.
   *
   * @throws CommerceError page_changed
   */
  async function discard(seen: Seen, demand: Demand): Promise<void> {
    await change(seen, async (trx, drafts) => {
      const live = byDocument(await findBlocks(trx, { ...seen, published: true }));
      const published = await findPublished(trx, documentsOf(drafts));
      for (const block of drafts) {
        const { documentId, removed } = block;
        if (!published.has(documentId)) {
          demand('delete', seen.locale);
          await writer.remove(documentId);
        } else if (live.has(documentId)) {
          if (!removed && stageOf(block, live.get(documentId)) === 'published') continue;
          demand('update', seen.locale);
          await writer.discard(documentId, seen.locale);
        } else if (removed) {
          demand('delete', seen.locale);
          await writer.update(documentId, seen.locale, { removed: false });
        }
      }
    });
  }

  async function change(
    seen: Seen,
    work: (trx: Knex.Transaction, drafts: StoredBlock[]) => Promise<void>
  ): Promise<void> {
    await database.transaction(async (trx) => {
      await lockPage(trx, seen.page);
      const drafts = await findBlocks(trx, draftsOf(seen));
      if (versionOf(drafts) !== seen.version) {
        throw new CommerceError('page_changed', 'Somebody else has changed this page meanwhile');
      }
      await work(trx, drafts);
    });
  }

  async function perform(one: Change, { page, locale }: Seen): Promise<void> {
    if (one.kind === 'remove') return writer.remove(one.documentId);
    if (one.kind === 'move') {
      return writer.update(one.documentId, one.locale, { sortOrder: one.sortOrder });
    }
    const data = {
      ...(one.sortOrder !== null && { sortOrder: one.sortOrder }),
      ...dataOf(one.block, one.fields),
    };
    switch (one.kind) {
      case 'create':
        await writer.create(locale, { page, ...data });
        return;
      case 'translate':
        await writer.update(one.documentId, locale, { page, ...data });
        return;
      case 'update':
        await writer.update(one.documentId, locale, {
          ...data,
          ...(one.removed !== null && { removed: one.removed }),
        });
    }
  }

  return { save, publish, discard };
}

const draftsOf = ({ page, locale }: Seen): BlockPlace => ({ page, locale, published: false });

const documentsOf = (blocks: readonly StoredBlock[]) => [
  ...new Set(blocks.map(({ documentId }) => documentId)),
];

const byDocument = (blocks: readonly StoredBlock[]) =>
  new Map(blocks.map((block) => [block.documentId, block]));

function refuse(issues: InputIssue[]): void {
  if (issues.length === 0) return;
  const summary = issues.map(({ path, message }) => `${path} ${message}`).join('; ');
  throw new CommerceError('invalid_input', summary, { issues });
}

/**
 * Taking a block off is deleting it, now or later; a block that comes into a language is new there. What only makes room
 * in another language is nobody's decision.
 */
function demandFor(one: Change, locale: string, demand: Demand): void {
  if (one.kind === 'move') return;
  if (one.kind === 'remove') {
    demand('delete', locale);
    return;
  }
  const action = one.kind === 'update' ? 'update' : 'create';
  const fields = [...one.fields, ...(one.sortOrder === null ? [] : ['sortOrder'])];
  if (fields.length > 0 || action === 'create') demand(action, locale, fields);
  if (one.kind === 'update' && one.removed !== null) demand('delete', locale);
}

/** As the host takes it: relations are lists of documents, a picture is its id. */
function dataOf(block: Block, fields: readonly BlockField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [field, field === 'image' ? (block.image?.id ?? null) : block[field]])
  );
}
