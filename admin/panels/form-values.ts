/** Values of the Content Manager's form, which holds what an input gives it: '' and undefined are nothing typed. */

export function typedNumber(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function typedCount(value: unknown): number | null {
  const text = typedNumber(value);
  const count = Number(text);
  return text === null || !Number.isInteger(count) ? null : count;
}

export function typedTime(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value !== 'string' || value === '') return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
