import { useMemo } from 'react';

import type { VariationRowDto } from '../../../../server/contracts/variation-table';
import type { CellMap, Sheet } from '../../../components/grid/sheet';
import type { TextKey } from '../../../text/get-translation';
import { useText } from '../../../text/use-text';
import { cellProblems } from './cell-problems';
import type { RefusedCell } from './use-table-saving';

interface ProblemTerms {
  currency: string;
  refused: readonly RefusedCell[];
}

/** What is wrong with which cells, by our own rules and by what the server has said. */
export function useProblems(
  sheet: Sheet,
  rows: ReadonlyMap<string, VariationRowDto>,
  { currency, refused }: ProblemTerms
) {
  const text = useText();
  const own = useMemo(() => cellProblems(sheet, rows, currency), [sheet, rows, currency]);
  const problems = useMemo<CellMap>(() => {
    const standing = refused.filter(({ id, field, value }) => sheet.changes[id]?.[field] === value);
    return standing.reduce<CellMap>(
      (all, { id, field, message }) => ({ ...all, [id]: { [field]: message, ...all[id] } }),
      own
    );
  }, [own, refused, sheet.changes]);

  return {
    problems,
    count: Object.values(problems).reduce((sum, cells) => sum + Object.keys(cells).length, 0),
    /** In words. */
    problemAt: (id: string, field: string): string | null => {
      const ours = own[id]?.[field];
      if (ours !== undefined) return text(ours as TextKey, { currency });
      const theirs = problems[id]?.[field];
      if (theirs === undefined) return null;
      return field === 'sku' ? text('variation-table.problem.sku-in-shop') : theirs;
    },
  };
}
