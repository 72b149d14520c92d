import Handlebars from 'handlebars';
import { z } from 'zod';

import { MAIL_KINDS, type MailKind } from '../domain/mails/mail';
import { placeholdersOf, wrongPlaceholder } from '../domain/mails/placeholders';

/** The section `mails` of the settings. */

const link = z
  .string()
  .refine(
    (pattern) => /^https?:\/\/\S+$/i.test(pattern) && pattern.includes('{token}'),
    'must be an address of your storefront with {token} in it, such as "https://shop.example/orders/{token}"'
  )
  .nullable()
  .default(null);

/** Compiled here, so that a brace that is missing stops the start and not a mail. */
const part = z.string().superRefine((template, context) => {
  try {
    Handlebars.precompile(template);
  } catch (error) {
    const [line] = (error as Error).message.split('\n');
    context.addIssue({ code: 'custom', message: `must be a template of Handlebars: ${line}` });
  }
});

const template = z.strictObject({
  subject: part.optional(),
  text: part.optional(),
  html: part.optional(),
});

/** One for all languages, or one for each. The names of the parts are none of languages, so either is clear. */
const templates = z.unknown().transform((given, context) => {
  const isObject = typeof given === 'object' && given !== null;
  const parts = Object.keys(template.shape);
  const forAll = !isObject || Object.keys(given).some((key) => parts.includes(key));
  const schema = forAll ? template : z.record(z.string(), template);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  for (const issue of read.error.issues) {
    context.addIssue({
      code: 'custom',
      path: issue.path,
      message:
        issue.code === 'custom'
          ? issue.message
          : 'must be { subject, text, html } in text, or such an object for each language',
    });
  }
  return z.NEVER;
});

/** What editors say in place of our words: plain text with a few placeholders. An empty one is ours again. */
const ownText = (longest: number) =>
  z.string().trim().max(longest, `may have at most ${longest} characters`).optional();

const ownTexts = z.strictObject({
  subject: ownText(200),
  intro: ownText(5000),
  closing: ownText(5000),
});

const textsOf = (kind: MailKind) =>
  z.record(z.string(), ownTexts).superRefine((byLanguage, context) => {
    for (const [language, texts] of Object.entries(byLanguage)) {
      for (const [part, text] of Object.entries(texts)) {
        const wrong = text && wrongPlaceholder(kind, text);
        if (!wrong) continue;
        const known = placeholdersOf(kind).map((name) => `{${name}}`);
        const message = `knows ${known.join(', ')} and not ${wrong}`;
        context.addIssue({ code: 'custom', path: [language, part], message });
      }
    }
  });

const texts = z
  .strictObject(
    Object.fromEntries(MAIL_KINDS.map((kind) => [kind, textsOf(kind).optional()])) as Record<
      MailKind,
      z.ZodOptional<ReturnType<typeof textsOf>>
    >
  )
  .default({});

const sent = z.boolean().default(true);

export const mailSettings = z
  .strictObject({
    orderUrl: link,
    cartUrl: link,
    receipt: sent,
    paymentReceived: sent,
    shipped: sent,
    refunded: sent,
    cancelled: sent,
    paymentLink: sent,
    abandonedCart: z
      .union(
        [z.literal(false), z.strictObject({ afterHours: z.int().min(1).max(168).default(24) })],
        'must be false, or { afterHours } from 1 to 168, a week'
      )
      .default(false),
    templates: z.partialRecord(z.enum(MAIL_KINDS), templates).default({}),
    texts,
  })
  .superRefine(({ abandonedCart, cartUrl }, context) => {
    if (abandonedCart === false || cartUrl !== null) return;
    context.addIssue({
      code: 'custom',
      path: ['cartUrl'],
      message: 'must be set when carts are written about ("mails.abandonedCart")',
    });
  })
  .prefault({});
