// cspell:ignore Trads trads -- the host's word for translations
import { PLUGIN_ID } from '../../content-types/uids';

type Texts = Record<string, string>;

const LOADERS: Record<string, () => Promise<{ default: Texts }>> = {
  en: () => import('./en'),
  de: () => import('./de'),
  fr: () => import('./fr'),
  es: () => import('./es'),
};

/** Our texts in the languages that this admin offers; the host falls back to English for the others. */
export function registerTrads({ locales }: { locales: string[] }) {
  return Promise.all(
    locales.map(async (locale) => {
      const texts = (await LOADERS[locale]?.())?.default ?? {};
      return { locale, data: prefixed(texts) };
    })
  );
}

/** The host keeps the texts of all plugins in one list. */
function prefixed(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text])
  );
}
