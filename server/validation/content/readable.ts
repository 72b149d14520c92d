import { UIDS } from '../../../content-types/uids';
import { tellsOfSale } from '../../domain/content/coming-sale';

/** The types of the shop that have content routes. No other type of the shop is ever reached through them. */
export const CONTENT_UIDS = [
  UIDS.product,
  UIDS.category,
  UIDS.productVariation,
  UIDS.productOption,
  UIDS.productImage,
  UIDS.layoutBlock,
] as const;

/** The few words of a host's schema that matter here. */
export interface ReadableSchema {
  attributes: Record<string, Attribute>;
}

interface Attribute {
  type: string;
  private?: boolean;
  relation?: string;
  target?: string;
  component?: string;
  multiple?: boolean;
  repeatable?: boolean;
}

/** Who asks, and what there is to ask for. */
export interface Reader {
  schemaOf(uid: string): ReadableSchema | undefined;
  /** Whether whoever asks has the permission to find documents of this type. */
  mayFind(uid: string): boolean;
}

export type Kind =
  'text' | 'whole' | 'big' | 'number' | 'flag' | 'instant' | 'day' | 'time' | 'opaque';

const KINDS: Record<string, Kind> = {
  string: 'text',
  text: 'text',
  richtext: 'text',
  uid: 'text',
  email: 'text',
  enumeration: 'text',
  integer: 'whole',
  biginteger: 'big',
  decimal: 'number',
  float: 'number',
  boolean: 'flag',
  datetime: 'instant',
  timestamp: 'instant',
  date: 'day',
  time: 'time',
  json: 'opaque',
  blocks: 'opaque',
};

const FILE = 'plugin::upload.file';

export interface Scalar {
  name: string;
  kind: Kind;
  /** It tells of a sale, which is nobody's business before it begins. */
  ofSale: boolean;
}

export interface Relation {
  name: string;
  target: string;
  many: boolean;
  /** A file or a list of components: nothing can be populated below it. */
  end: boolean;
}

/** A field of a type that front ends may know of; passwords and what is private they may not. */
export function scalarOf(reader: Reader, uid: string, name: string): Scalar | null {
  if (name === 'id') return { name, kind: 'whole', ofSale: false };
  if (name === 'documentId') return { name, kind: 'text', ofSale: false };
  const attribute = attributeOf(reader, uid, name);
  const kind = attribute && KINDS[attribute.type];
  return kind ? { name, kind, ofSale: isPriced(uid) && tellsOfSale(name) } : null;
}

export function isPriced(uid: string): boolean {
  return uid === UIDS.product || uid === UIDS.productVariation;
}

/** A relation, file or component that front ends may follow, with the permission to find what it leads to. */
export function relationOf(reader: Reader, uid: string, name: string): Relation | null {
  const attribute = attributeOf(reader, uid, name);
  switch (attribute?.type) {
    case 'media':
      return { name, target: FILE, many: attribute.multiple === true, end: true };
    case 'component': {
      const { component, repeatable } = attribute;
      return component ? { name, target: component, many: repeatable === true, end: false } : null;
    }
    case 'relation': {
      const { target, relation = '' } = attribute;
      if (!target || relation.startsWith('morph') || !isOpen(target)) return null;
      return reader.mayFind(target)
        ? { name, target, many: relation.endsWith('ToMany'), end: false }
        : null;
    }
    default:
      return null;
  }
}

export function relationsOf(reader: Reader, uid: string): Relation[] {
  const names = Object.keys(reader.schemaOf(uid)?.attributes ?? {});
  return names.flatMap((name) => relationOf(reader, uid, name) ?? []);
}

/** Sales, carts, orders and the people of the admin are closed whatever a role or token may. */
function isOpen(uid: string): boolean {
  if (uid.startsWith('admin::')) return false;
  if (!uid.startsWith('plugin::cartwright.')) return true;
  return (CONTENT_UIDS as readonly string[]).includes(uid);
}

function attributeOf(reader: Reader, uid: string, name: string): Attribute | null {
  const attributes = reader.schemaOf(uid)?.attributes ?? {};
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return attribute && attribute.private !== true ? attribute : null;
}
