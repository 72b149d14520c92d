export const HOME = 'home';

const LONGEST = 100;
const NAME = /^[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*$/u;

/** Names of pages are compared without case and surrounding blanks, on every database. */
export function pageName(given: string): string {
  return given.trim().toLowerCase();
}

/** It is a part of an address: `home`, `summer-sale`. */
export function isPageName(name: string): boolean {
  return name.length <= LONGEST && NAME.test(name);
}
