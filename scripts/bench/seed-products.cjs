/** Published products with variations, by raw inserts: what would take editors weeks is there in seconds. */
const { createId } = require('@paralleldrive/cuid2');

const AT_ONCE = 200;

async function seedProducts(strapi, products, variations) {
  const db = strapi.db.connection;
  const now = new Date();
  const documents = [];
  const skus = [];
  const drafts = [];
  const rows = { products: [], variations: [] };
  for (let index = 0; index < products; index += 1) {
    const documentId = createId();
    const slug = `thing-${index}`;
    const common = { document_id: documentId, title: `Thing ${index}`, slug, locale: 'en' };
    const copy = { unit_price: '10.00', sku: `${slug}-0`, available: true, in_sitemap: true };
    documents.push(documentId);
    drafts.push({ ...common, ...copy, created_at: now, updated_at: now, published_at: null });
    rows.products.push({ ...common, ...copy, created_at: now, updated_at: now, published_at: now });
    for (let position = 0; position < variations; position += 1) {
      const sku = `${slug}-${position}`;
      skus.push(sku);
      rows.variations.push({
        document_id: createId(),
        product_document_id: documentId,
        option_key: `option-${position}`,
        sku,
        unit_price: '10.00',
        position,
        is_default: position === 0,
        retired: false,
        created_at: now,
        updated_at: now,
        published_at: now,
      });
    }
  }
  await insert(db, 'cartwright_products', [...drafts, ...rows.products]);
  await insert(db, 'cartwright_product_variations', rows.variations);
  return { documents, skus };
}

async function insert(db, table, rows) {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await db(table).insert(rows.slice(start, start + AT_ONCE));
  }
}

module.exports = { seedProducts };
