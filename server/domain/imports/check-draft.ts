import type { OptionChoice } from '../catalogue/sellable';
import type { PageDraft, ProductDraft, VariationDraft } from './product-draft';
import { readAll, RowError } from './row';

const LONGEST = 255;
/** As many as the key of a variation can hold. */
const MOST_TYPES = 20;

/** Compared as databases compare: without regard to case. */
export const choiceKey = ({ type, value }: OptionChoice) =>
  JSON.stringify([type.toLowerCase(), value.toLowerCase()]);

/**
 * What can be told from the file alone, before anything is fetched or written: the rules of the shop themselves are
 * asked when the product is saved. @throws RowError with all broken lines.
 */
export function checkDraft(draft: ProductDraft, maxVariations: number): void {
  for (const page of [draft.page, ...Object.values(draft.translations)]) {
    checkPage(draft.line, page);
  }
  if (!draft.slug) throw new RowError(draft.line, 'The product has no slug.');
  if (draft.slug.length > LONGEST) throw new RowError(draft.line, 'The slug is too long.');
  const { publishFrom, publishUntil } = draft.shared;
  if (publishFrom && publishUntil && publishUntil <= publishFrom) {
    throw new RowError(draft.line, 'publishUntil must be after publishFrom.');
  }
  checkVariations(draft.variations);
  checkNames(draft);
  checkCount(draft, maxVariations);
}

function checkPage(line: number, { texts, pictures = [], categories = [] }: PageDraft): void {
  const long: [string, string | null | undefined][] = [
    ['The title', texts.title],
    ['The SEO title', texts.metaTitle],
    ['keywords', texts.keywords],
    ...pictures.map((picture): [string, string | null | undefined] => [
      'The description of a picture',
      picture.description,
    ]),
    ...categories.flat().map((title): [string, string] => ['The title of a category', title]),
  ];
  const wrong = long.find(([, text]) => (text?.length ?? 0) > LONGEST);
  if (wrong) throw new RowError(line, `${wrong[0]} is longer than ${LONGEST} characters.`);
  if (categories.some((path) => path.some((title) => title === ''))) {
    throw new RowError(line, 'A category has no title.');
  }
}

function checkVariations(variations: readonly VariationDraft[]): void {
  const combinations = new Map<string, number>();
  const skus = new Map<string, number>();
  const types = variations.at(0)?.options.map(({ type }) => type.toLowerCase()) ?? [];
  readAll(variations, ({ line, options, fields }) => {
    const own = options.map(({ type }) => type.toLowerCase());
    if (own.length !== types.length || own.some((type) => !types.includes(type))) {
      throw new RowError(line, 'The lines of a product must name the same options.');
    }
    if (new Set(own).size !== own.length) {
      throw new RowError(line, 'A variation has one option of a type.');
    }
    if (own.length > MOST_TYPES) {
      throw new RowError(line, `A product can have at most ${MOST_TYPES} option types.`);
    }
    const tooLong = options.some(
      ({ type, value }) => Math.max(type.length, value.length) > LONGEST
    );
    if (tooLong) throw new RowError(line, `An option is longer than ${LONGEST} characters.`);
    once(combinations, options.map(choiceKey).sort().join(), line, 'This combination');
    if (fields.sku) once(skus, fields.sku.toLowerCase(), line, `The SKU "${fields.sku}"`);
    checkPrices(line, fields);
  });
}

function once(seen: Map<string, number>, key: string, line: number, what: string): void {
  const other = seen.get(key);
  if (other !== undefined) throw new RowError(line, `${what} stands in line ${other} already.`);
  seen.set(key, line);
}

function checkPrices(
  line: number,
  { sku, unitPrice, salePrice, saleFrom, saleTo }: VariationDraft['fields']
): void {
  if (sku && sku.length > LONGEST) throw new RowError(line, 'The SKU is too long.');
  if (unitPrice && salePrice?.gt(unitPrice)) {
    throw new RowError(
      line,
      `The sale price (${salePrice.toFixed()}) must not be above the unit price (${unitPrice.toFixed()}).`
    );
  }
  if (saleFrom && saleTo && saleTo <= saleFrom) {
    throw new RowError(line, 'The sale must end after it begins.');
  }
}

/** One thing has one name in a language, on whichever lines it stands. */
function checkNames({ optionNames = [], categoryTitles = [] }: ProductDraft): void {
  const names = [
    ...optionNames.map(({ choice, name, ...where }) => ({
      ...where,
      of: choiceKey(choice),
      name,
      called: `${choice.type}: ${choice.value}`,
    })),
    ...categoryTitles.map(({ path, title, ...where }) => ({
      ...where,
      of: JSON.stringify(path),
      name: title,
      called: path.join(' > '),
    })),
  ];
  const seen = new Map<string, string>();
  readAll(names, ({ line, locale, of, name, called }) => {
    if (name.length > LONGEST) {
      throw new RowError(line, `A translated name is longer than ${LONGEST} characters.`);
    }
    const key = JSON.stringify([locale, of]);
    const other = seen.get(key) ?? name;
    if (other !== name) {
      throw new RowError(line, `"${called}" is called "${other}" and "${name}" in ${locale}.`);
    }
    seen.set(key, name);
  });
}

/** Every combination of the options is made, also those that the file does not list. */
function checkCount({ line, variations }: ProductDraft, maxVariations: number): void {
  const values = new Map<string, Set<string>>();
  for (const { type, value } of variations.flatMap(({ options }) => options)) {
    const key = type.toLowerCase();
    values.set(key, (values.get(key) ?? new Set()).add(value.toLowerCase()));
  }
  const count = [...values.values()].reduce((product, { size }) => product * size, 1);
  if (count > maxVariations) {
    throw new RowError(
      line,
      `The options make ${count} variations; at most ${maxVariations} are allowed.`
    );
  }
}
