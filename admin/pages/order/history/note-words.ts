import type { TextKey } from '../../../text/get-translation';

/** What the server writes into a note by itself, and how it is said in the editor's language. */
const WORDS: Partial<Record<string, TextKey>> = {
  'Tracking corrected': 'history.tracking-corrected',
  'A payment link was sent': 'history.payment-link',
};

/** Parts of what an edit notes; the others are SKUs with quantities, and ways of shipping. */
const PARTS: Partial<Record<string, TextKey>> = {
  email: 'edit.changes-email',
  billing: 'edit.changes-billing',
  shipping: 'edit.changes-shipping',
  instructions: 'edit.changes-instructions',
};

/** A note of an order's history: as staff wrote it, or in the editor's language what the shop did. */
export function noteWords(step: string, note: string, text: (key: TextKey) => string): string {
  if (step === 'edit') {
    const parts = note.split('; ').filter(Boolean);
    return parts.map((part) => (PARTS[part] ? text(PARTS[part]) : part)).join('\n');
  }
  const known = WORDS[note];
  return known ? text(known) : note;
}
