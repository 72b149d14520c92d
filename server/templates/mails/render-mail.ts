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

/** What editors say in place of our words, by language. */
export type OwnTexts = Partial<Record<MailKind, Record<string, OwnText> | undefined>>;

export interface OwnText {
  subject?: string | undefined;
  intro?: string | undefined;
  closing?: string | undefined;
}

export type Written = MailTemplate;

/**
 * Writes a mail in the language of `locale`, else in English. A part of the site's own that fails when it is filled in is
 * told in the log, and ours stands in: no mail is lost to a typing error. What editors say are words, which a template shows
 * or not: so a template of the site has the last word.
 */
export function createRenderMail(
  own: { templates: OwnTemplates; texts: OwnTexts },
  warn: (message: string) => void
) {
  const html = withParts(HTML_LAYOUT, HTML_ORDER, HTML_ITEMS);
  const text = withParts(TEXT_LAYOUT, TEXT_ORDER, TEXT_ITEMS);

  return (kind: MailKind, view: MailView, locale: string): Written => {
    const said = textFor(own.texts, kind, locale);
    const context = { ...view, locale, words: wordsFor(kind, view, locale, said) };
    const ours = said.subject
      ? { ...MAIL_TEMPLATES[kind], subject: '{{words.subject}}' }
      : MAIL_TEMPLATES[kind];
    const theirs = ownFor(own.templates, kind, locale);
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
  book.registerHelper('lines', (text?: string) => {
    const escaped = Handlebars.escapeExpression(text ?? '');
    return new Handlebars.SafeString(escaped.replaceAll('\n', '<br>'));
  });
  return book;
}

/** `de-AT` has the words of `de`. */
function wordsFor(
  kind: MailKind,
  view: MailView,
  locale: string,
  said: OwnText
): Record<string, string> {
  const known: Partial<Record<string, MailWords>> = MAIL_WORDS;
  const words = known[languageOf(locale)] ?? MAIL_WORDS.en;
  const facts: Record<string, string> = {
    number: view.order?.number ?? '',
    shop: view.shop.name,
    name: view.order?.name ?? '',
    amount: view.refund?.amount ?? view.order?.totals.total ?? '',
  };
  const theirs = Object.entries(said).filter((text): text is [string, string] => Boolean(text[1]));
  const all = { ...words.common, ...words.kinds[kind], ...Object.fromEntries(theirs) };
  const filled = Object.entries(all).map(
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

function textFor(texts: OwnTexts, kind: MailKind, locale: string): OwnText {
  const given = texts[kind] ?? {};
  return given[locale] ?? given[languageOf(locale)] ?? {};
}

export function isTemplate(given: OwnTemplate | Record<string, OwnTemplate>): given is OwnTemplate {
  return Object.values(given).every((part) => typeof part === 'string');
}

const languageOf = (locale: string) => locale.split('-')[0]?.toLowerCase() ?? '';

/** Parts that have nothing to say leave empty lines behind. */
const tidy = (text: string) => `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
