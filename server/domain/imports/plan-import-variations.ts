import type { KnownVariation } from './known-product';
import type { VariationDraft, VariationFields } from './product-draft';

/** A line of the file with the combination that it means, once its options are documents. */
export interface WantedVariation {
  draft: VariationDraft;
  optionKey: string;
  /** Undefined: nothing is said. null: none. */
  picture?: string | null;
}

export interface VariationChange {
  variation: KnownVariation;
  /** Undefined for a combination that the file does not list. */
  line: number | undefined;
  fields: Partial<VariationFields>;
  picture?: string | null;
  isDefault?: true;
}

interface Situation {
  known: readonly KnownVariation[];
  wanted: readonly WantedVariation[];
  /** Combinations that were there before the import, whose stock somebody may have counted. */
  before: ReadonlySet<string>;
  isNew: boolean;
}

/**
 * What each variation lacks of what the file says. Ticking options makes every combination of them; one that the file
 * does not list must not be sold, so it loses its price and has 0 in stock: without a price nobody can buy it, and
 * without stock it does not make the product look available.
 */
export function planImportVariations({
  known,
  wanted,
  before,
  isNew,
}: Situation): VariationChange[] {
  const lines = new Map(wanted.map((line) => [line.optionKey, line]));
  const standard = chooseStandard(known, wanted, isNew);
  return known
    .map((variation) => {
      const line = lines.get(variation.optionKey);
      const change: VariationChange = {
        variation,
        line: line?.draft.line,
        fields: changedFields(variation.fields, line ? fieldsOf(line, variation, before) : CLOSED),
      };
      const { picture } = line ?? {};
      if (picture !== undefined && picture !== (variation.picture?.documentId ?? null)) {
        change.picture = picture;
      }
      if (variation.optionKey === standard && !variation.isDefault) change.isDefault = true;
      return change;
    })
    .filter(
      ({ fields, picture, isDefault }) =>
        Object.keys(fields).length > 0 || picture !== undefined || isDefault
    );
}

const CLOSED: Partial<VariationFields> = {
  unitPrice: null,
  salePrice: null,
  saleFrom: null,
  saleTo: null,
  stock: 0,
};

function fieldsOf(
  { draft }: WantedVariation,
  { optionKey }: KnownVariation,
  before: ReadonlySet<string>
): Partial<VariationFields> {
  return before.has(optionKey) ? draft.fields : { ...draft.whenNew, ...draft.fields };
}

/** The one that the file names; else the one that is, if the file lists it; else the first line. */
function chooseStandard(
  known: readonly KnownVariation[],
  wanted: readonly WantedVariation[],
  isNew: boolean
): string | undefined {
  const named = wanted.find(({ draft }) => draft.isDefault);
  const present = known.find(({ isDefault }) => isDefault);
  const keeps = !isNew && wanted.some(({ optionKey }) => optionKey === present?.optionKey);
  return (named ?? (keeps ? undefined : wanted.at(0)))?.optionKey;
}

function changedFields(
  known: VariationFields,
  wanted: Partial<VariationFields>
): Partial<VariationFields> {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => plain(value) !== plain(known[field as keyof VariationFields])
  );
  return Object.fromEntries(changed);
}

/** Amounts and dates are objects: they are the same when they say the same. */
function plain(value: VariationFields[keyof VariationFields] | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime();
  return typeof value === 'object' ? value.toFixed() : value;
}

/**
 * Variations that hold a SKU which the file gives to a sibling: they let go of it first, since a SKU is unique in the
 * shop at every instant. What the file says nothing about gets a new one.
 */
export function skusInTheWay(
  known: readonly KnownVariation[],
  changes: readonly VariationChange[]
): KnownVariation[] {
  const wanted = new Map(
    changes.flatMap(({ variation, fields: { sku } }) =>
      sku ? [[sku.toLowerCase(), variation.documentId] as const] : []
    )
  );
  return known.filter(({ documentId, fields: { sku } }) => {
    const claimant = wanted.get(sku?.toLowerCase() ?? '');
    return claimant !== undefined && claimant !== documentId;
  });
}
