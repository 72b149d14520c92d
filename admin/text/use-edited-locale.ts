import { useQueryParams } from '@strapi/strapi/admin';

interface LocaleAddress {
  plugins?: { i18n?: { locale?: string } };
}

/** The language that a form of the Content Manager is open in; undefined is the site's default. */
export function useEditedLocale(): string | undefined {
  const [{ query }] = useQueryParams<LocaleAddress>();
  return query.plugins?.i18n?.locale;
}
