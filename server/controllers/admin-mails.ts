import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { MailPreviewDto, MailTestDto } from '../contracts/settings';
import { parse } from '../validation/parse';
import { mailBody } from '../validation/settings';
import { SETTINGS_LIMIT } from './admin-settings';
import { answering } from './error-response';
import { presentMails } from './present-settings';
import { bodyOf } from './request';
import { staffOf } from './staff';

/** What shoppers are written, as it would be with settings that may not be saved yet. */
export const adminMails = ({ strapi }: { strapi: Core.Strapi }) => {
  const preview = async (ctx: Context) => {
    const { kind, locale, set } = parse(mailBody, bodyOf(ctx));
    const { settingsDesk, mailDesk } = shopOf(strapi);
    return mailDesk.preview(settingsDesk.draft(set), kind, locale, emailOf(ctx));
  };

  return {
    list: answering(strapi, async (ctx) => {
      const { mailDesk, settings } = shopOf(strapi);
      const languages = await mailDesk.languages(settings);
      ctx.body = { data: presentMails(languages, mailDesk.kinds(settings)) };
    }),
    preview: answering(
      strapi,
      async (ctx) => {
        const { letter, problems } = await preview(ctx);
        const { from = null, subject, html, text } = letter;
        ctx.body = { data: { from, subject, html, text, problems } satisfies MailPreviewDto };
      },
      SETTINGS_LIMIT
    ),
    test: answering(
      strapi,
      async (ctx) => {
        const { letter } = await preview(ctx);
        const problem = await shopOf(strapi).mailDesk.test(letter);
        if (problem !== null) {
          strapi.log.warn(`cartwright: a test mail for ${staffOf(ctx)} was not sent: ${problem}`);
        }
        ctx.body = { data: { to: letter.to, problem } satisfies MailTestDto };
      },
      SETTINGS_LIMIT
    ),
  };
};

/** Only to oneself: the button is no way to write to anybody. */
const emailOf = (ctx: Context) => (ctx.state.user as { email: string }).email;
