/** A thing whose units are asked for. */
export interface InventoryItem {
  /** UID of the content type, and the document. */
  type: string;
  documentId: string;
  sku: string | null;
}

/** So many units of a thing; once each, whatever the number of lines. */
export interface InventoryUnits extends InventoryItem {
  quantity: number;
}

export interface ReserveRequest {
  /** Names the reservation from now on: one cart in one version has one. */
  reference: string;
  items: InventoryUnits[];
  /** What is neither confirmed nor released by then is to lapse by itself: nobody may come back. */
  until: Date;
  /** The same for every repeat, also after a crash, or after the order: units are reserved once. */
  idempotencyKey: string;
}

/** `unavailable` is an answer, not an exception: which thing there is too little of, and how much there is. */
export type ReserveAnswer =
  { status: 'reserved' } | { status: 'unavailable'; sku: string | null; available: number };

export interface ConfirmRequest {
  reference: string;
  orderNumber: string;
  /** What was sold; for a provider whose reservation lapsed meanwhile. The order stands. */
  items: InventoryUnits[];
  idempotencyKey: string;
}

export interface ReleaseRequest {
  reference: string;
  idempotencyKey: string;
}

export interface RestockRequest {
  orderNumber: string;
  /** What came back. */
  items: InventoryUnits[];
  /** The same for every repeat: units come back once. */
  idempotencyKey: string;
}

/**
 * Counts the units of all things in place of the shop's own stock fields, which are then neither asked nor taken
 * (rules 7.1, 7.2). It is never called inside a transaction, so it may call a service. An exception, or an answer that
 * is none, becomes `provider_failed`; nothing is sold then.
 */
export interface InventoryProvider {
  name: string;
  /** Units that can be bought now, one for each item in their order; null is not counted. */
  available(request: { items: InventoryItem[] }): Promise<(number | null)[]> | (number | null)[];
  /** Keeps the units of an order that is about to be written: all of them or none. */
  reserve(request: ReserveRequest): Promise<ReserveAnswer> | ReserveAnswer;
  /** The order was written: the units are gone. It may come twice. What is returned is awaited, and not looked at. */
  confirm(request: ConfirmRequest): unknown;
  /**
   * The order was not written: the units are free again, and the key is forgotten. The same cart may come again, and
   * then reserves anew.
   */
  release(request: ReleaseRequest): unknown;
  /**
   * Units that were sold came back: the order was cancelled, or refunded with its units. It is told at least once, some
   * time after the fact, and again while it throws. Without this function nobody is told.
   */
  restock?(request: RestockRequest): unknown;
}

/** Gives the provider its type; changes nothing. */
export function defineInventoryProvider(provider: InventoryProvider): InventoryProvider {
  return provider;
}
