import type { MailKind } from './mail';

/** What an editor's text for mails may name in braces: `{number}`. */
export const PLACEHOLDERS = ['number', 'amount', 'name', 'shop'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A cart has no number yet, and nothing to pay. */
export const placeholdersOf = (kind: MailKind): readonly Placeholder[] =>
  kind === 'abandonedCart' ? ['shop'] : PLACEHOLDERS;

/** The first thing in braces that a mail of this kind knows nothing of, or a brace that is left over; null when all is well. */
export function wrongPlaceholder(kind: MailKind, text: string): string | null {
  const known: readonly string[] = placeholdersOf(kind);
  const rest = text.replace(/\{(\w+)\}/g, (all, name: string) => (known.includes(name) ? '' : all));
  return /\{[^{}]*\}?|\}/.exec(rest)?.[0] ?? null;
}
