import { writesDecimalComma } from './decimal-comma';

/**
 * An amount as it was typed, in the form that the server reads: '12,50' → "12.50" where the language writes a comma.
 * Anything doubtful, such as '1.000,00', goes as it is, and is refused rather than guessed at.
 */
export function typedAmount(typed: string, locale: string): string {
  const text = typed.trim();
  return writesDecimalComma(locale) && /^\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
}
