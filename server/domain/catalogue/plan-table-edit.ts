import { CommerceError, type InputIssue } from '../errors';
import { readRowEdit, type RowChange } from './read-row-edit';
import {
  type CellValue,
  cellsOf,
  type Pictures,
  type RowEdit,
  sameCell,
  type TableField,
} from './table-cells';
import type { Variation } from './variation';

/** A cell that somebody else, or an order, has changed since the editor saw it. */
export interface CellConflict {
  documentId: string;
  field: TableField;
  seen: CellValue;
  now: CellValue;
}

interface Terms {
  pictures: Pictures;
  currency: string;
}

interface Edited {
  edit: RowEdit;
  path: string;
  change: RowChange;
}

/**
 * What a saved table makes of a product's variations. What was changed by others since it was seen is refused, cell by
 * cell, because only the editor knows which of the two is right; unless both want the same. Seen 10 in stock, 3 sold
 * since: a table that says nothing of the stock leaves the 7, one that says 20 is refused.
 *
 * @throws invalid_input with an issue for each cell; and with `conflicts` when they only came too late
 */
export function planTableEdit(
  variations: readonly Variation[],
  edits: readonly RowEdit[],
  terms: Terms
): RowChange[] {
  const { edited, issues } = readEdits(variations, edits, terms);
  const wrong = [...issues, ...repeatedSkus(edited), ...severalDefaults(edited)];
  if (wrong.length > 0) throw refused(wrong);

  const conflicts = edited.flatMap((row) => conflictsOf(row, edited, terms));
  if (conflicts.length > 0) {
    throw refused(
      conflicts.map(({ issue }) => issue),
      conflicts.map(({ conflict }) => conflict)
    );
  }
  return edited.map(({ change }) => change);
}

/** Where a cell stands in the request. */
const cellPath = (row: string, field: string) => `${row}.changes.${field}`;

function readEdits(
  variations: readonly Variation[],
  edits: readonly RowEdit[],
  terms: Terms
): { edited: Edited[]; issues: InputIssue[] } {
  const byDocument = new Map(variations.map((variation) => [variation.documentId, variation]));
  const edited: Edited[] = [];
  const issues: InputIssue[] = [];
  for (const [index, edit] of edits.entries()) {
    const path = `rows.${index}`;
    const variation = byDocument.get(edit.documentId);
    if (!variation) {
      issues.push({ path: `${path}.documentId`, message: 'is no variation of this product' });
      continue;
    }
    const read = readRowEdit(variation, edit, terms);
    edited.push({ edit, path, change: read.change });
    for (const { path: field, message } of read.issues) {
      issues.push({ path: cellPath(path, field), message });
    }
  }
  return { edited, issues };
}

/** Two rows of one request that want the same SKU; the rest of the shop is asked in the database. */
function repeatedSkus(edited: readonly Edited[]): InputIssue[] {
  const wishes = edited.flatMap(({ edit: { changes }, path }) =>
    typeof changes.sku === 'string' ? [{ sku: changes.sku, path }] : []
  );
  return wishes
    .filter(({ sku }) => wishes.filter((other) => other.sku === sku).length > 1)
    .map(({ path }) => ({
      path: cellPath(path, 'sku'),
      message: 'Another variation has this SKU already.',
    }));
}

function severalDefaults(edited: readonly Edited[]): InputIssue[] {
  const wanted = edited.filter(({ change }) => change.makeDefault);
  return wanted.slice(1).map(({ path }) => ({
    path: cellPath(path, 'isDefault'),
    message: 'Only one variation is the default one.',
  }));
}

function conflictsOf({ edit, path, change }: Edited, all: readonly Edited[], terms: Terms) {
  const now = cellsOf(change.variation, terms.pictures, terms.currency);
  // Where the default is the wanted one by now, nobody is in anybody's way.
  const agreed = all.some(({ change }) => change.makeDefault && change.variation.isDefault);
  return (Object.keys(edit.changes) as TableField[]).flatMap((field) => {
    const seen = edit.seen[field] ?? null;
    const wanted = edit.changes[field] ?? null;
    const same = field === 'isDefault' ? agreed : sameCell(field, now[field], wanted);
    if (same || sameCell(field, now[field], seen)) return [];
    const conflict: CellConflict = { documentId: edit.documentId, field, seen, now: now[field] };
    const message = `${field} went from ${show(seen)} to ${show(now[field])} meanwhile. Nothing was saved.`;
    return [{ conflict, issue: { path: cellPath(path, field), message } }];
  });
}

const show = (value: CellValue) => (value === null ? 'none' : String(value));

function refused(issues: InputIssue[], conflicts?: CellConflict[]): CommerceError {
  const message = issues.map((issue) => `${issue.path} ${issue.message}`).join('; ');
  return new CommerceError('invalid_input', message, {
    issues,
    ...(conflicts ? { conflicts } : {}),
  });
}
