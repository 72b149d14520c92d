import { useCallback } from 'react';

import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';

/** What would be legal at a path, in the editor's language; the server says it in English. */
const LEGAL: [at: RegExp, key: TextKey][] = [
  [/\.(rate)$/, 'settings.wrong.decimal'],
  [/^(minOrderAmount|shipping\.options\.\d+\.(amount|freeFrom))$/, 'settings.wrong.amount'],
  [/\.maxWeight$/, 'settings.wrong.weight'],
  [/\.(label|code|value)$/, 'settings.wrong.empty'],
  [/^shipping\.options$/, 'settings.wrong.code-twice'],
  [/^stock\./, 'settings.wrong.whole-number'],
  [/^mails\.(orderUrl|cartUrl)$/, 'settings.wrong.link'],
  [/^order\.email/, 'settings.wrong.mail-address'],
  [/^shop\.logo$/, 'settings.wrong.logo'],
  [/^currency$/, 'settings.wrong.currency'],
];

/** Facts that only the server knows: a number that is given, a type with options, a placeholder. */
const FACTS: [message: RegExp, key: TextKey][] = [
  [/^would come to (?<fact>.+), a number that is given already$/, 'settings.wrong.number-given'],
  [/^must contain \{number\}/, 'settings.wrong.format'],
  [/^must keep (?<fact>.+), which has options$/, 'settings.wrong.type-used'],
  [/^must not name a type twice$/, 'settings.wrong.type-twice'],
  [/^must name at least one type$/, 'settings.wrong.no-type'],
  [/^must name at most twenty types$/, 'settings.wrong.many-types'],
  [/^knows .+ and not (?<fact>.+)$/, 'settings.wrong.placeholder'],
  [/^must not be empty$/, 'settings.wrong.empty'],
];

export function useWrongWords() {
  const text = useText();
  return useCallback(
    ({ path, message }: { path: string; message: string }): string => {
      for (const [pattern, key] of FACTS) {
        const found = pattern.exec(message);
        if (found) return text(key, { fact: found.groups?.fact ?? '' });
      }
      const legal = LEGAL.find(([at]) => at.test(path));
      return legal ? text(legal[1]) : message;
    },
    [text]
  );
}
