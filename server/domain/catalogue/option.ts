/** A value that a product can come in: of the type "Size" the name "M". */
export interface ProductOption {
  documentId: string;
  type: string;
  name: string;
  position: number;
}

/**
 * The order in which options are shown: by type (those of `typeOrder` first, others behind them by alphabet),
 * within a type by position, then by name. It does not filter: an option of an unknown type has a place too.
 */
export function sortOptions<Option extends ProductOption>(
  options: readonly Option[],
  typeOrder: readonly string[]
): Option[] {
  const rank = (type: string) => {
    const index = typeOrder.indexOf(type);
    return index === -1 ? typeOrder.length : index;
  };
  return [...options].sort(
    (a, b) =>
      rank(a.type) - rank(b.type) ||
      compare(a.type, b.type) ||
      a.position - b.position ||
      compare(a.name, b.name) ||
      compare(a.documentId, b.documentId)
  );
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
