import type { OptionChoice } from '../catalogue/sellable';
import { readText } from './cells';
import type { DraftContext } from './dialect';
import type { VariationDraft, VariationFields } from './product-draft';
import { type ImportRow, readAll, RowError } from './row';
import {
  stockWord,
  woocommerceFields,
  woocommerceList,
  woocommercePictures,
} from './woocommerce-cells';

const MOST_ATTRIBUTES = 20;

interface Attribute {
  type: string;
  values: string[];
  standard: string | null;
}

function attributesOf(row: ImportRow): Attribute[] {
  return Array.from({ length: MOST_ATTRIBUTES }, (_, index) => index + 1).flatMap((number) => {
    const type = readText(row, `attributeName${number}`);
    if (!type) return [];
    return [
      {
        type,
        values: woocommerceList(readText(row, `attributeValues${number}`) ?? ''),
        standard: readText(row, `attributeDefault${number}`) ?? null,
      },
    ];
  });
}

/**
 * The lines of the variations, each with one value of each attribute. An empty value means any: such a line stands
 * for all values that the product names, and is drafted once for each.
 */
export function woocommerceVariations(
  product: ImportRow,
  parts: readonly ImportRow[],
  context: DraftContext,
  notes: string[]
): VariationDraft[] {
  if (parts.length === 0)
    throw new RowError(product.line, 'The product is variable, but has no variation.');
  const named = attributesOf(product);
  const used = new Set(
    parts.flatMap((part) => attributesOf(part).map(({ type }) => type.toLowerCase()))
  );
  const attributes = named.filter(({ type }) => used.has(type.toLowerCase()));
  const standard = attributes.map(({ standard: value }) => value?.toLowerCase() ?? '');

  const drafts = readAll(parts, (part) => {
    const combinations = combinationsOf(part, attributes);
    const fields = woocommerceFields(part, product, context);
    return combinations.map((options): VariationDraft => {
      const [picture] = woocommercePictures(part) ?? [];
      return {
        line: part.line,
        options,
        fields: combinations.length > 1 ? withoutSku(fields) : fields,
        ...(options.every(({ value }, index) => value.toLowerCase() === standard[index])
          ? { isDefault: true }
          : {}),
        ...(picture ? { picture } : {}),
      };
    });
  });
  const listed = preferListed(drafts.flat());
  for (const part of parts) {
    const counted = stockWord(part) !== 'parent';
    if (counted)
      shareStock(
        listed.filter(({ line }) => line === part.line),
        notes
      );
  }
  const lines = new Set(
    parts.filter((part) => stockWord(part) === 'parent').map(({ line }) => line)
  );
  shareStock(
    listed.filter(({ line }) => lines.has(line)),
    notes
  );
  return listed;
}

function combinationsOf(part: ImportRow, attributes: readonly Attribute[]): OptionChoice[][] {
  const own = new Map(attributesOf(part).map(({ type, values }) => [type.toLowerCase(), values]));
  return attributes.reduce<OptionChoice[][]>(
    (combinations, { type, values }) => {
      const chosen = own.get(type.toLowerCase()) ?? [];
      const choices = chosen.length > 0 ? chosen : values;
      if (choices.length === 0) {
        throw new RowError(part.line, `The value of the attribute "${type}" is missing.`);
      }
      return combinations.flatMap((some) => choices.map((value) => [...some, { type, value }]));
    },
    [[]]
  );
}

/** A line that names its values goes before one that means any of them. */
function preferListed(drafts: readonly VariationDraft[]): VariationDraft[] {
  const widths = new Map<number, number>();
  for (const { line } of drafts) widths.set(line, (widths.get(line) ?? 0) + 1);
  const kept = new Map<string, VariationDraft>();
  for (const draft of drafts) {
    const key = JSON.stringify(draft.options.map(({ value }) => value.toLowerCase()));
    const other = kept.get(key);
    const isNarrower = (widths.get(draft.line) ?? 1) < (widths.get(other?.line ?? -1) ?? Infinity);
    const bothExact = other && widths.get(draft.line) === 1 && widths.get(other.line) === 1;
    if (bothExact) {
      throw new RowError(draft.line, `The combination of line ${other.line} stands here again.`);
    }
    if (!other || isNarrower) kept.set(key, draft);
  }
  return drafts.filter((draft) => [...kept.values()].includes(draft));
}

/** Five units for three sizes are 2, 2 and 1: no more can be sold than there are. */
function shareStock(drafts: readonly VariationDraft[], notes: string[]): void {
  const stock = drafts[0]?.fields.stock ?? null;
  if (drafts.length < 2 || stock === null) return;
  for (const [index, draft] of drafts.entries()) {
    draft.fields.stock =
      Math.floor(stock / drafts.length) + (index < stock % drafts.length ? 1 : 0);
  }
  notes.push(
    `Line ${drafts[0]?.line ?? 0} counts ${stock} units for ${drafts.length} combinations together: they were shared out.`
  );
}

function withoutSku({ sku: _sku, ...fields }: Partial<VariationFields>): Partial<VariationFields> {
  return fields;
}
