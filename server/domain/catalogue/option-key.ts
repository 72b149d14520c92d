const SEPARATOR = '|';

/**
 * Which combination of options a variation is, as one text that a unique index can hold: the options'
 * document ids, sorted, so that ticking Red before M makes no other combination. '' is the bare variation.
 */
export function optionKey(documentIds: readonly string[]): string {
  return [...new Set(documentIds)].sort().join(SEPARATOR);
}

export function optionsOfKey(key: string): string[] {
  return key === '' ? [] : key.split(SEPARATOR);
}
