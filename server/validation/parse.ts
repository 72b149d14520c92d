import type { z } from 'zod';

import { CommerceError } from '../domain/errors';

/**
 * The first of the three doors: the shape of an input. Anything of the wrong form is refused with the path of
 * each fault; unknown fields are faults (the schemas are strict).
 *
 * @throws CommerceError invalid_input `{issues: [{path, message}]}`; invalid_quantity when a quantity is the fault
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap(toIssues);
  const code = issues.every(({ path }) => /(^|\.)quantity$/.test(path))
    ? 'invalid_quantity'
    : 'invalid_input';
  const summary = issues
    .map(({ path, message }) => (path ? `${path} ${message}` : message))
    .join('; ');
  throw new CommerceError(code, summary, { issues });
}

function toIssues(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [path, key].filter(Boolean).join('.'),
      message: 'is not a known field',
    }));
  }
  if (issue.code === 'invalid_union') return [{ path, message: issue.message }];
  return [{ path, message: issue.message }];
}
