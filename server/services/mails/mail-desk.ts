import type { Settings } from '../../config';
import { type Mail, MAIL_KINDS, type MailKind } from '../../domain/mails/mail';
import { placeholdersOf } from '../../domain/mails/placeholders';
import { sampleOrder, SAMPLE } from '../../domain/mails/sample-order';
import { formatNumber } from '../../domain/orders/numbers';
import type { Database } from '../../storage/database';
import { lastNumber } from '../../storage/given-numbers';
import { isTemplate, type OwnTemplate } from '../../templates/mails/render-mail';
import { MAIL_WORDS } from '../../templates/mails/words';
import type { Post } from '../mails';
import { createWriteMail, type Letter } from './write-mail';
import type { Secrets } from '../secrets';

export type MailDesk = ReturnType<typeof createMailDesk>;

/** Our words for a kind of mail, in each of their languages. */
type StandardWords = Record<string, { subject: string; intro: string }>;

/** Mails as editors look at them: about an order that nobody has placed, with settings that may not be saved yet. */
export function createMailDesk(shop: {
  database: Database;
  secrets: Secrets;
  post: Post;
  paymentMethods: readonly { name: string; label: string }[];
  languages: () => Promise<string[]>;
  clock: () => Date;
}) {
  /** As shoppers get it, without an invoice. What a template of the site's own lacks is told with it. */
  async function preview(settings: Settings, kind: MailKind, locale: string, to: string) {
    const problems: string[] = [];
    const write = createWriteMail({
      settings: () => settings,
      secrets: shop.secrets,
      pdfOf: () => Promise.resolve(null),
      paymentMethods: shop.paymentMethods,
      defaultLocale: () => Promise.resolve(locale),
      warn: (problem) => problems.push(problem),
    });
    const { letter } = await write.ofSample(
      kind,
      await sample(settings, locale),
      REFERENCES[kind],
      to
    );
    return { letter, problems };
  }

  async function sample(settings: Settings, locale: string) {
    const now = shop.clock();
    const last = await lastNumber(shop.database.read, 'order');
    return sampleOrder({
      currency: settings.currency,
      locale,
      number: formatNumber(settings.order.numberFormat, last + 1, now),
      paymentMethod: shop.paymentMethods[0]?.name ?? null,
      now,
    });
  }

  /** Sends it to whoever asks. @returns what the host's e-mail plugin said instead of taking it */
  async function test(letter: Letter): Promise<string | null> {
    const { bcc: _, ...own } = letter;
    try {
      await shop.post(own);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** The languages that editors may write in: those of the content, and those that we have words for. */
  async function languages({ mails }: Settings): Promise<string[]> {
    const written = Object.values(mails.texts).flatMap((texts) => Object.keys(texts));
    return [...new Set([...(await shop.languages()), ...Object.keys(MAIL_WORDS), ...written])];
  }

  function kinds({ mails }: Settings) {
    return MAIL_KINDS.map((kind) => ({
      kind,
      placeholders: [...placeholdersOf(kind)],
      templates: partsByLanguage(mails.templates[kind] ?? {}),
      words: standardWords(kind),
    }));
  }

  return { preview, test, languages, kinds };
}

function standardWords(kind: MailKind): StandardWords {
  return Object.fromEntries(
    Object.entries(MAIL_WORDS).map(([language, { kinds }]) => [
      language,
      { subject: kinds[kind].subject, intro: kinds[kind].intro },
    ])
  );
}

const ALL_LANGUAGES = '*';

/** Which parts of a mail a template of the config file writes. */
function partsByLanguage(own: OwnTemplate | Record<string, OwnTemplate>): Record<string, string[]> {
  const byLanguage = isTemplate(own) ? { [ALL_LANGUAGES]: own } : own;
  return Object.fromEntries(
    Object.entries(byLanguage).map(([language, parts]) => [language, Object.keys(parts)])
  );
}

const REFERENCES: Record<MailKind, Mail['reference']> = {
  receipt: 'sample',
  paymentReceived: 'sample',
  shipped: SAMPLE.parcel,
  refunded: SAMPLE.refund,
  cancelled: 'sample',
  paymentLink: 'sample',
  abandonedCart: 'sample',
};
