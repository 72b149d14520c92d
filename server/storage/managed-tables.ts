import { TABLES } from './tables';

/**
 * Tables that are not content types: no Content Manager, no API, no document ids. The host creates and
 * changes them like its own. Unique indexes here are what makes two simultaneous writers safe.
 */

const id = () => ({ type: 'increments' });
const string = () => ({ type: 'string' });
const text = () => ({ type: 'text' });
const key = () => ({ type: 'string', column: { notNullable: true } });
const integer = () => ({ type: 'integer', column: { notNullable: true, defaultTo: 0 } });
const datetime = () => ({ type: 'datetime' });
const json = () => ({ type: 'json' });
const money = () => ({ type: 'decimal', columnType: { type: 'decimal', args: [19, 4] } });

interface Index {
  name: string;
  columns: string[];
  type?: 'unique';
}

function table(name: string, tableName: string, attributes: object, indexes: Index[]) {
  return {
    uid: `plugin::cartwright.${name}`,
    singularName: name,
    tableName,
    attributes: { id: id(), ...attributes },
    indexes,
  };
}

export const managedTables = [
  // Units that a cart keeps from others until `expiresAt`.
  table(
    'stock-hold',
    TABLES.stockHolds,
    {
      type: key(),
      variationDocumentId: key(),
      holder: key(),
      quantity: integer(),
      expiresAt: datetime(),
    },
    [
      {
        name: 'cartwright_stock_holds_uq',
        columns: ['variation_document_id', 'type', 'holder'],
        type: 'unique',
      },
      { name: 'cartwright_stock_holds_holder_idx', columns: ['holder'] },
      { name: 'cartwright_stock_holds_expiry_idx', columns: ['expires_at'] },
    ]
  ),
  // Every change of stock by an order or an editor, with its reason, who did it and what was left. Append only.
  table(
    'stock-movement',
    TABLES.stockMovements,
    {
      type: string(),
      variationDocumentId: key(),
      sku: string(),
      change: integer(),
      reason: key(),
      reference: string(),
      actor: string(),
      note: string(),
      stockAfter: { type: 'integer' },
      createdAt: datetime(),
    },
    [
      { name: 'cartwright_stock_movements_idx', columns: ['variation_document_id'] },
      { name: 'cartwright_stock_movements_reference_idx', columns: ['reference'] },
      { name: 'cartwright_stock_movements_reason_idx', columns: ['reason'] },
      { name: 'cartwright_stock_movements_created_idx', columns: ['created_at'] },
    ]
  ),
  // Requests that were answered already, so that a repeat gets the same answer.
  table(
    'idempotency-key',
    TABLES.idempotencyKeys,
    {
      scope: key(),
      key: key(),
      fingerprint: key(),
      status: integer(),
      cartDocumentId: string(),
      orderDocumentId: string(),
      createdAt: datetime(),
    },
    [
      { name: 'cartwright_idempotency_keys_uq', columns: ['scope', 'key'], type: 'unique' },
      { name: 'cartwright_idempotency_keys_age_idx', columns: ['created_at'] },
    ]
  ),
  // Facts that were committed and must still be told to others: the outbox.
  table(
    'event',
    TABLES.events,
    {
      eventId: key(),
      name: key(),
      payload: json(),
      attempts: integer(),
      heard: json(),
      error: text(),
      createdAt: datetime(),
      nextAttemptAt: datetime(),
      deliveredAt: datetime(),
      gaveUpAt: datetime(),
    },
    [
      { name: 'cartwright_events_id_uq', columns: ['event_id'], type: 'unique' },
      { name: 'cartwright_events_due_idx', columns: ['delivered_at', 'next_attempt_at'] },
    ]
  ),
  // Mails to shoppers, sent and to be sent: one of a kind about one thing.
  table(
    'mail',
    TABLES.mails,
    {
      kind: key(),
      reference: key(),
      orderDocumentId: string(),
      cartDocumentId: string(),
      to: string(),
      locale: string(),
      status: key(),
      attempts: integer(),
      createdAt: datetime(),
      nextAttemptAt: datetime(),
      sentAt: datetime(),
      error: text(),
    },
    [
      { name: 'cartwright_mails_uq', columns: ['kind', 'reference'], type: 'unique' },
      { name: 'cartwright_mails_due_idx', columns: ['status', 'next_attempt_at'] },
      { name: 'cartwright_mails_order_idx', columns: ['order_document_id'] },
    ]
  ),
  // Messages of payment providers, each stored once.
  table(
    'webhook-receipt',
    TABLES.webhookReceipts,
    {
      provider: key(),
      eventId: key(),
      reference: string(),
      orderNumber: string(),
      status: string(),
      message: json(),
      receivedAt: datetime(),
      // When the sweep looks at it next; a row from before there was one is looked at first.
      retryAt: datetime(),
      handledAt: datetime(),
    },
    [
      { name: 'cartwright_webhook_receipts_uq', columns: ['provider', 'event_id'], type: 'unique' },
      { name: 'cartwright_webhook_receipts_idx', columns: ['provider', 'reference'] },
      { name: 'cartwright_webhook_receipts_due_idx', columns: ['handled_at', 'retry_at'] },
    ]
  ),
  // Which order used a discount code, and whose it was: what `maxUsesPerCustomer` counts.
  table(
    'discount-code-use',
    TABLES.discountCodeUses,
    {
      codeDocumentId: key(),
      orderDocumentId: key(),
      account: string(),
      email: string(),
      createdAt: datetime(),
    },
    [
      {
        name: 'cartwright_discount_code_uses_uq',
        columns: ['order_document_id'],
        type: 'unique',
      },
      {
        name: 'cartwright_discount_code_uses_idx',
        columns: ['code_document_id', 'email'],
      },
      {
        name: 'cartwright_discount_code_uses_account_idx',
        columns: ['code_document_id', 'account'],
      },
    ]
  ),
  // The last number given in a series, such as the orders'.
  table('counter', TABLES.counters, { name: key(), value: integer() }, [
    { name: 'cartwright_counters_uq', columns: ['name'], type: 'unique' },
  ]),
  // How often a product was put in a cart and ordered, per day: its popularity.
  table(
    'product-count',
    TABLES.productCounts,
    { productDocumentId: key(), day: key(), cartCount: integer(), orderCount: integer() },
    [
      {
        name: 'cartwright_product_counts_uq',
        columns: ['product_document_id', 'day'],
        type: 'unique',
      },
      { name: 'cartwright_product_counts_day_idx', columns: ['day'] },
    ]
  ),
  // What each account or visitor thinks of a product: one rating each, whoever asks at the same time.
  table(
    'rating',
    TABLES.ratings,
    { productDocumentId: key(), rater: key(), value: integer(), ratedAt: datetime() },
    [
      {
        name: 'cartwright_ratings_uq',
        columns: ['product_document_id', 'rater'],
        type: 'unique',
      },
    ]
  ),
  // Who asked to be remembered: what a browser's token fills a form in with. It is no login.
  table(
    'customer-remembered',
    TABLES.customersRemembered,
    {
      tokenHash: key(),
      account: string(),
      email: string(),
      billing: json(),
      shipping: json(),
      createdAt: datetime(),
      expiresAt: datetime(),
    },
    [
      { name: 'cartwright_customers_remembered_uq', columns: ['token_hash'], type: 'unique' },
      { name: 'cartwright_customers_remembered_email_idx', columns: ['email'] },
      { name: 'cartwright_customers_remembered_account_idx', columns: ['account'] },
      { name: 'cartwright_customers_remembered_expiry_idx', columns: ['expires_at'] },
    ]
  ),
  // Addresses that accounts have saved. The default ones name their account: unique indexes keep it at one of each.
  table(
    'customer-address',
    TABLES.customerAddresses,
    {
      addressId: key(),
      account: key(),
      address: json(),
      defaultBillingFor: string(),
      defaultShippingFor: string(),
      createdAt: datetime(),
      updatedAt: datetime(),
    },
    [
      { name: 'cartwright_customer_addresses_uq', columns: ['address_id'], type: 'unique' },
      { name: 'cartwright_customer_addresses_account_idx', columns: ['account'] },
      {
        name: 'cartwright_customer_addresses_billing_uq',
        columns: ['default_billing_for'],
        type: 'unique',
      },
      {
        name: 'cartwright_customer_addresses_shipping_uq',
        columns: ['default_shipping_for'],
        type: 'unique',
      },
    ]
  ),
  // Invoices and credit notes as they were issued: all that is printed. Never changed.
  table(
    'document',
    TABLES.documents,
    {
      kind: key(),
      number: key(),
      series: key(),
      year: integer(),
      orderDocumentId: key(),
      subject: key(),
      issuedAt: datetime(),
      locale: key(),
      total: money(),
      content: json(),
    },
    [
      { name: 'cartwright_documents_number_uq', columns: ['kind', 'number'], type: 'unique' },
      {
        name: 'cartwright_documents_subject_uq',
        columns: ['order_document_id', 'kind', 'subject'],
        type: 'unique',
      },
      { name: 'cartwright_documents_issued_idx', columns: ['issued_at'] },
    ]
  ),
  // The pictures that stand on them, each once.
  table('document-logo', TABLES.documentLogos, { key: key(), data: text() }, [
    { name: 'cartwright_document_logos_uq', columns: ['key'], type: 'unique' },
  ]),
  // Files of products that staff have brought, and what became of them. One at a time has the slot.
  table(
    'import-run',
    TABLES.importRuns,
    {
      runId: key(),
      filename: key(),
      size: integer(),
      dialect: string(),
      phase: string(),
      state: key(),
      slot: string(),
      attempt: integer(),
      done: integer(),
      total: integer(),
      stopAsked: { type: 'boolean' },
      createdBy: string(),
      startedBy: string(),
      createdAt: datetime(),
      startedAt: datetime(),
      beatAt: datetime(),
      finishedAt: datetime(),
      checked: json(),
      imported: json(),
      error: text(),
    },
    [
      { name: 'cartwright_import_runs_uq', columns: ['run_id'], type: 'unique' },
      { name: 'cartwright_import_runs_slot_uq', columns: ['slot'], type: 'unique' },
    ]
  ),
  // What such a file says, packed and in parts: any server may be the one that reads it.
  table('import-part', TABLES.importParts, { runId: key(), position: integer(), content: text() }, [
    { name: 'cartwright_import_parts_uq', columns: ['run_id', 'position'], type: 'unique' },
  ]),
  // What a variation cost and since when.
  table(
    'price-change',
    TABLES.priceHistory,
    { variationDocumentId: key(), price: money(), changedAt: datetime() },
    [{ name: 'cartwright_price_history_idx', columns: ['variation_document_id', 'changed_at'] }]
  ),
  // The filters of a list under a name, as an editor keeps them; `shared` shows it to all who see the list.
  table(
    'saved-view',
    TABLES.savedViews,
    {
      viewId: key(),
      list: key(),
      owner: key(),
      ownerName: string(),
      name: key(),
      filters: json(),
      shared: { type: 'boolean', column: { notNullable: true, defaultTo: false } },
      createdAt: datetime(),
    },
    [
      { name: 'cartwright_saved_views_id_uq', columns: ['view_id'], type: 'unique' },
      {
        name: 'cartwright_saved_views_name_uq',
        columns: ['list', 'owner', 'name'],
        type: 'unique',
      },
    ]
  ),
];
