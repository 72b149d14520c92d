import { useMemo } from 'react';

import { type VariationRow, useFindOptionsQuery } from '../api/variations';
import { useEditedLocale } from '../text/use-edited-locale';
import { optionIds } from './option-ids';

/** An option's words by its document. */
export type OptionNames = Map<string, { type: string; name: string }>;

/** The options of these variations, in the language that is edited where they are translated. */
export function useOptionNames(rows: readonly VariationRow[]) {
  const locale = useEditedLocale();
  const documentIds = useMemo(
    () => [...new Set(rows.flatMap(({ optionKey }) => optionIds(optionKey)))].sort(),
    [rows]
  );
  const skip = documentIds.length === 0;
  const usual = useFindOptionsQuery({ documentIds }, { skip });
  const translated = useFindOptionsQuery({ documentIds, locale }, { skip: skip || !locale });

  const names: OptionNames = useMemo(
    () =>
      new Map(
        [...(usual.data ?? []), ...(translated.data ?? [])].map(({ documentId, type, name }) => [
          documentId,
          { type, name },
        ])
      ),
    [usual.data, translated.data]
  );
  return { names, isLoading: usual.isLoading || translated.isLoading };
}
