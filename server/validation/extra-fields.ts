import { UIDS } from '../../content-types/uids';
import type { CategoryDto, ProductDto, VariationDto } from '../contracts/catalogue';
import { EXTENDABLE, type Extendable } from '../domain/catalogue/extra-fields';

/** The keys that an answer has already. A type checks that none is forgotten. */
const TAKEN: {
  product: Keys<ProductDto>;
  variation: Keys<VariationDto>;
  category: Keys<CategoryDto>;
} = {
  product: {
    documentId: true,
    slug: true,
    title: true,
    description: true,
    sku: true,
    image: true,
    unitPrice: true,
    salePrice: true,
    price: true,
    onSale: true,
    saleTo: true,
    lowestPrice30d: true,
    hasPrice: true,
    priceMin: true,
    priceMax: true,
    inStock: true,
    rating: true,
    currency: true,
    content: true,
    images: true,
    options: true,
    variations: true,
    categories: true,
    related: true,
    upsells: true,
    seo: true,
  },
  variation: {
    documentId: true,
    sku: true,
    options: true,
    unitPrice: true,
    salePrice: true,
    price: true,
    onSale: true,
    saleTo: true,
    lowestPrice30d: true,
    hasPrice: true,
    inStock: true,
    available: true,
    isDefault: true,
    image: true,
  },
  category: {
    documentId: true,
    slug: true,
    title: true,
    image: true,
    children: true,
    content: true,
    breadcrumbs: true,
    seo: true,
  },
};

type Keys<Answer> = Record<keyof Answer, true>;

/** What is one column and can be shown as it stands. */
const PLAIN_TYPES = [
  ...['string', 'text', 'richtext', 'uid', 'email', 'enumeration', 'json', 'blocks', 'boolean'],
  ...['integer', 'biginteger', 'decimal', 'float', 'date', 'time', 'datetime', 'timestamp'],
];

/** A sale is nobody's business before it begins. */
const TELLS_OF_COMING_SALE = 'saleFrom';

const TYPES: Record<Extendable, { uid: string; called: string }> = {
  product: { uid: UIDS.product, called: 'product' },
  variation: { uid: UIDS.productVariation, called: 'product variation' },
  category: { uid: UIDS.category, called: 'category' },
};

interface Schema {
  attributes: Record<string, { type: string; private?: boolean }>;
}

/**
 * Holds `catalog.extraFields` against the types as the site has extended them.
 * @throws an Error that names each wrong field and says why
 */
export function checkExtraFields(
  extraFields: Record<Extendable, readonly string[]>,
  schemaOf: (uid: string) => Schema
): void {
  const faults = EXTENDABLE.flatMap((type) =>
    extraFields[type].flatMap((name) => {
      const fault = faultOf(name, type, schemaOf(TYPES[type].uid));
      return fault ? [`"catalog.extraFields" names "${name}", ${fault}`] : [];
    })
  );
  if (faults.length === 0) return;
  const lines = faults.map((fault) => `  - ${fault}`).join('\n');
  throw new Error(`Wrong configuration of cartwright in config/plugins:\n${lines}`);
}

function faultOf(name: string, type: Extendable, { attributes }: Schema): string | null {
  const { called, uid } = TYPES[type];
  if (Object.hasOwn(TAKEN[type], name)) return `which the answers of a ${called} have already`;
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (!attribute) return `which is no field of the ${called} (${uid})`;
  if (attribute.private || attribute.type === 'password' || name === TELLS_OF_COMING_SALE) {
    return 'which is private';
  }
  if (!PLAIN_TYPES.includes(attribute.type)) {
    return `which is of type ${attribute.type}; only fields of one value can be shown`;
  }
  return null;
}
