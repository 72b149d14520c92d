import type { InputIssue } from '../errors';
import type { Block, StoredBlock } from './block';
import { BLOCK_FIELDS, type BlockField, changedFields } from './same-block';

/** A block as the composer sends it; without a document it is new. */
export interface WantedBlock extends Block {
  documentId: string | null;
}

export type Change =
  | { kind: 'create'; fields: readonly BlockField[]; block: Block; sortOrder: number }
  /** Into a language that the block was not in yet. */
  | {
      kind: 'translate';
      documentId: string;
      fields: readonly BlockField[];
      block: Block;
      sortOrder: number;
    }
  | {
      kind: 'update';
      documentId: string;
      /** Those that differ. */
      fields: readonly BlockField[];
      block: Block;
      sortOrder: number | null;
      /** Whether it is taken off the page, or put back; null leaves it. */
      removed: boolean | null;
    }
  /** A block that this language does not have: its place is shared by all that have it. */
  | { kind: 'move'; documentId: string; locale: string; sortOrder: number }
  | { kind: 'remove'; documentId: string };

/** What is on the page already. */
export interface Present {
  blocks: readonly StoredBlock[];
  /** Blocks of the page that this language does not have yet, each in a language that has it. */
  elsewhere: readonly { documentId: string; locale: string; sortOrder: number }[];
  published: ReadonlySet<string>;
}

/**
 * What has to be written so that a page looks as it was composed: the order is that of the list. A block that is taken
 * off goes at once when shoppers never saw it; one that is published is marked, and goes when the page is published.
 */
export function planComposition(present: Present, wanted: readonly WantedBlock[]): Change[] {
  const { blocks, published } = present;
  const before = new Map(blocks.map((block) => [block.documentId, block]));
  const isGone = ({ documentId, removed }: WantedBlock) =>
    removed && !(documentId !== null && before.has(documentId) && published.has(documentId));
  const order = arrange(
    present,
    wanted.filter((block) => !isGone(block))
  );
  const moved = present.elsewhere.flatMap((block): Change[] => {
    const { documentId, locale } = block;
    const sortOrder = order.indexOf(block);
    if (sortOrder < 0 || sortOrder === block.sortOrder) return [];
    return [{ kind: 'move', documentId, locale, sortOrder }];
  });
  const changed = wanted.flatMap((block): Change[] => {
    const index = order.indexOf(block);
    const { documentId } = block;
    const known = documentId === null ? undefined : before.get(documentId);
    if (isGone(block)) {
      return documentId !== null && known ? [{ kind: 'remove', documentId }] : [];
    }
    if (documentId === null) {
      return [{ kind: 'create', fields: filledFields(block), block, sortOrder: index }];
    }
    if (!known) {
      return [
        { kind: 'translate', documentId, fields: filledFields(block), block, sortOrder: index },
      ];
    }
    const fields = changedFields(known, block);
    const sortOrder = known.sortOrder === index ? null : index;
    const removed = known.removed === block.removed ? null : block.removed;
    if (fields.length === 0 && sortOrder === null && removed === null) return [];
    return [{ kind: 'update', documentId, fields, block, sortOrder, removed }];
  });
  return [...changed, ...moved];
}

type Placed = WantedBlock | Present['elsewhere'][number];

/**
 * All blocks of the page in their new order. A block that this language does not have stays behind the one that it
 * stood behind, so that composing a page in one language never turns it upside down in another.
 */
function arrange({ blocks, elsewhere }: Present, wanted: readonly WantedBlock[]): Placed[] {
  const named = new Set(wanted.map(({ documentId }) => documentId));
  const others = elsewhere.filter(({ documentId }) => !named.has(documentId));
  const before = [...blocks, ...elsewhere].sort((a, b) => a.sortOrder - b.sortOrder);
  const order: Placed[] = [...wanted];
  for (const other of [...others].sort((a, b) => a.sortOrder - b.sortOrder)) {
    const place = before.indexOf(other);
    const neighbour = before
      .slice(0, place)
      .reverse()
      .map(({ documentId }) => order.findIndex((one) => one.documentId === documentId))
      .find((index) => index >= 0);
    order.splice((neighbour ?? -1) + 1, 0, other);
  }
  return order;
}

/** A composition names every block that is there, and none twice. */
export function compositionIssues(
  { blocks, elsewhere }: Present,
  wanted: readonly WantedBlock[]
): InputIssue[] {
  const known = new Set([...blocks, ...elsewhere].map(({ documentId }) => documentId));
  const named = new Set<string>();
  const issues = wanted.flatMap(({ documentId }, index): InputIssue[] => {
    if (documentId === null) return [];
    const path = `blocks.${index}.documentId`;
    if (!known.has(documentId)) return [{ path, message: 'is no block of this page' }];
    if (named.has(documentId)) return [{ path, message: 'is there twice' }];
    named.add(documentId);
    return [];
  });
  const missing = blocks.filter(({ documentId }) => !named.has(documentId));
  return [
    ...issues,
    ...missing.map(({ documentId }) => ({
      path: 'blocks',
      message: `must name the block ${documentId}; one that goes is "removed"`,
    })),
  ];
}

const filledFields = (block: Block): BlockField[] =>
  BLOCK_FIELDS.filter((field) => {
    const value = block[field];
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
  });
