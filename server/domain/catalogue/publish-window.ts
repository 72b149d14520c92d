import { invalidInput } from '../errors';

/** All windows are half-open, so one that ends where it begins never opens: surely not what was meant. */
export function checkPublishWindow(window: {
  publishFrom: Date | null;
  publishUntil: Date | null;
}): void {
  const { publishFrom, publishUntil } = window;
  if (publishFrom && publishUntil && publishUntil <= publishFrom) {
    throw invalidInput('publishUntil', 'publishUntil must be after publishFrom.');
  }
}
