import type { MailKind, MailOrder } from './mail';

/** An event of the outbox, as far as mails look at it. */
interface Fact {
  eventId: string;
  name: string;
  payload: Record<string, unknown>;
}

/** Which mail follows from which event, and what it is about: the same thing is never written about twice. */
const MAILS: Record<string, { kind: MailKind; about: (fact: Fact) => unknown }> = {
  'cartwright.order.placed': {
    kind: 'receipt',
    about: ({ payload }) => payload.orderDocumentId,
  },
  // An order that grew is paid a second time.
  'cartwright.order.paid': { kind: 'paymentReceived', about: ({ eventId }) => eventId },
  'cartwright.order.fulfilled': {
    kind: 'shipped',
    about: ({ payload }) => payload.fulfilmentId,
  },
  'cartwright.order.refunded': { kind: 'refunded', about: ({ payload }) => payload.refundId },
  'cartwright.order.cancelled': {
    kind: 'cancelled',
    about: ({ payload }) => payload.orderDocumentId,
  },
  'cartwright.order.payment_requested': {
    kind: 'paymentLink',
    about: ({ eventId }) => eventId,
  },
};

export function mailOfEvent(fact: Fact): MailOrder | null {
  const mail = MAILS[fact.name];
  if (!mail) return null;
  return {
    kind: mail.kind,
    reference: String(mail.about(fact)),
    orderDocumentId: String(fact.payload.orderDocumentId),
    cartDocumentId: null,
  };
}
