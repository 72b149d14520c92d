import type { MailKind } from '../../../server/contracts/settings';

export interface OwnText {
  subject?: string;
  intro?: string;
  closing?: string;
}

export type Texts = Partial<Record<MailKind, Record<string, OwnText>>>;

export const textIn = (texts: Texts, kind: MailKind, locale: string): OwnText =>
  texts[kind]?.[locale] ?? {};

/** What is emptied is left out, with the language and the kind that have nothing else to say. */
export function withText(texts: Texts, kind: MailKind, locale: string, part: OwnText): Texts {
  const said = filled({ ...textIn(texts, kind, locale), ...part });
  const languages = filled({ ...texts[kind], [locale]: said });
  return filled({ ...texts, [kind]: languages });
}

function filled<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !isEmpty(one))) as Value;
}

const isEmpty = (value: unknown) =>
  value === '' ||
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
