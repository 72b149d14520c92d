import type { Core } from '@strapi/strapi';

/** The languages of the site's content, its default one first. */
export async function findLanguages(strapi: Core.Strapi): Promise<string[]> {
  const i18n = strapi.plugins.i18n;
  if (!i18n) return ['en'];
  const locales = i18n.service('locales');
  const [all, standard] = (await Promise.all([locales.find(), locales.getDefaultLocale()])) as [
    { code: string }[],
    string,
  ];
  return [...new Set([standard, ...all.map(({ code }) => code)])];
}
