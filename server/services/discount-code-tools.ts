import type { Settings } from '../config';
import { codeLink } from '../domain/discounts/code-link';
import {
  drawCode,
  type PatternFault,
  possibleCodes,
  readPattern,
  roomFor,
} from '../domain/discounts/code-pattern';
import { type CodeForm, type CodeWarning, codeWarnings } from '../domain/discounts/code-warnings';
import { checkDiscountCodeForm } from '../domain/discounts/discount-code-input';
import { CommerceError, invalidInput } from '../domain/errors';
import { type Amount, money, ZERO } from '../domain/money/money';
import { nextNumber } from '../storage/counters';
import type { Connection, Database } from '../storage/database';
import * as stored from '../storage/discount-codes/batches';
import {
  findCodeFacts,
  findCodeMembers,
  findOrdersWithCode,
  findUsedCode,
  type OrderWithCode,
  readAmountsGiven,
} from '../storage/discount-codes/uses';
import { claimKey } from '../storage/idempotency';
import { type CsvMarks, csvText } from '../templates/csv-text';
import { drawFreeCodes } from './discount-code-tools/generate-codes';
import { dayBefore, idempotencyConflict, keyedBy, type StaffTerms } from './shopper';

/** Rows that select products, over all codes of a batch: more would keep the shop waiting for minutes. */
const MOST_LINKS = 100_000;

const EXAMPLES = 3;
const TEMPLATES = 20;

/** What is asked of the generator. */
export interface BatchOrder extends stored.BatchTerms {
  pattern: string;
  count: number;
  /** The code whose products and categories they take over. */
  template: string | null;
}

export interface PatternPreview {
  fault: PatternFault | null;
  examples: string[];
  possible: bigint;
  room: ReturnType<typeof roomFor>;
  /** Whether a batch of that name is there already. */
  isTaken: boolean;
}

/** A code's form, and what was chosen in it since it was opened. */
export interface CodeDraft extends CodeForm {
  documentId: string | null;
  code: string;
  /** How many products and categories were added, and taken out. */
  products: { connect: readonly string[]; disconnect: readonly string[] };
  categories: { connect: readonly string[]; disconnect: readonly string[] };
}

export interface CodeUses {
  orders: OrderWithCode[];
  total: number;
  /** By currency: a shop may have changed its own. */
  given: Map<string, Amount>;
}

export type DiscountCodeTools = ReturnType<typeof createDiscountCodeTools>;

/** What staff do with discount codes beside editing one: many at once, and what became of them. */
export function createDiscountCodeTools(shop: {
  settings: Settings;
  database: Database;
  clock: () => Date;
  /** A whole number from 0 that is less, and that nobody can foresee. */
  randomBelow: (limit: number) => number;
}) {
  const { settings, database, clock, randomBelow } = shop;

  async function previewPattern(
    text: string,
    count: number,
    batch: string
  ): Promise<PatternPreview> {
    const isTaken = batch !== '' && (await stored.isBatchTaken(database.read, batch));
    const { pattern, fault } = readPattern(text);
    if (!pattern) return { fault, examples: [], possible: 0n, room: 'none', isTaken };
    const examples = Array.from({ length: EXAMPLES }, () => drawCode(pattern, randomBelow));
    const possible = possibleCodes(pattern);
    return { fault: null, examples, possible, room: roomFor(pattern, count), isTaken };
  }

  /**
   * Makes all codes of a batch or none. The same request again, by a double click or after a lost answer, makes no more
   * of them and answers with the batch that is there.
   *
   * @throws CommerceError invalid_input, idempotency_conflict
   */
  async function generate(
    order: BatchOrder,
    terms: StaffTerms,
    staff: number | null
  ): Promise<stored.CodeBatch> {
    const { pattern, fault } = readPattern(order.pattern);
    if (!pattern) throw invalidInput('pattern', FAULTS[fault]);
    checkDiscountCodeForm({ ...order, ...amountsOf(order), usedCount: 0 });
    if (roomFor(pattern, order.count) === 'none') {
      const possible = possibleCodes(pattern);
      throw invalidInput('pattern', `This pattern makes only ${possible} different codes.`);
    }
    return database.transaction(async (trx) => {
      // One batch after the other, so that two of them never meet in a name or a code.
      await nextNumber(trx, 'discount-code-batches');
      const now = clock();
      if (await wasGenerated(trx, terms, order.batch, now)) return batchOf(trx, order.batch);
      if (await stored.isBatchTaken(trx, order.batch)) {
        throw invalidInput('batch', 'There is a batch of codes with this name.');
      }
      const template = await templateOf(trx, order);
      const codes = await drawFreeCodes(trx, pattern, order.count, randomBelow);
      await stored.insertCodes(trx, order, codes, { staff, now });
      if (template) await stored.copySelection(trx, template, order.batch);
      return batchOf(trx, order.batch);
    });
  }

  async function wasGenerated(trx: Connection, terms: StaffTerms, batch: string, now: Date) {
    const keyed = keyedBy(terms);
    if (!keyed) return false;
    const { request, fingerprint } = keyed;
    const answer = { fingerprint, status: 200, cartDocumentId: null, orderDocumentId: null };
    const known = await claimKey(trx, request, answer, { oldest: dayBefore(now), now });
    if (known && known.fingerprint !== fingerprint) throw idempotencyConflict();
    return known !== null && (await stored.findBatch(trx, batch)) !== null;
  }

  /** Whose products and categories are taken over, where they are asked for. */
  async function templateOf(trx: Connection, order: BatchOrder): Promise<string | null> {
    if (order.appliesTo === 'cart') return null;
    if (order.template === null) {
      throw invalidInput('template', 'Choose a code whose products and categories they share.');
    }
    const links = await stored.countSelection(trx, order.template);
    if (links === 0) throw invalidInput('template', 'That code has no products or categories.');
    if (links * order.count > MOST_LINKS) {
      throw invalidInput(
        'count',
        `With so many products, at most ${Math.floor(MOST_LINKS / links)} codes can be made at once. A category instead of products allows for more.`
      );
    }
    return order.template;
  }

  async function batchOf(db: Connection, name: string): Promise<stored.CodeBatch> {
    const batch = await stored.findBatch(db, name);
    if (!batch) throw new CommerceError('not_found', 'There is no such batch of codes');
    return batch;
  }

  /** All codes of a batch, as a file. */
  async function csv(name: string, marks: CsvMarks): Promise<string> {
    await batchOf(database.read, name);
    const codes = await stored.readBatchCodes(database.read, name);
    const link = (code: string) => codeLink(settings.shop.website, code) ?? '';
    return csvText(
      ['Code', 'Batch', 'Active', 'Used', 'Max uses', 'Valid from', 'Valid to', 'Link'],
      codes.map((one) => [
        one.code,
        name,
        one.active ? 'yes' : 'no',
        String(one.usedCount),
        one.maxUses === null ? '' : String(one.maxUses),
        one.validFrom?.toISOString() ?? '',
        one.validTo?.toISOString() ?? '',
        link(one.code),
      ]),
      marks
    );
  }

  async function switchBatch(name: string, active: boolean): Promise<stored.CodeBatch> {
    return database.transaction(async (trx) => {
      await batchOf(trx, name);
      await stored.switchBatch(trx, name, active, clock());
      return batchOf(trx, name);
    });
  }

  /** Orders keep what they were given. @returns how many codes are gone, and how many stay */
  async function deleteBatch(name: string, { alsoUsed }: { alsoUsed: boolean }) {
    return database.transaction(async (trx) => {
      await batchOf(trx, name);
      const deleted = await stored.deleteBatch(trx, name, { alsoUsed });
      return { deleted, kept: (await stored.findBatch(trx, name))?.codes ?? 0 };
    });
  }

  async function uses(
    documentId: string,
    page: { page: number; pageSize: number }
  ): Promise<CodeUses> {
    const code = await findUsedCode(database.read, documentId);
    if (!code) throw new CommerceError('not_found', 'There is no such discount code');
    const found = await findOrdersWithCode(database.read, code, page);
    const given = new Map<string, Amount>();
    for await (const portion of readAmountsGiven(database.read, documentId)) {
      for (const { amount, currency } of portion) {
        given.set(currency, (given.get(currency) ?? ZERO).plus(money(amount)));
      }
    }
    return { ...found, given };
  }

  /** What an editor should know of a code before it is saved, and the link that brings it to the shop. */
  async function check(
    draft: CodeDraft
  ): Promise<{ warnings: CodeWarning[]; link: string | null }> {
    const { usedCount, highestPrice } = await findCodeFacts(database.read, draft.documentId);
    const before = draft.documentId
      ? await findCodeMembers(database.read, draft.documentId)
      : { products: new Set<string>(), categories: new Set<string>() };
    const members =
      countAfter(before.products, draft.products) + countAfter(before.categories, draft.categories);
    const warnings = codeWarnings(draft, {
      ...{ now: clock(), usedCount, members, currency: settings.currency },
      highestPrice: highestPrice === null ? null : money(highestPrice),
    });
    return { warnings, link: codeLink(settings.shop.website, draft.code) };
  }

  return {
    previewPattern,
    generate,
    csv,
    switchBatch,
    deleteBatch,
    uses,
    check,
    batches: (page: { page: number; pageSize: number }) => stored.findBatches(database.read, page),
    templates: (text: string) => stored.findTemplates(database.read, text, TEMPLATES),
  };
}

const FAULTS: Record<PatternFault, string> = {
  empty: 'Write a pattern, such as SUMMER-####-????.',
  too_long: 'A pattern has at most 64 characters.',
  characters: 'A pattern is made of letters, digits, - . _ and the placeholders # ? *.',
  no_placeholder: 'A pattern needs placeholders, or all codes would be the same.',
};

const amountsOf = ({ discountDeduct, discountPercent, discountExact }: stored.BatchTerms) => ({
  discountDeduct: discountDeduct?.toFixed() ?? null,
  discountPercent: discountPercent?.toFixed() ?? null,
  discountExact: discountExact?.toFixed() ?? null,
});

function countAfter(
  before: ReadonlySet<string>,
  { connect, disconnect }: { connect: readonly string[]; disconnect: readonly string[] }
): number {
  const after = new Set(before);
  for (const one of disconnect) after.delete(one);
  for (const one of connect) after.add(one);
  return after.size;
}
