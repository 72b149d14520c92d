import type { Settings } from '../../config';
import { headerLine } from '../../domain/mails/mail-headers';
import { itemOf, type MailView, orderMail } from '../../domain/mails/order-mail';
import type { Mail, MailKind } from '../../domain/mails/mail';
import { webLink } from '../../domain/mails/web-link';
import type { Order } from '../../domain/orders/order';
import type { StoredCart } from '../../storage/carts';
import { createRenderMail } from '../../templates/mails/render-mail';
import type { Secrets } from '../secrets';

/** What the host's e-mail plugin is given. Its own settings say who sends, unless the shop does. */
export interface Letter {
  to: string;
  from?: string;
  bcc?: string;
  subject: string;
  text: string;
  html: string;
  attachments?: Attachment[];
}

export interface Attachment {
  filename: string;
  content: Buffer;
}

/** Turns an order or a cart into a letter in the shopper's language. */
export function createWriteMail(shop: {
  settings: () => Settings;
  secrets: Secrets;
  pdfOf: (order: Order) => Promise<Attachment | null>;
  paymentMethods: readonly { name: string; label: string }[];
  defaultLocale: () => Promise<string>;
  warn: (message: string) => void;
}) {
  const { secrets, warn } = shop;

  async function ofOrder({ kind, reference }: Mail, order: Order) {
    const locale = await localeOf(order.locale);
    const settings = shop.settings();
    const view = orderMail(order, reference, {
      locale,
      shopName: settings.shop.name,
      link: webLink(settings.mails.orderUrl, secrets.tokenOf('order', order.documentId)),
      paymentMethod: labelOf(order.paymentMethod),
    });
    const invoice = kind === 'receipt' ? await invoiceOf(order) : null;
    return { letter: letterOf(settings, kind, order.email, view, locale, invoice), locale };
  }

  async function ofCart({ cart, lines }: StoredCart, to: string) {
    const locale = await localeOf(null);
    const settings = shop.settings();
    // An account finds its cart by logging in.
    const token = cart.account === null ? secrets.tokenOf('cart', cart.documentId) : '';
    const view: MailView = {
      shop: { name: settings.shop.name },
      link: webLink(settings.mails.cartUrl, token),
      order: null,
      fulfilment: null,
      refund: null,
      cart: { items: lines.map(itemOf) },
    };
    return { letter: letterOf(settings, 'abandonedCart', to, view, locale, null), locale };
  }

  /** What shoppers would get about an order that is none: nothing is attached, and the link leads nowhere. */
  async function ofSample(kind: MailKind, order: Order, reference: string, to: string) {
    const locale = await localeOf(order.locale);
    const settings = shop.settings();
    const isCart = kind === 'abandonedCart';
    const view = orderMail(order, reference, {
      locale,
      shopName: settings.shop.name,
      link: webLink(isCart ? settings.mails.cartUrl : settings.mails.orderUrl, 'sample'),
      paymentMethod: labelOf(order.paymentMethod),
    });
    const cart = { ...view, order: null, cart: { items: order.lines.map(itemOf) } };
    return { letter: letterOf(settings, kind, to, isCart ? cart : view, locale, null), locale };
  }

  const labelOf = (method: string | null) =>
    shop.paymentMethods.find(({ name }) => name === method)?.label ?? '';

  function letterOf(
    settings: Settings,
    kind: MailKind,
    to: string,
    view: MailView,
    locale: string,
    invoice: Attachment | null
  ): Letter {
    const render = createRenderMail(settings.mails, warn);
    const { subject, text, html } = render(kind, view, locale);
    const { emailFrom, emailBcc } = settings.order;
    return {
      to,
      ...(emailFrom === null ? {} : { from: emailFrom }),
      ...(emailBcc === null || kind === 'abandonedCart' ? {} : { bcc: emailBcc }),
      subject: headerLine(subject),
      text,
      html,
      ...(invoice ? { attachments: [invoice] } : {}),
    };
  }

  /** A receipt without its invoice is better than none. */
  async function invoiceOf(order: Order): Promise<Attachment | null> {
    try {
      return await shop.pdfOf(order);
    } catch (error) {
      warn(`the receipt of order ${order.number} goes without its invoice: ${String(error)}`);
      return null;
    }
  }

  /** One that amounts and dates can be written in. */
  async function localeOf(wanted: string | null): Promise<string> {
    const locale = wanted ?? (await shop.defaultLocale());
    try {
      return Intl.getCanonicalLocales(locale)[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  return { ofOrder, ofCart, ofSample };
}
