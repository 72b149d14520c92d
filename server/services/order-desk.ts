import type { Writable } from 'node:stream';

import { type CommerceError, isCommerceError } from '../domain/errors';
import { normalizeCode } from '../domain/discounts/normalize-code';
import { needsAttention } from '../domain/orders/needs-attention';
import type { Order } from '../domain/orders/order';
import { type OrderCsvKind, orderCsvHeader, orderCsvRows } from '../domain/orders/order-csv';
import { toShip } from '../domain/orders/to-ship';
import type { Database } from '../storage/database';
import { writeCsv } from '../storage/imports/csv-file';
import type { OrderFilter } from '../storage/orders/desk-filter';
import {
  findNextOrders,
  findOrderCountries,
  findOrderNames,
  findOrdersById,
  type FoundOrders,
  NEWEST_FIRST,
  type OrderSort,
  searchOrders,
} from '../storage/orders/search';
import { hashOf } from './secrets';
import type { StaffTerms } from './shopper';

/** What staff ask for, in their words. */
export interface OrderQuestion extends Omit<OrderFilter, 'toShip' | 'attention'> {
  toShip: boolean;
  attention: boolean;
}

/** What became of one of many orders. */
export interface BulkResult {
  documentId: string;
  /** Why not; null when it was done. */
  refusal: CommerceError | null;
}

/** A way to pay, and whether its money comes outside the shop. */
export interface PaymentMethod {
  name: string;
  label: string;
  offline?: boolean;
}

/** What is left of an order, as one parcel. */
interface WholeParcel {
  items: null;
  carrier: string | null;
  trackingNumber: null;
  trackingUrl: null;
  shippedAt: null;
}

export type OrderDesk = ReturnType<typeof createOrderDesk>;

/** Read a few at a time, so that a file of any length takes the same memory. */
const EXPORTED_AT_ONCE = 100;

/** The list of orders, and what is done to many of them. */
export function createOrderDesk(shop: {
  database: Database;
  paymentMethods: readonly PaymentMethod[];
  ship: (documentId: string, parcel: WholeParcel, terms: StaffTerms) => Promise<Order>;
  issueInvoice: (documentId: string, by: string) => Promise<Order>;
  clock: () => Date;
}) {
  const { database, paymentMethods } = shop;

  /** One page of what is asked for, and how many there are. */
  function search(
    question: Partial<OrderQuestion>,
    page: { page: number; pageSize: number },
    sort: OrderSort = NEWEST_FIRST
  ): Promise<FoundOrders> {
    return searchOrders(database.read, filterOf(question), page, sort);
  }

  /** Which orders fit, in the order of the list, at most so many. */
  function namesOf(question: Partial<OrderQuestion>, sort: OrderSort, most: number) {
    return findOrderNames(database.read, filterOf(question), sort, most);
  }

  /** What the list can be narrowed down to. */
  async function choices(): Promise<{ paymentMethods: PaymentMethod[]; countries: string[] }> {
    return {
      paymentMethods: [...paymentMethods],
      countries: await findOrderCountries(database.read),
    };
  }

  /**
   * Sends all that is left of each order, each as a parcel of its own. One that is refused holds up none of the others.
   * Under the same key an order that was done is done, and not shipped again.
   */
  function shipAll(
    documentIds: readonly string[],
    carrier: string | null,
    terms: StaffTerms
  ): Promise<BulkResult[]> {
    const parcel = {
      items: null,
      carrier,
      trackingNumber: null,
      trackingUrl: null,
      shippedAt: null,
    };
    return each(documentIds, (documentId) => {
      const { idempotency } = terms;
      const own = idempotency && {
        key: `${idempotency.key}:${documentId}`,
        // Which others are asked for beside it does not matter.
        fingerprint: hashOf(`ship all:${carrier ?? ''}`),
      };
      return shop.ship(documentId, parcel, { ...terms, idempotency: own });
    });
  }

  /** Gives each order its invoice, unless it has one. */
  function issueInvoices(documentIds: readonly string[], by: string): Promise<BulkResult[]> {
    return each(documentIds, (documentId) => shop.issueInvoice(documentId, by));
  }

  /** Writes the chosen orders, or all that are asked for, the oldest first, at the pace of whoever reads. */
  function writeFile(
    wanted: { documentIds: readonly string[] } | { question: Partial<OrderQuestion> },
    kind: OrderCsvKind,
    stream: Writable
  ): Promise<void> {
    async function* rows() {
      for await (const orders of 'question' in wanted
        ? all(filterOf(wanted.question))
        : chosen(wanted.documentIds)) {
        for (const order of orders) yield* orderCsvRows(order, kind);
      }
    }
    return writeCsv({ stream }, orderCsvHeader(kind), rows());
  }

  async function* all(filter: Partial<OrderFilter>): AsyncGenerator<Order[]> {
    let after = 0;
    for (;;) {
      const found = await findNextOrders(database.read, filter, { after, most: EXPORTED_AT_ONCE });
      if (!found) return;
      yield found.orders;
      after = found.last;
    }
  }

  async function* chosen(documentIds: readonly string[]): AsyncGenerator<Order[]> {
    for (let start = 0; start < documentIds.length; start += EXPORTED_AT_ONCE) {
      yield findOrdersById(database.read, documentIds.slice(start, start + EXPORTED_AT_ONCE));
    }
  }

  function filterOf(question: Partial<OrderQuestion>): Partial<OrderFilter> {
    const { toShip: packs, attention, discountCode, ...filter } = question;
    const outside = paymentMethods.filter(({ offline }) => offline).map(({ name }) => name);
    return {
      ...filter,
      discountCode: discountCode ? normalizeCode(discountCode) : null,
      toShip: packs ? toShip(outside) : null,
      attention: attention ? needsAttention(outside, shop.clock()) : null,
    };
  }

  return { search, namesOf, choices, shipAll, issueInvoices, writeFile };
}

/** One after the other: each is a transaction, and a hundred at once would take every connection. */
async function each(
  documentIds: readonly string[],
  act: (documentId: string) => Promise<Order>
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const documentId of documentIds) {
    try {
      await act(documentId);
      results.push({ documentId, refusal: null });
    } catch (error) {
      if (!isCommerceError(error)) throw error;
      results.push({ documentId, refusal: error });
    }
  }
  return results;
}
