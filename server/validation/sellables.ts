import {
  MAPPED_KEYS,
  type MappedKey,
  type SellableMapping,
} from '../domain/catalogue/sellable-mapping';

/** The types of fields that each thing can be read from. */
const LEGAL: Record<MappedKey, readonly string[]> = {
  title: ['string', 'text', 'richtext', 'uid', 'email', 'enumeration'],
  price: ['decimal', 'integer', 'biginteger', 'float', 'string'],
  sku: ['string', 'uid'],
  image: ['media'],
  stock: ['integer', 'biginteger'],
  url: ['string', 'text', 'uid'],
  taxClass: ['string', 'enumeration'],
  weight: ['decimal', 'integer', 'biginteger', 'float'],
};

interface Schema {
  attributes: Record<string, { type: string }>;
}

/**
 * Holds `sellables` of the config against the content types of the site.
 *
 * @throws an Error that names each wrong key and says what would be legal
 */
export function checkSellables(
  sellables: Record<string, SellableMapping>,
  contentTypes: Record<string, Schema>
): void {
  const faults = Object.entries(sellables).flatMap(([uid, mapping]) => {
    const schema = Object.hasOwn(contentTypes, uid) ? contentTypes[uid] : undefined;
    if (schema) return faultsOf(uid, mapping, schema);
    const legal = Object.keys(contentTypes).filter((known) => known.startsWith('api::'));
    return [`"sellables.${uid}" is no content type; legal here: ${legal.join(', ')}`];
  });
  if (faults.length === 0) return;
  const lines = faults.map((fault) => `  - ${fault}`).join('\n');
  throw new Error(`Wrong configuration of cartwright in config/plugins:\n${lines}`);
}

function faultsOf(uid: string, mapping: SellableMapping, { attributes }: Schema): string[] {
  const typeOf = (name: string) =>
    Object.hasOwn(attributes, name) ? attributes[name]?.type : undefined;
  const fields = MAPPED_KEYS.flatMap((key) => {
    const name = mapping[key];
    if (typeof name !== 'string') return [];
    const type = typeOf(name);
    if (type !== undefined && LEGAL[key].includes(type)) return [];
    const reason = type === undefined ? `which is no field of ${uid}` : `which is of type ${type}`;
    const legal = Object.keys(attributes).filter(
      // The host's own text column says nothing about the thing.
      (own) => own !== 'locale' && LEGAL[key].includes(typeOf(own) ?? '')
    );
    return [
      `"sellables.${uid}.${key}" names "${name}", ${reason}; legal here: a field of type ` +
        `${LEGAL[key].join(', ')} (${legal.join(', ') || 'it has none'}), or a function of the entry`,
    ];
  });
  const relations = (mapping.populate ?? []).flatMap((name) => {
    const [first = ''] = name.split('.');
    if (typeOf(first) !== undefined) return [];
    return [`"sellables.${uid}.populate" names "${first}", which is no field of ${uid}`];
  });
  return [...fields, ...relations];
}
