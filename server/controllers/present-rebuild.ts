import type { DriftDto, RebuildStepDto } from '../contracts/rebuild';
import type { Drift, RebuildStep } from '../services/rebuild';

/** As many as anybody reads. After an accident with the database there may be a hundred thousand. */
const SHOWN = 100;

/** A picture's description may be long; where it differs is seen in the beginning or not at all. */
const LONGEST = 200;

export function presentRebuildStep(step: RebuildStep): RebuildStepDto {
  const { products, done, next, drifted, failed, titles } = step;
  const titleOf = (productDocumentId: string) => titles.get(productDocumentId) ?? null;
  return {
    total: products,
    done,
    next,
    drifted: {
      count: drifted.length,
      first: drifted.slice(0, SHOWN).map((drift) => ({
        ...presentDrift(drift),
        title: titleOf(drift.productDocumentId),
      })),
    },
    failed: {
      count: failed.length,
      first: failed.slice(0, SHOWN).map(({ productDocumentId, message }) => ({
        productDocumentId,
        title: titleOf(productDocumentId),
        message,
      })),
    },
  };
}

function presentDrift(drift: Drift): Omit<DriftDto, 'title'> {
  const { productDocumentId, row, sku, column, was, is } = drift;
  return {
    productDocumentId,
    of: row.startsWith('variation') ? 'variation' : 'product',
    sku,
    field: column,
    stored: inWords(was),
    right: inWords(is),
  };
}

function inWords(value: unknown): string | null {
  if (value === null) return null;
  const text = value instanceof Date ? value.toISOString() : asText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const asText = (value: unknown) => {
  const json = JSON.stringify(value);
  return /^"/.test(json) ? (JSON.parse(json) as string) : json;
};
