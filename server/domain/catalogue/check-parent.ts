import { invalidInput } from '../errors';
import { descendantsOf, type Placed } from './category-tree';

/**
 * Refuses a category that would be below itself, at whatever distance. `all` are the categories as they are about
 * to be, the saved one among them. @throws CommerceError invalid_input
 */
export function checkParent(all: readonly Placed[], documentId: string): void {
  const category = all.find((one) => one.documentId === documentId);
  if (!category || category.parent === null) return;
  const circle =
    category.parent === documentId ||
    descendantsOf(all, documentId).some((below) => below.documentId === category.parent);
  if (circle) {
    throw invalidInput(
      'parent',
      'parent must not be the category itself or one below it: the categories would go in a circle.'
    );
  }
}
