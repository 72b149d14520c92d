import { invalidInput } from '../errors';
import { optionKey } from './option-key';

interface Combination {
  options: readonly { documentId: string; type: string }[];
  /** Documents of the options that are ticked on the product. */
  ticked: readonly string[];
  /** The product's other variations. */
  others: readonly { optionKey: string; sku: string | null; retired: boolean }[];
}

/**
 * Whether a variation may be of these options (rules 2.5): each ticked on the product, one of a type, and no other
 * variation of the same. What the product does not offer would be retired at its next save.
 */
export function checkCombination({ options, ticked, others }: Combination): string {
  const types = options.map(({ type }) => type);
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice !== undefined) {
    throw invalidInput(
      'options',
      `A variation has one option of a type; these are two of "${twice}".`
    );
  }
  if (options.some(({ documentId }) => !ticked.includes(documentId))) {
    throw invalidInput('options', 'Tick the option on the product first.');
  }
  const key = optionKey(options.map(({ documentId }) => documentId));
  const like = others.find((other) => other.optionKey === key);
  if (like) {
    const state = like.retired
      ? 'retired, and comes back when its options are ticked'
      : 'there already';
    throw invalidInput('options', `The variation of these options is ${state}: ${like.sku ?? ''}.`);
  }
  return key;
}
