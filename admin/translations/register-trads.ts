// cspell:ignore Trads trads -- the host's word for translations
import { PLUGIN_ID } from '../../content-types/uids';

type Texts = Record<string, string>;

/** The texts of our screens, and what the fields of our types are called. */
interface Language {
  default: Texts;
  fieldNames: Texts;
}

const LOADERS: Record<string, () => Promise<Language>> = {
  en: () => import('./en'),
  de: () => import('./de'),
  fr: () => import('./fr'),
  es: () => import('./es'),
};

/** Our texts in the languages that this admin offers; the host falls back to English for the others. */
export function registerTrads({ locales }: { locales: string[] }) {
  return Promise.all(
    locales.map(async (locale) => {
      const language = await LOADERS[locale]?.();
      const data = language
        ? {
            ...prefixed(`${PLUGIN_ID}.`, language.default),
            ...prefixed(FIELDS, language.fieldNames),
          }
        : {};
      return { locale, data };
    })
  );
}

/** Where the Content Manager looks for the name of a field before it takes the one of its configuration. */
const FIELDS = `content-manager.content-types.plugin::${PLUGIN_ID}.`;

/** The host keeps the texts of all plugins in one list. */
function prefixed(prefix: string, texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}${key}`, text]));
}
