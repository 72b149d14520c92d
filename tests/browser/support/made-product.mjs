import { post } from './editor.mjs';

const TYPES = '/content-manager/collection-types';
const PRODUCT = `${TYPES}/plugin::cartwright.product`;
const VARIATION = `${TYPES}/plugin::cartwright.product-variation`;

/** A bare product as an editor makes one, over HTTP: priced, stocked and published; answers with its SKU. */
export async function madeProduct(url, token, { title, unitPrice, stock = null }) {
  const { data } = await post(`${url}${PRODUCT}`, { title }, { token });
  const { documentId } = data;
  const response = await fetch(
    `${url}${VARIATION}?filters[productDocumentId][$eq]=${documentId}&pageSize=1`,
    { headers: { Authorization: `Bearer ${token}` } }
  );
  const [variation] = (await response.json()).results;
  const change = { unitPrice, stock };
  await post(`${url}${VARIATION}/${variation.documentId}`, change, { token, method: 'PUT' });
  await post(`${url}${PRODUCT}/${documentId}/actions/publish`, {}, { token });
  return variation.sku;
}
