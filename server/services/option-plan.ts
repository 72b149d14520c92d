import { countCombinations } from '../domain/catalogue/combine-options';
import { countingRow } from '../domain/catalogue/follow-ticks';
import { nameOptions } from '../domain/catalogue/name-options';
import { sortOptions } from '../domain/catalogue/option';
import { planVariations } from '../domain/catalogue/plan-variations';
import type { OptionChoice } from '../domain/catalogue/sellable';
import {
  summarizeVariations,
  type VariationSummary,
} from '../domain/catalogue/summarize-variations';
import { inheritFrom, type Variation } from '../domain/catalogue/variation';
import { CommerceError, invalidInput } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import type { Database } from '../storage/database';
import { listOptionRows, type OptionRow, readOptionRows } from '../storage/options';
import type { CatalogueContext } from './catalogue/context';
import { makeSkus } from './catalogue/make-skus';
import { lookAtProduct, type ProductState, tickedOptions } from './catalogue/product-state';

/** What can be ticked on a product in a language, and what is. */
export interface OptionChoices {
  /** In the shop's order. Options are made of the shop's own types only. */
  types: { type: string; mayAdd: boolean; options: OptionRow[] }[];
  /** Documents, as saved. */
  ticked: string[];
  /** The language whose ticks count. */
  countingLocale: string;
}

export interface PlanWish {
  /** null: it is not saved yet. */
  product: string | null;
  /** Documents. */
  ticked: readonly string[];
  /** Names are given in it; null is the default language. */
  locale: string | null;
  slug: string | null;
  title: string | null;
}

export interface PlannedNaming {
  options: OptionChoice[];
  sku: string | null;
}

/** What saving would do. With more than `most` it would be refused, and the lists are empty. */
export interface OptionPlan {
  count: number;
  most: number;
  create: PlannedNaming[];
  keep: PlannedNaming[];
  revive: PlannedNaming[];
  retire: PlannedNaming[];
  /** Of the new ones. */
  unitPrice: Amount | null;
}

export interface NamedSummary extends VariationSummary {
  standardOptions: OptionChoice[];
}

/** What the panel beside a product's form asks. It only looks: nothing is written, and nobody has to wait. */
export function createOptionPlan({
  database,
  catalogue: context,
}: {
  database: Database;
  catalogue: Pick<
    CatalogueContext,
    'settings' | 'slugify' | 'defaultLocale' | 'now' | 'addedOptionTypes'
  >;
}) {
  const { settings } = context;

  /** @throws product_not_found */
  async function choices(product: string | null, locale: string | null): Promise<OptionChoices> {
    const db = database.read;
    const state = product === null ? undefined : await requireProduct(product);
    const edited = locale ?? (await context.defaultLocale());
    const counting = state ? countingAfterSaving(state, edited) : null;
    const countingLocale = counting?.locale ?? edited;
    const ticked = counting?.ticks ?? [];
    const offered = await listOptionRows(db, countingLocale);
    const elsewhere = (state?.optionRows ?? []).filter(
      ({ documentId }) =>
        ticked.includes(documentId) && !offered.some((option) => option.documentId === documentId)
    );
    const translated =
      edited === countingLocale
        ? new Map<string, string>()
        : namesOf(await listOptionRows(db, edited));
    const options = sortOptions([...offered, ...elsewhere], settings.optionTypes).map((option) => ({
      ...option,
      name: translated.get(option.documentId) ?? option.name,
    }));

    const own = [...new Set([...settings.optionTypes, ...(await context.addedOptionTypes())])];
    const types = [...new Set([...own, ...options.map(({ type }) => type)])];
    return {
      types: types.map((type) => ({
        type,
        mayAdd: own.includes(type),
        options: options.filter((option) => option.type === type),
      })),
      ticked,
      countingLocale,
    };
  }

  /** @throws product_not_found, invalid_input for an option that there is not */
  async function plan(wish: PlanWish): Promise<OptionPlan> {
    const db = database.read;
    const state = wish.product === null ? undefined : await requireProduct(wish.product);
    const defaultLocale = await context.defaultLocale();
    const rows = await readOptionRows(db, { rowIds: [], documentIds: wish.ticked });
    const missing = wish.ticked.find(
      (option) => !rows.some(({ documentId }) => documentId === option)
    );
    if (missing !== undefined) {
      throw invalidInput('options', `There is no option ${missing} any more.`);
    }

    const optionRows = [...rows, ...(state?.optionRows ?? [])];
    const ticked = tickedOptions({ optionRows, defaultLocale }, wish.ticked);
    const most = settings.maxVariations;
    const count = countCombinations(ticked);
    const variations = state?.variations ?? [];
    if (count > most) {
      return { count, most, create: [], keep: [], revive: [], retire: [], unitPrice: null };
    }

    const planned = planVariations({
      ticked,
      variations,
      typeOrder: settings.optionTypes,
      maxVariations: most,
    });
    const named = (optionKey: string) =>
      nameOptions(
        optionKey,
        optionRows,
        [wish.locale ?? defaultLocale, defaultLocale],
        settings.optionTypes
      );
    const skus =
      wish.slug || wish.title
        ? await makeSkus(
            context,
            db,
            wish,
            planned.create.map(({ options }) => options)
          )
        : [];
    const existing = ({ optionKey, sku }: Variation) => ({ options: named(optionKey), sku });
    return {
      count,
      most,
      create: planned.create.map(({ optionKey }, index) => ({
        options: named(optionKey),
        sku: skus[index] ?? null,
      })),
      keep: planned.keep.map(({ variation }) => existing(variation)),
      revive: planned.revive.map(({ variation }) => existing(variation)),
      retire: planned.retire.map(existing),
      unitPrice: inheritFrom(planned.model).unitPrice,
    };
  }

  /** @throws product_not_found */
  async function summary(product: string, locale: string | null): Promise<NamedSummary> {
    const { variations, optionRows, defaultLocale } = await requireProduct(product);
    const found = summarizeVariations(variations, context.now());
    const locales = [locale ?? defaultLocale, defaultLocale];
    const key = found.standard?.optionKey ?? '';
    return {
      ...found,
      standardOptions: nameOptions(key, optionRows, locales, settings.optionTypes),
    };
  }

  async function requireProduct(documentId: string): Promise<ProductState> {
    const state = await lookAtProduct(context, database.read, documentId);
    if (!state) throw new CommerceError('product_not_found', 'There is no such product any more.');
    return state;
  }

  return { choices, plan, summary };
}

export type OptionPlans = ReturnType<typeof createOptionPlan>;

/** A language that is saved for the first time gets a draft, and that may be the one that counts from then on. */
function countingAfterSaving({ rows, defaultLocale }: ProductState, edited: string) {
  const isNew = !rows.some(({ locale, published }) => locale === edited && !published);
  const draft = { id: 0, locale: edited, published: false, ticks: [] as string[] };
  return countingRow(isNew ? [...rows, draft] : rows, defaultLocale);
}

const namesOf = (rows: readonly OptionRow[]) =>
  new Map(rows.map(({ documentId, name }) => [documentId, name]));
