import type { DocumentKind } from '../../domain/invoices/document';
import { seriesOf } from '../../domain/invoices/series';

/** What is numbered. */
export type Numbered = 'order' | DocumentKind;

/** Orders are counted through; documents start over where the year is a part of the number. */
export const seriesOfFormat = (of: Numbered, format: string, now: Date): string =>
  of === 'order' ? 'order' : seriesOf(of, format, now).series;
