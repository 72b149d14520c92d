import { invalidInput, isCommerceError } from '../../domain/errors';

export type Path = readonly string[];

/** A refusal that says where in the query it is. */
export function refuse(path: Path, message: string): never {
  const place = path.join('.');
  throw invalidInput(place, `${place} ${message}`.trim());
}

/** The same for what `read` refuses without knowing where it stands. */
export function atPath<Result>(path: Path, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!isCommerceError(error)) throw error;
    const [issue] = error.details['issues'] as { message: string }[];
    return refuse(path, issue?.message ?? error.message);
  }
}

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
