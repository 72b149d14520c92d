import type { Writable } from 'node:stream';

import type { Settings } from '../config';
import { searchWords } from '../domain/catalogue/search-words';
import { CommerceError } from '../domain/errors';
import type { Emit } from '../events/emit';
import type { Database } from '../storage/database';
import { writeCsv } from '../storage/imports/csv-file';
import {
  countShelves,
  findStockPage,
  heldUnits,
  orderedUnits,
  type Shelf,
  type StockOrder,
} from '../storage/stock-desk';
import {
  countMovements,
  findMovements,
  type MovementFilter,
  type RecordedMovement,
} from '../storage/stock-movements';
import { findStockRows, type StockRow } from '../storage/stock-rows';
import { daysAfter, type StaffTerms } from './shopper';
import { type AdjustmentRequest, adjustUnits } from './stock-desk/adjust-units';
import { MOVEMENT_COLUMNS, movementLines } from './stock-desk/movement-lines';

export type { RecordedMovement };

export interface Page {
  page: number;
  pageSize: number;
}

export interface StockQuery extends Page {
  shelf: Shelf;
  text: string;
  order: StockOrder;
}

/** A variation with what is on its way out. */
export interface StockLine extends StockRow {
  held: number;
  awaiting: number;
  sold30d: number;
}

export interface StockPage {
  lines: StockLine[];
  shelves: Record<Shelf, number>;
}

export type StockDesk = ReturnType<typeof createStockDesk>;

const DAYS_SOLD = 30;

/** The units of the shop's own variations, for staff who count, receive and miss them. */
export function createStockDesk(shop: {
  settings: Settings;
  database: Database;
  defaultLocale: () => Promise<string>;
  /** An inventory of the site's own counts the units: the shop's numbers are not asked. */
  ownInventory: boolean;
  emit: Emit;
  clock: () => Date;
}) {
  const { database, defaultLocale, ownInventory, emit, clock } = shop;
  const threshold = shop.settings.stock.lowStockThreshold;

  /** A question: five statements, whatever the length of the page. */
  async function find({ shelf, text, order, ...page }: StockQuery): Promise<StockPage> {
    const locale = await defaultLocale();
    const filter = { shelf, words: searchWords(text), threshold, locale };
    const shelves = await countShelves(database.read, filter);
    const ids = await findStockPage(database.read, filter, order, page);
    return { lines: await describe(ids, locale), shelves };
  }

  async function describe(ids: readonly string[], locale: string): Promise<StockLine[]> {
    if (ids.length === 0) return [];
    const now = clock();
    const rows = await findStockRows(database.read, ids, locale);
    const held = await heldUnits(database.read, ids, now);
    const ordered = await orderedUnits(database.read, ids, daysAfter(now, -DAYS_SOLD));
    return rows.map((row) => ({
      ...row,
      held: held.get(row.documentId) ?? 0,
      awaiting: ordered.get(row.documentId)?.awaiting ?? 0,
      sold30d: ordered.get(row.documentId)?.sold ?? 0,
    }));
  }

  /**
   * Changes the units of all these variations, or of none; once for a key.
   *
   * @returns the variations as they are now
   * @throws CommerceError item_not_found, insufficient_stock, stock_changed, invalid_input, status_not_allowed,
   *   idempotency_conflict
   */
  async function adjust(request: AdjustmentRequest, terms: StaffTerms): Promise<StockLine[]> {
    if (ownInventory) {
      throw new CommerceError(
        'status_not_allowed',
        "The site's own inventory counts the units: change them there."
      );
    }
    const now = clock();
    const events = await database.transaction((trx) =>
      adjustUnits(trx, request, { terms, threshold, now })
    );
    await emit(events);
    const ids = request.adjustments.map(({ documentId }) => documentId);
    return describe(ids, await defaultLocale());
  }

  /** One page of what moved, newest first: two statements. */
  async function movements(
    filter: MovementFilter,
    { page, pageSize }: Page
  ): Promise<{ movements: RecordedMovement[]; total: number }> {
    const total = await countMovements(database.read, filter);
    const part = { limit: pageSize, offset: (page - 1) * pageSize };
    const found = await findMovements(database.read, filter, await defaultLocale(), part);
    return { movements: found, total };
  }

  /** All of them as CSV, at the pace of whoever reads. */
  async function writeMovements(filter: MovementFilter, stream: Writable): Promise<void> {
    const locale = await defaultLocale();
    const read = (limit: number, before?: number) =>
      findMovements(database.read, filter, locale, {
        limit,
        ...(before === undefined ? {} : { before }),
      });
    await writeCsv({ stream }, MOVEMENT_COLUMNS, movementLines(read));
  }

  return { threshold, ownInventory, find, adjust, movements, writeMovements };
}
