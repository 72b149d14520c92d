/** One line for the head of a mail: a line break in it would begin a header of somebody else's. */
export function headerLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** Exactly one address: a comma or a line break would make it several, or a header. */
export function isOneAddress(text: string): boolean {
  return /^[^\s,;:<>()"[\]\\@]+@[^\s,;:<>()"[\]\\@]+$/u.test(text) && headerLine(text) === text;
}
