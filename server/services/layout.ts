import type { Settings } from '../config';
import { invalidInput } from '../domain/errors';
import type { Block, StoredBlock } from '../domain/layout/block';
import type { WantedBlock } from '../domain/layout/plan-composition';
import { blockIssues, readBlockInput, windowIssue } from '../domain/layout/block-input';
import { HOME, pageName } from '../domain/layout/page-name';
import type { Connection, Database } from '../storage/database';
import type { ExtendedShelf, ExtraFields } from '../storage/extra-fields';
import { findBlocks, findPages, findWindow } from '../storage/layout-blocks';
import type { LayoutWriter, SiteLocale } from '../storage/layout-writer';
import { createComposePage, type Demand, type Seen } from './layout/compose-page';
import { type BlockWish, demandPictures, depict } from './layout/depict';
import { type FilledBlock, fillBlocks } from './layout/fill-blocks';
import { type Preview, readPreviewToken, refusal, writePreviewToken } from './layout/preview-token';
import { pricedAt } from './layout/prices-at';
import { readComposition } from './layout/read-composition';
import { sanitiseHtml } from './layout/sanitise-html';
import { tidied } from './layout/tidy-block';
import type { Secrets } from './secrets';

const HOUR = 60 * 60 * 1000;

/** What a front end asks a page for. `at` is for previews. */
export interface PageRequest {
  page: string;
  locale: string | null;
  preview: string | null;
  at: Date | null;
}

export interface PreviewLink {
  token: string;
  expiresAt: Date;
  /** On the site's own front end, where one is configured. */
  siteUrl: string | null;
}

export type Layout = ReturnType<typeof createLayout>;

/** Pages that are composed of blocks: what shoppers see of them, what editors do to them. */
export function createLayout(shop: {
  settings: Settings;
  database: Database;
  defaultLocale: () => Promise<string>;
  extraFields: () => ExtraFields;
  secrets: Secrets;
  writer: LayoutWriter;
  locales: () => Promise<SiteLocale[]>;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { settings, database } = shop;
  const composePage = createComposePage(shop);

  /**
   * The blocks of a page that stand on it now; of a preview its drafts, now or at another instant. At most six
   * statements, and six more for the prices of an instant to come. A page that nobody composed has no blocks.
   *
   * @throws CommerceError invalid_signature when the preview is not for this page, forged or over; invalid_input
   */
  async function show(request: PageRequest): Promise<FilledBlock<StoredBlock>[]> {
    const now = shop.clock();
    const page = pageName(request.page);
    const preview = request.preview === null ? null : previewOf(request, page, now);
    if (!preview && request.at) throw invalidInput('at', 'at is for previews only');
    const locale = preview?.locale ?? request.locale ?? (await shop.defaultLocale());
    const db = database.read;
    const blocks = await findBlocks(db, { page, locale, published: preview === null });
    const at = preview?.at ?? request.at ?? now;
    const filled = await fill(db, { locale, at }, kept(blocks), now);
    return filled.filter(({ state }) => state === 'shown');
  }

  /** The token decides; what is said beside it must not contradict it. */
  function previewOf(request: PageRequest, page: string, now: Date): Preview {
    const preview = readPreviewToken(shop.secrets, request.preview ?? '', now);
    const otherLocale = request.locale !== null && request.locale !== preview.locale;
    if (preview.page !== page || otherLocale) {
      throw refusal('other_page', 'This preview link is for another page, or another language');
    }
    return preview;
  }

  /** Blocks as somebody composes them, saved or not: what each shows at an instant, and why not. */
  async function view(
    wishes: readonly BlockWish[],
    wanted: { locale: string; at: Date | null }
  ): Promise<FilledBlock[]> {
    const now = shop.clock();
    const shelf = { locale: wanted.locale, at: wanted.at ?? now };
    const blocks = await depict(database.read, wishes);
    return fill(database.read, shelf, blocks.map(tidied), now);
  }

  /** @throws CommerceError page_changed; invalid_input with the block at fault */
  async function save(
    seen: Seen,
    wishes: readonly BlockWish<WantedBlock>[],
    demand: Demand
  ): Promise<void> {
    const locales = await shop.locales();
    if (!locales.some(({ code }) => code === seen.locale)) {
      throw invalidInput('locale', 'locale is no language of this site');
    }
    const blocks = await depict(database.read, wishes);
    demandPictures(wishes, blocks);
    await composePage.save(seen, blocks, demand);
  }

  function fill<Kind extends Block>(
    db: Connection,
    { locale, at }: { locale: string; at: Date },
    blocks: readonly Kind[],
    now: Date
  ): Promise<FilledBlock<Kind>[]> {
    const shelf: ExtendedShelf = { locale, at, extra: shop.extraFields() };
    return fillBlocks(db, shelf, blocks, {
      features: settings.features,
      price: (cards) => (at > now ? pricedAt(db, cards, at, shop) : Promise.resolve([...cards])),
    });
  }

  /** A link to the drafts of a page, for somebody without an account, until it expires. */
  function share(of: Omit<Preview, 'expiresAt'>, hours: number): PreviewLink {
    const expiresAt = new Date(shop.clock().getTime() + hours * HOUR);
    const token = writePreviewToken(shop.secrets, { ...of, expiresAt });
    return { token, expiresAt, siteUrl: siteUrlOf(token, of) };
  }

  function siteUrlOf(token: string, { page, locale, at }: Omit<Preview, 'expiresAt'>) {
    const facts: Record<string, string> = { page, token, locale, at: at?.toISOString() ?? '' };
    return (
      settings.layout.previewUrl?.replace(/\{(page|token|locale|at)\}/g, (_, name: string) =>
        encodeURIComponent(facts[name] ?? '')
      ) ?? null
    );
  }

  /** The pages that there are, home first, whether or not anybody has composed it. */
  async function pages(): Promise<{ page: string; blocks: number }[]> {
    const found = await findPages(database.read);
    const home = found.find(({ page }) => page === HOME) ?? { page: HOME, blocks: 0 };
    return [home, ...found.filter(({ page }) => page !== HOME)];
  }

  /**
   * Checks a block before it is saved, through whatever door. `documentId`: what it is saved over.
   *
   * @throws CommerceError invalid_input
   */
  async function readInput(
    trx: Connection,
    documentId: string | null,
    data: Record<string, unknown>
  ): Promise<Record<string, unknown>> {
    const sent = readBlockInput(data, sanitiseHtml);
    const halfWindow = (sent.visibleFrom === undefined) !== (sent.visibleUntil === undefined);
    const stored = documentId !== null && halfWindow ? await findWindow(trx, documentId) : null;
    const window = windowIssue(
      sent.visibleFrom === undefined ? stored?.visibleFrom : sent.visibleFrom,
      sent.visibleUntil === undefined ? stored?.visibleUntil : sent.visibleUntil
    );
    const [issue] = [...blockIssues(sent), ...(window ? [window] : [])];
    if (issue) throw invalidInput(issue.path, `${issue.path} ${issue.message}`);
    return sent;
  }

  return {
    show,
    view,
    share,
    pages,
    locales: shop.locales,
    defaultLocale: shop.defaultLocale,
    open: (page: string, locale: string) => readComposition(database.read, { page, locale }),
    save,
    publish: composePage.publish,
    discard: composePage.discard,
    readInput,
  };
}

const kept = (blocks: readonly StoredBlock[]) => blocks.filter(({ removed }) => !removed);
