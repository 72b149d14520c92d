import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import { CommerceError } from '../domain/errors';
import { isOneAddress } from '../domain/mails/mail-headers';
import type { Mail, MailKind, MailOrder } from '../domain/mails/mail';
import { mailOfEvent } from '../domain/mails/mail-of-event';
import { hasReceipt, waitAgain, whenToSend } from '../domain/mails/when-to-send';
import type { Order } from '../domain/orders/order';
import { retryAt } from '../domain/outbox/retry';
import type { Consumer } from '../events/consumer';
import { inTime } from '../events/in-time';
import { findAbandonedCarts, isAbandoned } from '../storage/abandoned-carts';
import { findCart } from '../storage/carts';
import type { Database } from '../storage/database';
import {
  claimMail,
  dropMail,
  findDueMails,
  findMail,
  letWait,
  markSent,
  orderMails,
  postponeMail,
} from '../storage/mails';
import { findOrder } from '../storage/orders';
import { type Attachment, createWriteMail, type Letter } from './mails/write-mail';
import type { Secrets } from './secrets';
import { minutesAfter } from './shopper';

export type Mails = ReturnType<typeof createMails>;

/** The host's e-mail plugin. Throws when a mail is not on its way. */
export type Post = (letter: Letter) => Promise<void>;

/** The answer to the request goes out first, and the payment is answered for; in milliseconds. */
const BREATH = 1500;
const CLAIM_MINUTES = 2;
const AT_A_TIME = 50;
/** After a week nobody is reminded of a cart any more. */
const STALE_HOURS = 7 * 24;

/**
 * What shoppers are written about. A mail is a row that follows from an event, at most one of a kind about one thing; it
 * is sent in the background, from whichever server claims it, and again while it fails. That it fails is never an order's
 * trouble. "Sent" is written down after the fact, so a server that dies in between sends once more: better twice than
 * never.
 */
export function createMails(shop: {
  /** As they are now: this outlives a change of them. */
  settings: () => Settings;
  database: Database;
  secrets: Secrets;
  post: Post;
  /** The invoice of an order, if it has one. */
  pdfOf: (order: Order) => Promise<Attachment | null>;
  /** By their names: what shoppers call a way to pay, and whether its money comes outside the shop. */
  paymentMethods: readonly { name: string; label: string; offline?: boolean }[];
  defaultLocale: () => Promise<string>;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { database, clock, warn } = shop;
  const config = () => shop.settings().mails;
  const writeMail = createWriteMail(shop);
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let stopped = false;

  /** Writes down the mail that follows from an event. */
  const consumer: Consumer = {
    name: 'mails',
    async tell(event, heard) {
      if (heard.has('mails')) return;
      const mail = mailOfEvent(event);
      if (mail && isOn(mail.kind)) {
        await database.write((db) => orderMails(db, [mail], event.createdAt, clock()));
        wake(BREATH);
      }
      heard.add('mails');
    },
  };

  /**
   * Sends the receipt of an order once more, to the address that the order has.
   *
   * @throws CommerceError not_found when the shop sends none, or the order has no address; status_not_allowed before
   *   there is anything to receipt
   */
  async function sendReceiptAgain(order: Order): Promise<void> {
    if (!isOn('receipt') || !isOneAddress(order.email)) {
      throw new CommerceError('not_found', 'There is no receipt of this order');
    }
    if (!hasReceipt(order, isOffline(order))) {
      throw new CommerceError('status_not_allowed', 'There is no receipt of this order yet', {
        from: order.status === 'cancelled' ? order.status : order.paymentStatus,
        to: 'receipt',
        allowed: [],
      });
    }
    const now = clock();
    const reference = `${order.documentId}:${createId()}`;
    const mail = { ...ofOrder('receipt', order.documentId), reference };
    await database.write((db) => orderMails(db, [mail], now, now));
    wake(BREATH);
  }

  /** Writes down a reminder for each cart that was left; only where the site wants that. */
  async function remindOfCarts(): Promise<void> {
    const until = abandonedSince();
    if (!until) return;
    const since = minutesAfter(until, -60 * STALE_HOURS);
    const found = await findAbandonedCarts(database.read, { since, until }, AT_A_TIME);
    const now = clock();
    const mails = found.map((id) => ({
      kind: 'abandonedCart' as const,
      reference: id,
      orderDocumentId: null,
      cartDocumentId: id,
    }));
    await database.write((db) => orderMails(db, mails, now, now));
  }

  /** Carts that were not touched since then are left; null when nobody is reminded. */
  function abandonedSince(): Date | null {
    const { abandonedCart } = config();
    return abandonedCart === false ? null : minutesAfter(clock(), -60 * abandonedCart.afterHours);
  }

  /** Does at once what would be done in a moment. Called by itself, and by whoever cannot wait. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    return sweep();
  }

  /** Sends what is due, whichever server wrote it down. */
  function sweep(): Promise<void> {
    const done = working.then(() => (stopped ? undefined : sendDue()));
    working = done.catch((error: unknown) => {
      warn(`mails could not be sent: ${String(error)}`);
    });
    return working;
  }

  async function sendDue(): Promise<void> {
    for (;;) {
      const due = await findDueMails(database.read, clock(), AT_A_TIME);
      for (const mail of due) {
        if (isStopped()) return;
        await sendClaimed(mail);
      }
      if (due.length < AT_A_TIME) return;
    }
  }

  async function sendClaimed(mail: Mail): Promise<void> {
    const now = clock();
    const until = minutesAfter(now, CLAIM_MINUTES);
    if (!(await database.write((db) => claimMail(db, mail, now, until)))) return;
    try {
      await decide(mail, now);
    } catch (error) {
      const again = retryAt(mail.attempts + 1, clock());
      const what = `the mail "${mail.kind}" about ${mail.reference}`;
      const then = again ? 'could not be sent, and will be again' : 'was given up';
      warn(`${what} ${then}: ${String(error)}`);
      await database.write((db) => postponeMail(db, mail, String(error), again));
    }
  }

  async function decide(mail: Mail, now: Date): Promise<void> {
    if (!isOn(mail.kind)) return drop(mail, 'the shop no longer sends such mails');
    if (mail.kind === 'abandonedCart') return decideReminder(mail, now);
    const order = await findOrder(database.read, { documentId: mail.orderDocumentId ?? '' });
    if (!order) return drop(mail, 'the order is gone');
    if (!isOneAddress(order.email)) return drop(mail, 'the order has no e-mail address');
    if (mail.kind === 'paymentLink' && config().orderUrl === null) {
      throw new Error('mails.orderUrl is not set, so there is no link to pay by');
    }
    const receipt = isOn('receipt')
      ? await findMail(database.read, { kind: 'receipt', reference: order.documentId })
      : null;
    const when = whenToSend(mail, order, { offline: isOffline(order), receipt });
    if (when === 'never') return drop(mail, 'there is no reason any more');
    if (when === 'later') {
      const until = waitAgain(mail, now);
      await database.write((db) => letWait(db, mail, until));
      wake(until.getTime() - now.getTime());
      return;
    }
    await send(mail, await writeMail.ofOrder(mail, order), now);
  }

  async function decideReminder(mail: Mail, now: Date): Promise<void> {
    const until = abandonedSince();
    const stored = await findCart(database.read, { documentId: mail.reference });
    const email = stored?.cart.details.email ?? '';
    const reminds = until && (await isAbandoned(database.read, mail.reference, until));
    if (!stored || !reminds || !isOneAddress(email)) {
      return drop(mail, 'the shopper has gone on');
    }
    await send(mail, await writeMail.ofCart(stored, email), now);
  }

  async function send(mail: Mail, { letter, locale }: Written, sentAt: Date): Promise<void> {
    await inTime(() => shop.post(letter));
    await database.write((db) => markSent(db, mail, { to: letter.to, locale, sentAt }));
  }

  const drop = (mail: Mail, why: string) => database.write((db) => dropMail(db, mail, why));

  const isStopped = () => stopped;

  const isOn = (kind: MailKind) => config()[kind] !== false;

  const isOffline = ({ paymentMethod }: Order) =>
    shop.paymentMethods.some(({ name, offline }) => name === paymentMethod && offline === true);

  function wake(inMs: number): void {
    if (!stopped) timer ??= setTimeout(() => void flush(), inMs).unref();
  }

  /** Begins nothing any more, and waits for what is under way. */
  function stop(): Promise<void> {
    stopped = true;
    clearTimeout(timer);
    return working;
  }

  return { consumer, sendReceiptAgain, remindOfCarts, flush, sweep, stop };
}

type Written = Awaited<ReturnType<ReturnType<typeof createWriteMail>['ofOrder']>>;

function ofOrder(kind: MailKind, documentId: string): MailOrder {
  return { kind, reference: documentId, orderDocumentId: documentId, cartDocumentId: null };
}
