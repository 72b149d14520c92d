import { z } from 'zod';

import type { FormValues } from '../domain/catalogue/stale-form';
import { parse } from './parse';

const openedForm = z.object({
  documentId: z.string(),
  values: z.record(z.string(), z.string().nullable()),
});

/** What a form was opened with, as it travels: which entry, and its values. */
export interface OpenedForm {
  documentId: string;
  values: FormValues;
}

export function writeOpenedForm(form: OpenedForm): string {
  return JSON.stringify(form);
}

/** @throws invalid_input for a text that did not come from `writeOpenedForm` */
export function readOpenedForm(text: unknown): OpenedForm | undefined {
  if (text === undefined || text === null) return undefined;
  return parse(z.object({ asOpened: z.string().transform(toJson).pipe(openedForm) }), {
    asOpened: text,
  }).asOpened;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
