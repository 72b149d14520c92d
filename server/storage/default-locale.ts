import type { Core } from '@strapi/strapi';

export type DefaultLocale = () => Promise<string>;

/** How long another server may go on with the old one after an editor chose a new default language. */
const FRESH_FOR = 30_000;

/** The site's default language; asked of the database every half minute at most, since every cart needs it. */
export function createDefaultLocale(strapi: Core.Strapi): DefaultLocale {
  let known: { locale: string; at: number } | null = null;
  return async () => {
    if (known && Date.now() - known.at < FRESH_FOR) return known.locale;
    const i18n = strapi.plugins.i18n;
    const locale = i18n ? ((await i18n.service('locales').getDefaultLocale()) as string) : 'en';
    known = { locale, at: Date.now() };
    return locale;
  };
}
