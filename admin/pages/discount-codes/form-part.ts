import type { CodesForm } from './codes-form';

/** What a part of the generator's form works with. */
export interface FormPart {
  form: CodesForm;
  change: (part: Partial<CodesForm>) => void;
  /** Fields that are to be shown as wrong. */
  missing: (keyof CodesForm)[];
}
