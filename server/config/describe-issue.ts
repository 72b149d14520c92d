import { z } from 'zod';

import type { InputIssue } from '../domain/errors';

/** What is wrong with one key, and what would be legal there. `schema` is that of all settings. */
export function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType): InputIssue[] {
  const path = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys': {
      const legal = Object.keys(shapeAt(schema, issue.path)).join(', ');
      return issue.keys.map((name) => ({
        path: [path, name].filter(Boolean).join('.'),
        message: `is not a setting; legal here: ${legal}`,
      }));
    }
    case 'invalid_value':
      return [{ path, message: `must be one of: ${issue.values.map(String).join(', ')}` }];
    case 'invalid_type':
      return [{ path, message: `must be of type ${issue.expected}` }];
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, message }));
    default:
      return [{ path, message: issue.message }];
  }
}

/** The keys that are legal where an unknown one was found. */
function shapeAt(settings: z.ZodType, path: readonly PropertyKey[]): Record<string, unknown> {
  let schema: unknown = settings;
  for (const step of path) {
    const inner = unwrap(schema);
    if (inner instanceof z.ZodObject) schema = (inner.shape as Record<PropertyKey, unknown>)[step];
    else if (inner instanceof z.ZodArray) schema = inner.element;
    else if (inner instanceof z.ZodRecord) schema = inner.valueType;
  }
  const object = unwrap(schema);
  return object instanceof z.ZodObject ? object.shape : {};
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.map(unwrap).find(isObject);
  return schema;
}

const isObject = (schema: unknown) => schema instanceof z.ZodObject;
