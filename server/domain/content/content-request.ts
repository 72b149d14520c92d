/** What a front end asks of a content type, once it is understood: known names, values of the right type, bounded. */
export interface ContentRequest extends Selection {
  /** null is the default language; `*` is every language. */
  locale: string | null;
  start: number;
  limit: number;
}

/** What is read of one type. */
export interface Selection {
  /** Whether it is a thing with prices, whose sale is hidden until it begins. */
  priced: boolean;
  /** null is every field. */
  fields: readonly string[] | null;
  condition: Condition;
  sort: readonly SortKey[];
  populate: Readonly<Record<string, Populated>>;
}

/** What is read along with it through one of its relations. */
export interface Populated extends Selection {
  target: string;
  many: boolean;
  /** Over all that are populated together, as the host counts; null is up to `MOST_RELATED`. */
  start: number | null;
  limit: number | null;
}

export interface SortKey {
  field: string;
  direction: 'asc' | 'desc';
}

export type Operator =
  | '$eq'
  | '$eqi'
  | '$ne'
  | '$nei'
  | '$in'
  | '$notIn'
  | '$lt'
  | '$lte'
  | '$gt'
  | '$gte'
  | '$between'
  | '$contains'
  | '$containsi'
  | '$notContains'
  | '$notContainsi'
  | '$startsWith'
  | '$startsWithi'
  | '$endsWith'
  | '$endsWithi'
  | '$null'
  | '$notNull';

type Value = string | number | boolean | Date;

export interface FieldCondition {
  kind: 'field';
  field: string;
  operator: Operator;
  value: Value | Value[];
  /** Outside its sale a thing counts as one without a sale price. */
  ofSale: boolean;
}

export type Condition =
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }
  /** Never around a relation: "not related to such a one" would tell of those that nobody may see. */
  | { kind: 'not'; of: Condition }
  | FieldCondition
  /** Related to a visible one of which this holds. */
  | { kind: 'related'; relation: string; target: string; of: Condition }
  /** Related to none that is visible. */
  | { kind: 'unrelated'; relation: string; target: string };

export const EVERYTHING: Condition = { kind: 'all', of: [] };

/** The most rows that one relation may bring along, so that no request reads the whole shop. */
export const MOST_RELATED = 1000;
