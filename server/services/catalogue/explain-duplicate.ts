import { invalidInput } from '../../domain/errors';
import { violatedIndex } from '../../storage/unique-violation';

const EXPLANATIONS = {
  sku: () => invalidInput('sku', 'Another variation has this SKU already.'),
  combination: () => invalidInput('options', 'The variation of these options is there already.'),
  option: () => invalidInput('name', 'An option of this type and name is there already.'),
};

/**
 * A unique index has the last word, also when two editors save at the same instant. What it refused becomes an
 * error that an editor understands; any other error stays what it is.
 */
export function explainDuplicate(error: unknown): unknown {
  const index = violatedIndex(error);
  return index === undefined ? error : EXPLANATIONS[index]();
}
