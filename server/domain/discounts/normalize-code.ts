/**
 * The form in which codes are stored and compared (rules 5.1): " summer10 " and "Summer10" are "SUMMER10".
 * Blanks inside stay: a code with a blank in it is another code.
 */
export function normalizeCode(code: string): string {
  return code.trim().normalize('NFC').toUpperCase().normalize('NFC');
}
