/** One line for the head of a mail: a line break in it would begin a header of somebody else's. */
export function headerLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim().slice(0, 200);
}

/** Exactly one address: a comma or a line break would make it several, or a header. */
export function isOneAddress(text: string): boolean {
  return /^[^\s,;:<>()"[\]\\@]+@[^\s,;:<>()"[\]\\@]+$/u.test(text) && headerLine(text) === text;
}
