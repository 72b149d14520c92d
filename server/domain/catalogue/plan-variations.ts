import { CommerceError } from '../errors';
import { chooseDefault } from './choose-default';
import { combineOptions, countCombinations } from './combine-options';
import type { ProductOption } from './option';
import { optionKey } from './option-key';

/** What the plan has to know of a variation that exists. */
export interface KnownVariation {
  optionKey: string;
  position: number;
  isDefault: boolean;
  retired: boolean;
}

export interface PlannedVariation {
  optionKey: string;
  /** One of each type, in the order of the types. */
  options: ProductOption[];
  position: number;
}

export interface VariationPlan<Known extends KnownVariation> {
  create: PlannedVariation[];
  /** Live before and after; `position` is the new one. */
  keep: { variation: Known; position: number }[];
  /** Retired before, live after, as they were. */
  revive: { variation: Known; position: number }[];
  /** Live before, retired after. */
  retire: Known[];
  /** The one default, whether it exists or is about to. */
  defaultKey: string;
  /** Whose price the new ones take over: the default before anything changes. */
  model: Known | undefined;
}

interface Situation<Known extends KnownVariation> {
  ticked: readonly ProductOption[];
  variations: readonly Known[];
  typeOrder: readonly string[];
  maxVariations: number;
}

/**
 * What saving a product makes of its variations (rules 2.2–2.4, 2.6): it decides, it writes nothing.
 * S and M live, L ticked too: keep S and M, create L. M un-ticked: keep S, retire M. Idempotent: a plan that
 * was carried out gives a plan that only keeps. It never deletes, and never touches SKU, price, stock or image.
 *
 * @throws invalid_input with the count when there would be more than `maxVariations`.
 */
export function planVariations<Known extends KnownVariation>({
  ticked,
  variations,
  typeOrder,
  maxVariations,
}: Situation<Known>): VariationPlan<Known> {
  refuseTooMany(countCombinations(ticked), maxVariations);

  const wanted = combineOptions(ticked, typeOrder).map((options, position) => ({
    optionKey: optionKey(options.map(({ documentId }) => documentId)),
    options,
    position,
  }));
  const known = new Map(variations.map((variation) => [variation.optionKey, variation]));
  const fits = new Set(wanted.map((combination) => combination.optionKey));

  const existing = wanted.flatMap(({ optionKey, position }) => {
    const variation = known.get(optionKey);
    return variation ? [{ variation, position }] : [];
  });
  const former = defaultOf(variations);

  return {
    create: wanted.filter((combination) => !known.has(combination.optionKey)),
    keep: existing.filter(({ variation }) => !variation.retired),
    revive: existing.filter(({ variation }) => variation.retired),
    retire: variations.filter((variation) => !variation.retired && !fits.has(variation.optionKey)),
    defaultKey: chooseKey(wanted, known, former),
    model: former ?? variations.find(({ retired }) => !retired) ?? variations.at(0),
  };
}

function refuseTooMany(count: number, maxVariations: number): void {
  if (count <= maxVariations) return;
  throw new CommerceError(
    'invalid_input',
    `The ticked options make ${count} variations; at most ${maxVariations} are allowed. Tick fewer options.`,
    {
      count,
      maxVariations,
      issues: [
        { path: 'options', message: `${count} variations; at most ${maxVariations} are allowed` },
      ],
    }
  );
}

function defaultOf<Known extends KnownVariation>(variations: readonly Known[]): Known | undefined {
  return (
    variations.find(({ isDefault, retired }) => isDefault && !retired) ??
    variations.find(({ isDefault }) => isDefault)
  );
}

/** A combination that is about to be made has no place yet to come "next" from: it stands behind all others. */
function chooseKey<Known extends KnownVariation>(
  wanted: readonly PlannedVariation[],
  known: ReadonlyMap<string, Known>,
  former: Known | undefined
): string {
  const candidates = wanted.map(({ optionKey }) => {
    const variation = known.get(optionKey);
    return {
      optionKey,
      position: variation?.position ?? Number.NEGATIVE_INFINITY,
      isDefault: variation !== undefined && variation === former,
    };
  });
  return chooseDefault(candidates, former?.position ?? null)?.optionKey ?? '';
}
