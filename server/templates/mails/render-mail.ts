import Handlebars from 'handlebars';

import type { MailKind } from '../../domain/mails/mail';
import type { MailView } from '../../domain/mails/order-mail';
import { HTML_ITEMS, HTML_LAYOUT, HTML_ORDER, TEXT_ITEMS, TEXT_LAYOUT, TEXT_ORDER } from './layout';
import { MAIL_TEMPLATES, type MailTemplate } from './mail-templates';
import { MAIL_WORDS, type MailWords } from './words';

/** What a site may say in place of ours: for all languages, or by language. */
export type OwnTemplates = Partial<Record<MailKind, OwnTemplate | Record<string, OwnTemplate>>>;

/** The parts that are missing are ours. */
export type OwnTemplate = Partial<MailTemplate>;

export type Written = MailTemplate;

/**
 * Writes a mail in the language of `locale`, else in English. A part of the site's own that fails when it is filled in is
 * told in the log, and ours stands in: no mail is lost to a typing error.
 */
export function createRenderMail(own: OwnTemplates, warn: (message: string) => void) {
  const html = withParts(HTML_LAYOUT, HTML_ORDER, HTML_ITEMS);
  const text = withParts(TEXT_LAYOUT, TEXT_ORDER, TEXT_ITEMS);

  return (kind: MailKind, view: MailView, locale: string): Written => {
    const context = { ...view, locale, words: wordsFor(kind, view, locale) };
    const ours = MAIL_TEMPLATES[kind];
    const theirs = ownFor(own, kind, locale);
    const write = (part: keyof MailTemplate) => {
      const [book, noEscape] = part === 'html' ? [html, false] : [text, true];
      const fill = (template: string) =>
        book.compile(template, { noEscape, preventIndent: true })(context);
      const template = theirs[part];
      if (template === undefined) return fill(ours[part]);
      try {
        return fill(template);
      } catch (error) {
        warn(`the ${part} of your template "mails.templates.${kind}" fails: ${String(error)}`);
        return fill(ours[part]);
      }
    };
    return { subject: write('subject'), text: tidy(write('text')), html: write('html') };
  };
}

/** A book of its own, so that nothing of ours shows in the Handlebars that the site may use. */
function withParts(layout: string, order: string, items: string): typeof Handlebars {
  const book = Handlebars.create();
  book.registerPartial({ layout, order, items });
  return book;
}

/** `de-AT` has the words of `de`. */
function wordsFor(kind: MailKind, view: MailView, locale: string): Record<string, string> {
  const known: Partial<Record<string, MailWords>> = MAIL_WORDS;
  const words = known[languageOf(locale)] ?? MAIL_WORDS.en;
  const facts: Record<string, string> = {
    number: view.order?.number ?? '',
    shop: view.shop.name,
    amount: view.refund?.amount ?? view.order?.totals.total ?? '',
  };
  const filled = Object.entries({ ...words.common, ...words.kinds[kind] }).map(
    ([name, sentence]) =>
      [name, sentence.replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? '')] as const
  );
  return Object.fromEntries(filled);
}

function ownFor(own: OwnTemplates, kind: MailKind, locale: string): OwnTemplate {
  const given = own[kind] ?? {};
  if (isTemplate(given)) return given;
  return given[locale] ?? given[languageOf(locale)] ?? {};
}

function isTemplate(given: OwnTemplate | Record<string, OwnTemplate>): given is OwnTemplate {
  return Object.values(given).every((part) => typeof part === 'string');
}

const languageOf = (locale: string) => locale.split('-')[0]?.toLowerCase() ?? '';

/** Parts that have nothing to say leave empty lines behind. */
const tidy = (text: string) => `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
