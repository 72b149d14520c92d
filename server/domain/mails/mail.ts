/** What a shopper is written about. The names are also those of `mails` in the config. */
export const MAIL_KINDS = [
  'receipt',
  'paymentReceived',
  'shipped',
  'refunded',
  'cancelled',
  'paymentLink',
  'abandonedCart',
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** A mail that is to be sent: one of its kind about one thing. */
export interface MailOrder {
  kind: MailKind;
  /** The thing: an order, a parcel, a refund, a cart. */
  reference: string;
  orderDocumentId: string | null;
  cartDocumentId: string | null;
}

/** As it is stored. `dropped`: there was no reason to send it any more. `failed`: nobody tries any more. */
export interface Mail extends MailOrder {
  id: number;
  status: 'waiting' | 'sent' | 'dropped' | 'failed';
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
}
